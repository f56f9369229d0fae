package io.holdfast.k8s;

import java.util.function.Consumer;

/**
 * One mistake and the rule that must notice it.
 *
 * @param rule its name
 * @param overlay the overlay to break
 * @param mistake what somebody got wrong
 * @param edit makes the mistake
 * @param told part of what the rule must say
 */
record Break(String rule, String overlay, String mistake, String told, Consumer<Copy> edit) {

  static Break prod(String rule, String mistake, String told, Consumer<Copy> edit) {
    return new Break(rule, "prod", mistake, told, edit);
  }

  static Break dev(String rule, String mistake, String told, Consumer<Copy> edit) {
    return new Break(rule, "dev", mistake, told, edit);
  }

  @Override
  public String toString() {
    return rule + ": " + mistake;
  }
}
