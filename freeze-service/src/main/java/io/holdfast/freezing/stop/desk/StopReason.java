package io.holdfast.freezing.stop.desk;

import io.grpc.Status.Code;
import io.holdfast.kit.problem.Reason;

/** Why something is not done with a stop order. */
public enum StopReason implements Reason {
  STOP_WRONG_STATE(
      Code.FAILED_PRECONDITION,
      "止付单当前状态为 {state}，此操作只能在 {allowed} 状态下进行，请刷新后查看。",
      "The order is {state}; this can be done only in {allowed}. Reload it and look again."),
  STOP_LAPSED(
      Code.FAILED_PRECONDITION,
      "止付已于 {lapseTime} 到期失效。如仍需控制该账户，请另行发起止付（同一账户以两次为限，银发〔2016〕86号）。",
      "The stop ran out at {lapseTime}. To hold the account again, ask for a new stop (two per"
          + " account in all)."),
  STOP_MISMATCH(
      Code.FAILED_PRECONDITION,
      "要素不符：{fields}。银发〔2016〕86号二(一)2规定要素不符的不得止付，请登记“要素不符”。",
      "These fields differ: {fields}. Whoever finds a difference must not stop; record the mismatch"
          + " instead."),
  STOP_UNPROVEN_REASON_MISSING(
      Code.FAILED_PRECONDITION,
      "以下要素只能看出一致而不能证实：{fields}。如决定止付，请填写理由。",
      "These fields agree as far as can be seen but are not proven: {fields}. To stop on them, give"
          + " a reason."),
  STOP_UNPROVEN_NOT_ALLOWED(
      Code.FAILED_PRECONDITION,
      "以下要素未能证实：{fields}。政策 {policy} 要求四要素全部核对相符方可止付。",
      "These fields are not proven: {fields}. Policy {policy} wants all four proven before a"
          + " stop."),
  STOP_TIME_IMPOSSIBLE(
      Code.INVALID_ARGUMENT,
      "执行时间 {given} 不可能：应在 {earliest} 与 {latest} 之间。",
      "The execution time {given} is impossible: it must lie between {earliest} and {latest}."),
  STOP_COUNT_EXCEEDED(
      Code.FAILED_PRECONDITION,
      "该账户的 {max} 次止付均已使用或已被在途止付单占用，不得再次止付（银发〔2016〕86号：次数以两次为限）。可在立案后申请冻结。",
      "All {max} stops of the account are used, or taken by orders under way; it may not be stopped"
          + " again. After filing, ask for a freeze."),
  STOP_ALREADY_EXTENDED(
      Code.FAILED_PRECONDITION,
      "本单已申请或已办理过再次止付，不得重复申请。",
      "The second stop has been asked for or made already; there is no third."),
  EXTENSION_NOT_REQUESTED(
      Code.FAILED_PRECONDITION,
      "公安机关未申请再次止付，无须答复。",
      "The police have not asked for a second stop; there is nothing to answer."),
  EXTENSION_NOT_ANSWERED(
      Code.FAILED_PRECONDITION,
      "再次止付尚未申请或尚未答复，没有可更正的答复。",
      "The second stop was not asked for, or is not answered yet; there is no answer to correct."),
  STOP_BANK_ASKED_BEFORE(
      Code.FAILED_PRECONDITION,
      "机构 {bank} 已答复非其账户，本单不再向其发送，请选择其他机构。",
      "Institution {bank} has said that the account is not its own and is not asked again on this"
          + " order; choose another."),
  STOP_RELEASE_NOT_ALLOWED(
      Code.FAILED_PRECONDITION,
      "政策 {policy} 未授权银行因文书逾期自行解除止付，请联系公安机关。",
      "Policy {policy} gives the bank no right to lift a stop for overdue papers; call the police"
          + " unit."),
  PAPER_NOT_OVERDUE(
      Code.FAILED_PRECONDITION,
      "文书状态为 {state}，并未逾期，银行不能以此解除止付。",
      "The papers are {state}, not overdue; the stop cannot be lifted for want of them."),
  PAPER_WRONG_STATE(
      Code.FAILED_PRECONDITION,
      "文书状态为 {state}，此操作只能在 {allowed} 状态下进行。",
      "The papers are {state}; this can be done only in {allowed}."),
  PAPER_INCOMPLETE(
      Code.FAILED_PRECONDITION,
      "文书不齐，缺少：{missing}。请上传后再送达。",
      "Papers are missing: {missing}. Upload them, then deliver."),
  PAPER_NOT_SHARED(
      Code.FAILED_PRECONDITION,
      "止付单 {stopOrder} 不是本单位向同一银行发出的，不能共用文书。",
      "Order {stopOrder} is not of the same station at the same bank; the paper cannot serve it."),
  HAND_OVER_TIME_IMPOSSIBLE(
      Code.INVALID_ARGUMENT,
      "交接时间 {given} 不可能：应在 {earliest} 与 {latest} 之间。",
      "The hand-over time {given} is impossible: it must lie between {earliest} and {latest}."),
  PAPER_UNMENDED(
      Code.FAILED_PRECONDITION,
      "文书已被退回，请按退回意见补正并上传后再送达。",
      "The papers were refused; upload mended ones before delivering again."),
  OUTFLOW_PAYEE_MISSING(
      Code.INVALID_ARGUMENT,
      "第 {position} 笔转出未填写收款账号，无法继续止付。请填写收款账号；现金支取或消费请选择相应类型。",
      "Outflow {position} went to an account, but its number is missing. Give it, or choose cash or"
          + " purchase."),
  OUTFLOW_TIME_IMPOSSIBLE(
      Code.INVALID_ARGUMENT,
      "第 {position} 笔转出时间 {given} 不可能：应在 {earliest} 与 {latest} 之间。",
      "The time {given} of outflow {position} is impossible: it must lie between {earliest} and"
          + " {latest}."),
  STATEMENT_TIME_IMPOSSIBLE(
      Code.INVALID_ARGUMENT,
      "第 {position} 条交易明细时间 {given} 不可能：应在 {earliest} 与 {latest} 之间。",
      "The time {given} of statement line {position} is impossible: it must lie between {earliest}"
          + " and {latest}."),
  OUTFLOW_LINE_WRONG(
      Code.INVALID_ARGUMENT,
      "第 {position} 笔转出所指的交易明细第 {line} 条不存在、不是转出，或金额不足。",
      "Outflow {position} names statement line {line}, which does not exist, is no debit, or is"
          + " smaller."),
  OUTFLOWS_EXCEED_RECEIVED(
      Code.INVALID_ARGUMENT,
      "转出合计 {outflowsFen} 分，大于本案转入 {receivedFen} 分。请只填写本案资金的去向。",
      "Outflows of {outflowsFen} fen are more than the {receivedFen} fen that came from this case."
          + " Name only where this case's money went."),
  OUTFLOW_UNKNOWN(
      Code.NOT_FOUND,
      "没有第 {outflow} 笔转出，请刷新后查看。",
      "There is no outflow {outflow}. Reload the order and look again."),
  OUTFLOW_NOT_HELD_BACK(
      Code.FAILED_PRECONDITION,
      "第 {outflow} 笔转出并未因政策上限暂缓，无须另行决定。",
      "Outflow {outflow} was not held back by the policy's bounds; there is nothing to decide."),
  ANSWER_NOT_CORRECTABLE(
      Code.FAILED_PRECONDITION,
      "该答复不能再更正：{why}（EXTENSION 已申请或办理再次止付，CORRECTED 公安机关已更正并重发，TOO_OFTEN 更正次数过多，"
          + "LIFTED 银行已确认解除）。请电话联系公安机关。",
      "The answer can no longer be corrected: {why} (EXTENSION: a second stop rests on it,"
          + " CORRECTED: the police have sent a corrected order, TOO_OFTEN, LIFTED: the bank has"
          + " confirmed that nothing is held any more). Call the police"
          + " unit."),
  STOP_CORRECTED_ALREADY(
      Code.FAILED_PRECONDITION,
      "该止付单已更正并重发，见 {stopOrder}。",
      "The order has been corrected and sent again as {stopOrder}."),
  STOP_CORRECTIONS_EXHAUSTED(
      Code.FAILED_PRECONDITION,
      "更正次数已满 {max} 次。请核实受害人提供的账户信息后重新受理。",
      "The request has been corrected {max} times, which is as often as it may be. Check what the"
          + " victim told, then report anew."),
  CORRECTION_CHANGES_NOTHING(
      Code.INVALID_ARGUMENT,
      "更正内容与原单相同。请修改银行指出不符的要素后再发。",
      "The correction is the same as the order. Change the field the bank found different, then"
          + " send."),
  RELEASE_NOT_DEMANDED(
      Code.FAILED_PRECONDITION,
      "没有单位申请解除该止付，无须表示保留。",
      "Nobody wants this stop released; there is nothing to keep it from."),
  LIFT_NOT_OWED(
      Code.FAILED_PRECONDITION,
      "止付单状态为 {state}，无须确认解除。",
      "The order is {state}; there is no lifting to confirm."),
  INSTITUTION_UNKNOWN(
      Code.FAILED_PRECONDITION,
      "机构 {institution} 不存在、已停用，或不是银行、支付机构。",
      "Institution {institution} does not exist, is disabled, or is neither bank nor payment"
          + " firm.");

  private final Words words;

  StopReason(Code code, String zh, String en) {
    this.words = new Words(code, zh, en);
  }

  @Override
  public Words words() {
    return words;
  }
}
