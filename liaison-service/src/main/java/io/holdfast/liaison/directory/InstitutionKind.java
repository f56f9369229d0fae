package io.holdfast.liaison.directory;

/** What an institution is, which decides what desks it may have. */
public enum InstitutionKind {
  POLICE,
  BANK,
  /** 非银行支付机构. */
  PAYMENT_FIRM,
  CARRIER,
  /** Internet and hosting firms. */
  INTERNET_FIRM
}
