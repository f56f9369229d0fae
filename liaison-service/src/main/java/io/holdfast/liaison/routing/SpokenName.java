package io.holdfast.liaison.routing;

import java.text.Normalizer;
import java.util.Locale;

/** Names and numbers as people write them, made comparable. */
final class SpokenName {
  private SpokenName() {}

  /**
   * A name without width variants, case, spaces and punctuation: {@code 测试 银行（总行）} is {@code
   * 测试银行总行}.
   */
  static String normalised(String name) {
    var kept = new StringBuilder();
    Normalizer.normalize(name, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }

  /** An account number without width variants, spaces and hyphens. */
  static String number(String number) {
    return Normalizer.normalize(number, Normalizer.Form.NFKC)
        .replaceAll("[\\s\\-\\u2010-\\u2015]", "");
  }
}
