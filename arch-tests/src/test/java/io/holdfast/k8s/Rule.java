package io.holdfast.k8s;

import java.util.List;
import java.util.function.Function;

/**
 * Something every rendered overlay must keep.
 *
 * @param name stable, short; broken copies name it
 * @param because what goes wrong without it
 * @param violations each a line naming the object and what was expected; none: kept
 */
record Rule(String name, String because, Function<Manifests, List<String>> violations) {

  static List<Rule> all() {
    return java.util.stream.Stream.of(
            StrictParse.RULES,
            PodRules.RULES,
            LifeRules.RULES,
            WiringRules.RULES,
            NetworkRules.RULES,
            SettingRules.RULES,
            OverlayRules.RULES)
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public String toString() {
    return name;
  }
}
