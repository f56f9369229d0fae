package io.holdfast.casefile.report;

/** Fraud types: the Ministry's top ten of 2024 and 2025, and all others. */
public enum FraudType {
  NOT_GIVEN,
  /** 刷单返利 */
  BRUSHING_REBATE,
  /** 虚假网络投资理财 */
  FALSE_INVESTMENT,
  /** 虚假购物服务 */
  FALSE_SHOPPING,
  /** 冒充电商物流客服 */
  FALSE_CUSTOMER_SERVICE,
  /** 虚假贷款 */
  FALSE_LOAN,
  /** 虚假征信 */
  FALSE_CREDIT_RECORD,
  /** 冒充领导熟人 */
  FALSE_LEADER_OR_FRIEND,
  /** 冒充公检法及政府机关 */
  FALSE_AUTHORITY,
  /** 网络婚恋交友 */
  FALSE_ROMANCE,
  /** 游戏产品虚假交易 */
  FALSE_GAME_TRADE,
  OTHER_FRAUD
}
