package io.holdfast.liaison.routing;

/** What sort of account a route speaks of. */
public enum AccountKind {
  /** Any, or not known. */
  ANY,
  /** Bank card, 13 to 19 digits with a check digit. */
  CARD,
  /** Passbook or settlement account. */
  PASSBOOK,
  /** 对公账户. */
  COMPANY_ACCOUNT,
  /** Payment account of a payment institution. */
  WALLET,
  /**
   * No account: a telephone number, which no line for accounts speaks of, nor the other way round.
   */
  TELEPHONE,
  /** No account either: what a QR code says. */
  QR_CODE;

  /**
   * Whether a rule for this kind speaks of an account of {@code other}; what is not known fits all.
   */
  boolean fits(AccountKind other) {
    return this == other || (account() && other.account() && (this == ANY || other == ANY));
  }

  private boolean account() {
    return this != TELEPHONE && this != QR_CODE;
  }
}
