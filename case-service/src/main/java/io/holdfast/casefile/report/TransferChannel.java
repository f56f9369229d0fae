package io.holdfast.casefile.report;

/** The way money was paid. */
public enum TransferChannel {
  NOT_GIVEN,
  COUNTER,
  ATM,
  ONLINE_BANK,
  MOBILE_BANK,
  THIRD_PARTY_PAYMENT
}
