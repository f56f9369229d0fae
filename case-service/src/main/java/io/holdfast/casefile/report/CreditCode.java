package io.holdfast.casefile.report;

/** 统一社会信用代码, GB 32100: eighteen characters, the last a check character modulo 31. */
final class CreditCode {
  private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int LENGTH = 18;

  private CreditCode() {}

  /** Whether it has eighteen characters of the right sort. */
  static boolean formed(String code) {
    return code.length() == LENGTH && code.chars().allMatch(c -> CHARACTERS.indexOf(c) >= 0);
  }

  /** Whether the last character is the one the others ask for. */
  static boolean checked(String code) {
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < LENGTH - 1; i++) {
      sum += CHARACTERS.indexOf(code.charAt(i)) * weight;
      weight = weight * 3 % 31;
    }
    return CHARACTERS.indexOf(code.charAt(LENGTH - 1)) == (31 - sum % 31) % 31;
  }
}
