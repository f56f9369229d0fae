package io.holdfast.freezing.match;

/** The four things a bank compares before it may stop (86号 二(一)2: 账户名称、账号、金额、交易时间). */
public enum MatchField {
  NAME,
  ACCOUNT,
  AMOUNT,
  TIME
}
