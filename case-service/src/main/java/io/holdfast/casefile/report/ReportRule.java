package io.holdfast.casefile.report;

/**
 * What a report is held against, with the words an officer reads when it falls short. No text
 * repeats a value: it may be somebody's number.
 */
public enum ReportRule {
  RECEIVE_TIME_IN_FUTURE(
      Weight.FAULT,
      "接警时间晚于当前时间，请核对。",
      "The time the police were told lies in the future; check it."),
  TRANSFER_TIME_IN_FUTURE(
      Weight.FAULT,
      "转账时间晚于当前时间，请按回单核对到秒。",
      "The transfer time lies in the future; check it against the receipt, to the second."),
  AMOUNT_NOT_POSITIVE(Weight.FAULT, "转账金额必须大于 0，单位为分。", "The amount must be more than 0, in fen."),
  TOO_MANY_TRANSFERS(Weight.FAULT, "一案最多登记 100 笔转账。", "A case holds at most 100 transfers."),
  TOO_MANY_CONTACTS(Weight.FAULT, "一案最多登记 100 条联系记录。", "A case holds at most 100 contacts."),
  AMOUNT_UNREAD(
      Weight.FAULT,
      "转账金额未填写或无法识别，请填写数字（元）。",
      "The amount is missing or cannot be read; write it in digits (yuan)."),
  TRANSFER_TIME_UNREAD(
      Weight.FAULT,
      "转账时间未填写或无法识别，请按回单填写年月日时分秒。",
      "The transfer time is missing or cannot be read; write date and time as on the receipt."),
  NUMBER_UNKNOWN(
      Weight.FAULT, "案件中没有该序号，请核对。", "The case has nothing under this number; check it."),
  FIELD_UNKNOWN(Weight.FAULT, "没有此填写项。", "A report has no such field."),
  TEXT_TOO_LONG(
      Weight.FAULT,
      "填写内容过长，请精简或写入简要案情。",
      "The text is longer than this field takes; shorten it or put it into the narrative."),

