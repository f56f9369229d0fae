package io.holdfast.freezing.lookup.desk;

import io.grpc.Status.Code;
import io.holdfast.kit.problem.Reason;

/** Why something is not done with an urgent lookup. */
public enum LookupReason implements Reason {
  LOOKUP_WRONG_STATE(
      Code.FAILED_PRECONDITION,
      "紧急查询当前状态为 {state}，此操作只能在 {allowed} 状态下进行，请刷新后查看。",
      "The lookup is {state}; this can be done only in {allowed}. Reload it and look again."),
  LOOKUP_CONSENT_ON_RECORD(
      Code.FAILED_PRECONDITION,
      "受害人同意已于 {recordTime} 登记在案，不能以缺少同意为由不予查询。",
      "The victim's consent is on record since {recordTime}; its want cannot be the answer."),
  LOOKUP_PAYEE_PARTIAL(
      Code.INVALID_ARGUMENT,
      "收款账号须完整填写，不得含掩码，否则无法止付。",
      "Give the payee's account number whole, without a mask; nothing can be stopped on a part of"
          + " it."),
  LOOKUP_ONWARD_MISSING(
      Code.INVALID_ARGUMENT,
      "请填写资金转往的银行或支付机构名称。",
      "Name the bank or payment firm the money went on to."),
  LOOKUP_CORRECTED_TOO_OFTEN(
      Code.FAILED_PRECONDITION,
      "本查询的答复已更正 {max} 次，不能再更正。请电话联系公安机关。",
      "The lookup was answered anew {max} times, which is as often as it may be. Call the police"
          + " unit."),
  LOOKUP_ASKED_BEFORE(
      Code.FAILED_PRECONDITION,
      "机构 {institution} 已答复付款账户非其账户，请选择其他机构。",
      "Institution {institution} has said that the payer's account is not its own; choose"
          + " another."),
  LOOKUP_NOT_HELD_BACK(
      Code.FAILED_PRECONDITION,
      "本查询没有因政策上限暂缓的下一步，无须另行决定。",
      "Nothing of this lookup is held back by the policy's bounds; there is nothing to decide.");

  private final Words words;

  LookupReason(Code code, String zh, String en) {
    this.words = new Words(code, zh, en);
  }

  @Override
  public Words words() {
    return words;
  }
}
