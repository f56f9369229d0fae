package io.holdfast.casefile.report;

/** The kind of an account. */
public enum AccountKind {
  NOT_GIVEN,
  /** Bank card: 13 to 19 digits, the last a Luhn check digit. */
  CARD,
  /** Passbook or settlement account; no check digit. */
  PASSBOOK,
  /** 对公账户; no check digit. */
  COMPANY_ACCOUNT,
  /** Payment account of a payment institution. */
  WALLET,
  /** 收款码: what a QR code says; it names no account. */
  QR_CODE
}
