package io.holdfast.liaison.trace;

/** What an exchange was in the call's way. */
public enum ExchangeRole {
  NOT_TOLD,
  VICTIM_EXCHANGE,
  /** 省际关口局 */
  PROVINCE_GATEWAY,
  TRANSIT,
  INTERNATIONAL_GATEWAY,
  /** 落地局 */
  LANDING_EXCHANGE,
  SOFTSWITCH,
  CUSTOMER
}
