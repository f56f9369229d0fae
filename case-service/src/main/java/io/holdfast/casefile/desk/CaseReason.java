package io.holdfast.casefile.desk;

import io.grpc.Status.Code;
import io.holdfast.kit.problem.Reason;

/** Refusals of this service. */
public enum CaseReason implements Reason {
  CASE_WRONG_STATE(
      Code.FAILED_PRECONDITION,
      "案件当前状态为 {state}，只有 {allowed} 状态可以进行此操作。",
      "The case is {state}; this can be done in {allowed} only."),
  APPLICANT_IS_APPROVER(
      Code.FAILED_PRECONDITION,
      "申请立案的人不能审批本案，请由其他负责人审批。",
      "Who asked for the filing cannot decide on it; have another head decide."),
  INSTITUTION_UNKNOWN(
      Code.FAILED_PRECONDITION,
      "{field} 所填机构不存在、已停用或类型不符，请从机构目录中选择。",
      "The institution in {field} does not exist, is disabled or is of another kind; choose one"
          + " from the directory."),
  DEMO_REAL_MIXED(
      Code.FAILED_PRECONDITION,
      "演示单位与真实机构不能出现在同一案件中（{field}）。",
      "A demonstration station and a real institution cannot meet in one case, nor the other way"
          + " round ({field})."),
  CONTACT_UNKNOWN(Code.NOT_FOUND, "案件中没有第 {contact} 条联系记录。", "The case has no contact {contact}."),
  CONTACT_NOT_TRACEABLE(
      Code.FAILED_PRECONDITION,
      "该联系记录不能倒查，缺少：{lack}。请补充后再申请。",
      "The contact cannot be followed back for want of: {lack}. Complete it, then ask again."),
  TRACE_UNDER_WAY(
      Code.FAILED_PRECONDITION,
      "该通话已有倒查 {trace} 在进行。",
      "The call is being followed back already: trace {trace}."),
  PROTECTION_NOTHING_TO_STOP(
      Code.FAILED_PRECONDITION,
      "案件中没有受害人本人完整账号，无法保护性止付，请填写账号。",
      "No account of the victim's own is known by its full number; give one to protect it."),
  SECOND_OFFICER_IS_FIRST(
      Code.FAILED_PRECONDITION,
      "经办人不能作为协查人确认，请由协查人用本人账号确认。",
      "Who filed the report cannot confirm as its second officer; the second officer does so with"
          + " his own login."),
  DRAFT_WRONG_STATE(
      Code.FAILED_PRECONDITION,
      "草稿当前状态为 {state}，只有 {allowed} 状态可以进行此操作。",
      "The draft is {state}; this can be done in {allowed} only."),
  DRAFT_NOT_OFFERED(
      Code.FAILED_PRECONDITION,
      "该草稿未指派给本单位，请由接警单位指派后再接收。",
      "The draft was not offered to your station; have the unit that began it offer it."),
  DRAFT_FIELD_MOVED(
      Code.ABORTED,
      "“{path}”刚刚又被修改，请查看最新内容后再选定。",
      "The field {path} has changed meanwhile (now version {version}); look at its texts again,"
          + " then choose."),
  DRAFT_UNSETTLED(
      Code.FAILED_PRECONDITION,
      "以下各项多人填写不一致，请先选定：{paths}。",
      "Several people typed differently here; choose first: {paths}."),
  DRAFT_TRANSFER_UNKNOWN(
      Code.FAILED_PRECONDITION,
      "尚无一笔账号、金额、时间齐全的转账，不能发出止付；还缺：{missing}。",
      "No transfer has account, amount and time yet, so no stop can go out; still missing:"
          + " {missing}."),
  POLICY_MISSING(
      Code.FAILED_PRECONDITION,
      "地区 {region} 没有生效的政策，请联系系统管理员。",
      "No policy is in force for region {region}; call the administrator.");

  private final Words words;

  CaseReason(Code code, String zh, String en) {
    this.words = new Words(code, zh, en);
  }

  @Override
  public Words words() {
    return words;
  }
}
