package io.holdfast.liaison.trace.desk;

import io.grpc.Status.Code;
import io.holdfast.kit.problem.Reason;

/** Why something is not done with a trace. */
public enum TraceReason implements Reason {
  TRACE_WRONG_STATE(
      Code.FAILED_PRECONDITION,
      "倒查当前状态为 {state}，此操作只能在 {allowed} 状态下进行。",
      "The trace is {state}; this can be done only in {allowed}."),
  TRACE_HOP_WRONG_STATE(
      Code.FAILED_PRECONDITION,
      "该跳当前状态为 {state}，此操作只能在 {allowed} 状态下进行，请刷新后查看。",
      "The hop is {state}; this can be done only in {allowed}. Reload it and look again."),
  TRACE_HOP_NOT_ON_PAPER(
      Code.FAILED_PRECONDITION,
      "第 {hop} 跳由系统内的运营商自行办理，民警只代录书面协查的答复。",
      "Hop {hop} is a carrier's own; the police type in only what came back on paper."),
  TRACE_REQUESTER_IS_APPROVER(
      Code.FAILED_PRECONDITION,
      "申请倒查的人不能审批，请由办案部门其他负责人审批（程序规定62）。",
      "Who asked for the trace cannot decide on it; have another head of the unit decide."),
  TRACE_NOT_LANDED(
      Code.FAILED_PRECONDITION,
      "倒查状态为 {state}，尚未落地，不能登记服务器或使用人。",
      "The trace is {state}: nothing has landed yet, so no server and no user can be recorded."),
  TRACE_NUMBER_DIFFERS(
      Code.FAILED_PRECONDITION,
      "话单被叫号码与倒查的通话不符，请核对；如系转接请填写改发号码。",
      "The record's called number is not the traced call's. Check it; for a forwarded call give the"
          + " redirecting number."),
  TRACE_TIME_DIFFERS(
      Code.FAILED_PRECONDITION,
      "话单开始时间（扣除时钟偏差后 {start}）不在 {earliest} 至 {latest} 之间。",
      "The record's start ({start} by the true time) lies outside {earliest} to {latest}."),
  TRACE_DURATION_DIFFERS(
      Code.FAILED_PRECONDITION,
      "话单时长 {seconds} 秒，与应有的 {expected} 秒相差超过 {slack} 秒。",
      "The record lasts {seconds} s, more than {slack} s away from the expected {expected} s."),
  TRACE_ROUTE_DIFFERS(
      Code.FAILED_PRECONDITION,
      "去话路由与第 {hop} 跳的来话路由不一致。如对方有误，请对第 {hop} 跳提出异议。",
      "The outgoing leg does not agree with the incoming leg of hop {hop}. If that one is wrong,"
          + " dispute hop {hop}."),
  TRACE_LOOP(
      Code.FAILED_PRECONDITION,
      "同一运营商的同一中继群已在第 {hop} 跳出现，路由成环，请核对。",
      "The call came through this carrier's trunk group at hop {hop} already; check the route."),
  TRACE_TIME_IMPOSSIBLE(
      Code.INVALID_ARGUMENT,
      "时间 {given} 不可能：不得晚于 {latest}。",
      "The time {given} is impossible: it must not be after {latest}.");

  private final Words words;

  TraceReason(Code code, String zh, String en) {
    this.words = new Words(code, zh, en);
  }

  @Override
  public Words words() {
    return words;
  }
}
