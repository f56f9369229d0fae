package io.holdfast.freezing.match;

import java.text.Normalizer;
import java.util.Locale;

/**
 * One spelling for account numbers: cards, passbooks, company accounts, and wallets that may be an
 * e-mail address.
 */
public final class AccountNumbers {
  private AccountNumbers() {}

  /**
   * Without spaces and hyphens, full-width digits as plain ones, one {@code *} for a hidden part.
   */
  public static String normalised(String number) {
    var text = new StringBuilder();
    Normalizer.normalize(number, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(point -> !Character.isWhitespace(point) && !isHyphen(point))
        .forEach(text::appendCodePoint);
    return Masked.uniform(text.toString());
  }

  private static boolean isHyphen(int point) {
    return Character.getType(point) == Character.DASH_PUNCTUATION || point == '\u2212';
  }
}
