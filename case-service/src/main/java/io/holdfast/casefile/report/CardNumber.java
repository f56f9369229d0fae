package io.holdfast.casefile.report;

/** Bank card numbers: 13 to 19 digits, the last one a Luhn check digit (ISO/IEC 7812-1). */
public final class CardNumber {
  private static final int DIGITS_MIN = 13;
  private static final int DIGITS_MAX = 19;

  private CardNumber() {}

  /** Whether it has a card's length and only digits. */
  static boolean formed(String number) {
    return number.length() >= DIGITS_MIN
        && number.length() <= DIGITS_MAX
        && number.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** Whether it is formed as a card's and its check digit is right. */
  public static boolean valid(String number) {
    if (!formed(number)) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < number.length(); i++) {
      int digit = number.charAt(number.length() - 1 - i) - '0';
      int doubled = i % 2 == 0 ? digit : digit * 2;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return sum % 10 == 0;
  }
}
