package io.holdfast.freezing.routing;

/** The kind of an account, as far as routing cares. */
public enum RoutedKind {
  /** Not told, or a line of the table for every kind but wallets. */
  ANY,
  CARD,
  PASSBOOK,
  COMPANY_ACCOUNT,
  WALLET,
  /** What a QR code says: no account's number, so that no line fits it. */
  QR_CODE
}
