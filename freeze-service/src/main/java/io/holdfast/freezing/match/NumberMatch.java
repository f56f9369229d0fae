package io.holdfast.freezing.match;

/**
 * Compares account numbers: cards, passbooks, company accounts and wallets (which may be an e-mail
 * address).
 */
final class NumberMatch {
  private NumberMatch() {}

  static Verdict compare(String told, String booked) {
    String one = AccountNumbers.normalised(told);
    String other = AccountNumbers.normalised(booked);
    if (Masked.nothingVisible(one) || Masked.nothingVisible(other)) {
      return Verdict.NOT_GIVEN;
    }
    if (one.equals(other)) {
      return Masked.isMasked(one) ? Verdict.CONSISTENT : Verdict.EQUAL;
    }
    return Masked.agree(one, other) || Masked.agree(main(one, other), main(other, one))
        ? Verdict.CONSISTENT
        : Verdict.DIFFERENT;
  }

  /** The main account of {@code main_suffix}, where only one side names the sub-account. */
  private static String main(String number, String against) {
    int cut = number.indexOf('_');
    return cut > 0 && against.indexOf('_') < 0 ? number.substring(0, cut) : number;
  }
}
