package io.holdfast.liaison;

import io.grpc.Status.Code;
import io.holdfast.kit.problem.Reason;

/** Refusals of this service. */
public enum LiaisonReason implements Reason {
  INSTITUTION_UNKNOWN(
      Code.FAILED_PRECONDITION,
      "没有机构 {institution}，请先建立该机构或核对编号。",
      "There is no institution {institution}; add it first, or check the id."),
  INSTITUTION_CODE_TAKEN(
      Code.ALREADY_EXISTS,
      "机构代码 {code} 已被使用，请核对。",
      "An institution with the code {code} is there already; check the code."),
  INSTITUTION_TREE_BROKEN(
      Code.FAILED_PRECONDITION,
      "上级机构 {parent} 不可用：会形成循环、层级超过 {limit}，或演示机构与正式机构混在一起。",
      "Below {parent} the tree would close a circle, go deeper than {limit} or mix the"
          + " demonstration with real institutions; choose another parent."),
  INSTITUTION_WRONG_STATE(
      Code.FAILED_PRECONDITION, "该机构的状态已是 {state}，无需再次操作。", "The institution is {state} already."),
  TASK_NOT_TO_NOTE(
      Code.FAILED_PRECONDITION,
      "{kind} 任务须在其对象上办理，不能仅以知悉了结。",
      "A task of kind {kind} ends by acting on its subject, not by taking note."),
  USERNAME_TAKEN(
      Code.ALREADY_EXISTS,
      "该登录名已被使用，请另选一个。",
      "Somebody has this username already; choose another."),
  OFFICER_WRONG_STATE(
      Code.FAILED_PRECONDITION,
      "该用户当前状态为 {state}，不能停用。",
      "The officer is {state} and cannot be disabled again."),
  RESUME_TOKEN_INVALID(
      Code.INVALID_ARGUMENT,
      "续传标记无效或不属于本工作台，请重新加载任务列表。",
      "The resume token was not written for this desk; list the tasks and start from there."),
  RESUME_TOO_OLD(
      Code.OUT_OF_RANGE,
      "续传标记已超过 7 天，请重新加载任务列表。",
      "The stream cannot be resumed from so long ago (more than 7 days); list the tasks and start"
          + " from there.");

  private final Words words;

  LiaisonReason(Code code, String zh, String en) {
    this.words = new Words(code, zh, en);
  }

  @Override
  public Words words() {
    return words;
  }
}
