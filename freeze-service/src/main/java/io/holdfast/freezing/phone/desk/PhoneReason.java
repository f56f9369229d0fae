package io.holdfast.freezing.phone.desk;

import io.grpc.Status.Code;
import io.holdfast.kit.problem.Reason;

/** Why something is not done with what was spoken. */
public enum PhoneReason implements Reason {
  PHONED_UNIT_UNKNOWN(
      Code.FAILED_PRECONDITION,
      "公安机构 {station} 不在通讯录中、已停用，或与本行不属同一环境（演示/正式）。请向来电人问清单位并在通讯录中查找。",
      "Police unit {station} is not in the directory, is disabled, or belongs to the other world"
          + " (real or demonstration). Ask the caller for his unit and look it up."),
  PHONED_ACCOUNT_ELSEWHERE(
      Code.FAILED_PRECONDITION,
      "该账户属于其他机构（{name}），本行不能登记止付。请告知来电民警联系该机构。",
      "The account belongs to another institution ({name}), which alone can stop it. Tell the"
          + " officer to call there."),
  PHONED_CALLER_MISSING(
      Code.INVALID_ARGUMENT,
      "请填写来电民警的姓名或警号；如无人来电，须受害人本人在场。",
      "Name the officer who called, by name or number; without a caller the victim must be"
          + " present."),
  PHONED_TIME_FUTURE(
      Code.INVALID_ARGUMENT,
      "时间 {given} 晚于当前时间 {now}，时限不能从未到的时间起算。请更正。",
      "The time {given} lies after {now}; no clock can run from a time that has not come. Correct"
          + " it."),
  PHONED_TIME_IMPOSSIBLE(
      Code.INVALID_ARGUMENT,
      "所填时间先后不合：{flags}。请核对；如确实如此，请确认时间并说明原因，记录将保留此标记。",
      "These times cannot be in this order: {flags}. Check them; if they are right, confirm them"
          + " and say why. The flags stay."),
  PHONED_LATE_REASON_MISSING(
      Code.INVALID_ARGUMENT,
      "补录距事发已超过 {late}，请说明补录原因。时限仍按真实时间起算。",
      "This is entered more than {late} after it happened; say why. Clocks run from the true"
          + " time."),
  ORAL_NOTICE_MISSING(
      Code.FAILED_PRECONDITION,
      "本单没有电话通知记录，无从登记回拨核实。",
      "No call is recorded on this order, so there is nobody to call back about."),
  CALL_CODE_NOT_USABLE(
      Code.FAILED_PRECONDITION,
      "动态码记录 {callCode} 与本行、账户、金额、单位或民警不一致，或尚未核验。请重新核验，或回拨通讯录中的电话核实。",
      "The checked code {callCode} does not belong to this bank, account, amount, unit and officer,"
          + " or was not checked. Check again, or call the directory's number back."),
  CALL_CODE_WRONG(
      Code.INVALID_ARGUMENT,
      "动态码不正确，或已过期、已使用，或与账户、金额不符。请勿据此止付；请回拨通讯录中该单位的电话核实。",
      "The code is wrong, used or expired, or is for another account or amount. Do not act on it;"
          + " call the unit back on the directory's number."),
  CALL_CODE_TRIES_EXHAUSTED(
      Code.RESOURCE_EXHAUSTED,
      "错误动态码已达 {max} 次，{until} 前不能再试。请回拨通讯录中的电话核实来电人身份。",
      "Wrong codes were typed {max} times; wait until {until}. Call the unit back on the"
          + " directory's number."),
  ADOPTION_NOT_OWED(
      Code.FAILED_PRECONDITION,
      "本单由公安机关发出，无须认领。",
      "The police asked for this order themselves; there is nothing to adopt."),
  ADOPTED_ALREADY(
      Code.FAILED_PRECONDITION,
      "本单已认领并归入案件 {case}。如需解除，请办理解除止付。",
      "The order has been adopted into case {case}. To lift the stop, release it."),
  ADOPTION_MISSING(
      Code.FAILED_PRECONDITION,
      "本单由银行根据电话或柜台求助登记，本单位尚未认领。请先认领并归入案件。",
      "The order was born at the bank and no case stands behind it yet. Adopt it first."),
  ADOPTION_CASE_FOREIGN(
      Code.FAILED_PRECONDITION,
      "案件 {case} 不存在或不属于被指名的单位，不能归入。",
      "Case {case} does not exist or is not one of the station named."),
  STOP_NOT_UNADOPTED(
      Code.FAILED_PRECONDITION,
      "本单认领状态为 {adoption}，银行不能以无人认领为由解除。",
      "The order is {adoption}; it cannot be lifted for want of a station behind it.");

  private final Words words;

  PhoneReason(Code code, String zh, String en) {
    this.words = new Words(code, zh, en);
  }

  @Override
  public Words words() {
    return words;
  }
}
