package io.holdfast.freezing.stop;

/** What a paper file is. */
public enum PaperKind {
  /** 紧急止付申请表 / 止付通知书 */
  STOP_NOTICE,
  /** 人民警察证复印件 */
  POLICE_ID_COPY,
  /** 办案协作函 */
  COOPERATION_LETTER,
  OTHER_PAPER,
  /** 交接照片: the bank's picture of papers brought to it by hand. */
  HAND_OVER_PHOTO
}