  NO_STOP_SENT(
      Weight.REMARK,
      "已按紧急登记，但没有可止付的收款账户，未发出止付指令；查明账户后请立即补充。",
      "Filed as urgent, but no stop could go out: no payee account is known. Add it as soon as it"
          + " is."),
  TEXT_UNREAD(
      Weight.REMARK,
      "填写内容无法识别，未录入；原文保留在草稿中，请补正。",
      "What was typed cannot be read and was not taken over; it stays in the draft as typed."),
  TEXT_UNSETTLED(
      Weight.REMARK,
      "多人填写不一致，尚未选定，未录入；请选定。",
      "Several people typed differently and nobody has chosen yet, so nothing was taken over."),
  TRANSFER_FIXED(
      Weight.REMARK,
      "该笔转账已随止付指令发出，账号、户名、金额、时间不作更改；如有误请撤回或更正止付指令。",
      "A stop order carries this transfer, so account, name, amount and time stay as they went out;"
          + " if they are wrong, recall or correct the order."),
  NO_TRANSFER(
      Weight.REMARK,
      "未填写转账，无法发起止付；请尽快补充。",
      "No transfer is told, so nothing can be stopped; add one as soon as it is known."),
  ENTERED_LATE(
      Weight.REMARK,
      "首层账户录入已超过报案后规定时限，请说明原因。",
      "The first account was entered later after the report than the policy allows; say why."),
  PAYEE_ACCOUNT_MISSING(
      Weight.REMARK,
      "缺收款账号，本笔暂不能止付；紧急止付时先向付款行或支付机构紧急查询，查明后自动止付。",
      "The payee's account number is missing, so this transfer cannot be stopped yet; filed as"
          + " urgent, the payer's bank or payment firm is asked for it and the stop follows by"
          + " itself."),
  PAYEE_ACCOUNT_PARTIAL(
      Weight.REMARK,
      "收款账号不完整（含掩码或位数过少），本笔暂不能止付；紧急止付时先向付款行或支付机构紧急查询，查明后自动止付。",
      "The payee's account number is told in part only, so this transfer cannot be stopped yet;"
          + " filed as urgent, the payer's bank or payment firm is asked for it and the stop"
          + " follows by itself."),
  PAYEE_BY_QR_CODE(
      Weight.REMARK,
      "收款码不是账号，本笔暂不能止付；紧急止付时先向付款行或支付机构紧急查询，查明后自动止付。",
      "A QR code is no account number, so this transfer cannot be stopped yet; filed as urgent, the"
          + " payer's bank or payment firm is asked and the stop follows by itself."),
  LOOKUP_CONSENT_MISSING(
      Weight.REMARK,
      "紧急查询已发出，但受害人同意查询尚未登记，付款行或支付机构可能不予答复；请补办并登记。",
      "An urgent lookup has gone out, but the victim's consent is not on record, so that the bank"
          + " or payment firm may not answer. Have it signed and record it."),
  PAYEE_NAME_MISSING(
      Weight.REMARK,
      "缺收款户名，银行无法核对户名，可能不予止付；请补充。",
      "The payee's name is missing; the bank cannot match it and may not stop. Add it."),
  PAYEE_NAME_MASKED(
      Weight.REMARK,
      "收款户名含掩码，银行只能部分核对；请查询完整户名。",
      "The payee's name is masked; the bank can match it in part only. Find out the full name."),
  PAYEE_BANK_MISSING(
      Weight.REMARK,
      "缺收款银行或支付机构，须人工指定后才能送达；请补充。",
      "The payee's bank or payment firm is missing; somebody must choose it before the order"
          + " arrives. Add it."),
  PAYEE_IS_PAYER(
      Weight.REMARK,
      "收款账号与付款账号相同，可能误将受害人账户止付，请立即核对。",
      "Payee and payer account are the same: the victim's own account may be stopped. Check the"
          + " number at once."),
  CARD_LENGTH(
      Weight.REMARK,
      "银行卡号应为 13 至 19 位数字，请再次核对号码；填错会止付他人账户。",
      "A card number has 13 to 19 digits. Check the number again: a slip stops somebody else's"
          + " account."),
  CARD_CHECK_DIGIT(
      Weight.REMARK,
      "银行卡号校验位不符，请再次核对号码；填错会止付他人账户。",
      "The card number's check digit is wrong. Check the number again: a slip stops somebody else's"
          + " account."),
  ACCOUNT_CHARACTERS(
      Weight.REMARK,
      "账号含有数字、字母以外的字符，请核对。",
      "The account number holds other characters than digits and letters; check it."),
  TRANSFER_TWICE(
      Weight.REMARK,
      "与另一笔转账的账号、金额、时间、流水号相同，请核对是否重复登记。",
      "Another transfer has the same account, amount, time and serial number; check whether it was"
          + " entered twice."),
  ACCOUNT_UNDER_ORDER(
      Weight.REMARK,
      "该收款账户已有本案止付指令，未另行发出；请将新增金额告知银行。",
      "This account already has an order of this case, so no second one goes out; tell the bank of"
          + " the added amount."),
  TOTAL_DIFFERS(
      Weight.REMARK,
      "损失总额与各笔转账之和不符，请核对或说明原因。",
      "The total loss is not the sum of the transfers; correct it or say why."),
  VICTIM_NAME_MISSING(Weight.REMARK, "缺受害人姓名或单位名称，请补充。", "The victim's name is missing; add it."),
  VICTIM_ID_MISSING(
      Weight.REMARK, "缺受害人证件号码，请补充。", "The victim's document number is missing; add it."),
  VICTIM_PHONE_MISSING(
      Weight.REMARK, "缺受害人联系电话，请补充。", "The victim's phone number is missing; add it."),
  PHONE_UNREADABLE(
      Weight.REMARK, "电话号码不符合任何号段，请核对。", "No number plan has such a phone number; check it."),
  ID_FORMAT(
      Weight.REMARK,
      "居民身份证号码应为 18 位，末位为数字或 X，请核对。",
      "A resident ID has 18 characters, the last a digit or X; check it."),
  ID_BIRTH_DATE(
      Weight.REMARK,
      "居民身份证号码中的出生日期不存在或晚于报案日，请核对。",
      "The date of birth in the resident ID does not exist or lies after the report; check it."),
  ID_CHECK_DIGIT(
      Weight.REMARK, "居民身份证号码校验位不符，请核对。", "The resident ID's check character is wrong; check it."),
  CREDIT_CODE_FORMAT(
      Weight.REMARK,
      "统一社会信用代码应为 18 位数字和大写字母（不含 I、O、S、V、Z），请核对。",
      "A credit code has 18 digits and capitals (no I, O, S, V, Z); check it."),
  CREDIT_CODE_CHECK(
      Weight.REMARK, "统一社会信用代码校验位不符，请核对。", "The credit code's check character is wrong; check it."),
  CONTACT_NUMBER_MISSING(
      Weight.REMARK,
      "缺来电显示号码或账号，请按受害人手机显示原样填写。",
      "The number or account is missing; enter it just as the victim's device shows it."),
  CONTACT_NUMBER_ALTERED(
      Weight.REMARK,
      "显示号码不是有效号码，可能经改号；已原样保存，供溯源。",
      "The displayed number is no valid one and may have been altered; it is kept as it is for the"
          + " trace-back."),
  CONTACT_TIME_IN_FUTURE(
      Weight.REMARK, "联系时间晚于当前时间，请核对。", "The time of this contact lies in the future; check it."),
  CRIME_TIME_IN_FUTURE(
      Weight.REMARK, "案发时间晚于当前时间，请核对。", "The time of the crime lies in the future; check it."),
  CRIME_TIME_ORDER(
      Weight.REMARK, "案发结束时间早于开始时间，请核对。", "The crime ends before it begins; check both times."),
  FRAUD_TYPE_MISSING(Weight.REMARK, "未选择诈骗类型，请补充。", "The fraud type is missing; choose one."),
  NARRATIVE_MISSING(Weight.REMARK, "缺简要案情，请补充。", "The narrative is missing; add it."),
  SECOND_OFFICER_MISSING(
      Weight.REMARK,
      "缺协查人；紧急止付须由两名民警办理，请补充。",
      "The second officer is missing; a stop is asked for by two officers. Add him."),
  SECOND_OFFICER_SAME(
      Weight.REMARK,
      "协查人与经办人为同一人，请核对。",
      "The second officer is the same person as the first; check it."),
  LIABILITY_PROMISE_MISSING(
      Weight.REMARK,
      "受害人尚未签署法律责任承诺，请补办。",
      "The victim has not yet signed for the truth of the request; have it signed.");

  /** What breaking a rule does. */
  public enum Weight {
    /** Makes the report unusable. */
    FAULT,
    /** Is told to the officer and blocks nothing. */
    REMARK
  }

  private final Weight weight;
  private final String zh;
  private final String en;

  ReportRule(Weight weight, String zh, String en) {
    this.weight = weight;
    this.zh = zh;
    this.en = en;
  }

  /** What breaking it does. */
  public Weight weight() {
    return weight;
  }

  /** In Chinese. */
  public String zh() {
    return zh;
  }

  /** In English. */
  public String en() {
    return en;
  }
}
