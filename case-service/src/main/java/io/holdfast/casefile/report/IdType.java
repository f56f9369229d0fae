package io.holdfast.casefile.report;

/** The document that identifies a victim. */
public enum IdType {
  NOT_GIVEN,
  /** 居民身份证, GB 11643. */
  RESIDENT_ID,
  PASSPORT,
  /** 港澳台居民居住证, 通行证. */
  HK_MACAO_TAIWAN_PERMIT,
  /** 统一社会信用代码, GB 32100. */
  CREDIT_CODE,
  OTHER_ID
}
