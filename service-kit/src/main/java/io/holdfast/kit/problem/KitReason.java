package io.holdfast.kit.problem;

import io.grpc.Status.Code;

/** Refusals that every service may give. */
public enum KitReason implements Reason {
  VALIDATION_FAILED(
      Code.INVALID_ARGUMENT,
      "有 {count} 处填写不符合要求，请按各字段提示修改后重新提交。",
      "{count} field(s) break a rule; correct them as named and send again."),
  ACCESS_DENIED(
      Code.PERMISSION_DENIED,
      "您无权进行此操作，或所查对象不存在。如确需办理，请联系本单位负责人。",
      "You may not do this, or there is no such thing. Ask the head of your unit if you need it."),
  TOKEN_MISSING(Code.UNAUTHENTICATED, "尚未登录，请先登录。", "No access token was given; log in first."),
  TOKEN_INVALID(
      Code.UNAUTHENTICATED,
      "登录已失效，请重新登录。",
      "The access token is expired, forged or meant for another system; log in again."),
  STALE(
      Code.ABORTED,
      "他人刚刚修改过，请刷新后再操作。",
      "Somebody else changed it meanwhile (etag {etag}, now {current}); reload and try again."),
  BUSY(Code.ABORTED, "多人同时操作，请重试。", "Several changes met; nothing was lost, try again."),
  REQUEST_ID_REUSED(
      Code.INVALID_ARGUMENT,
      "同一请求编号已用于其他内容，请使用新的请求编号。",
      "This request_id was used for other content; use a new one."),
  LIMIT_REACHED(
      Code.RESOURCE_EXHAUSTED, "{what} 已达上限 {limit}。", "{what} has reached its limit of {limit}."),
  PAGE_TOKEN_INVALID(
      Code.INVALID_ARGUMENT,
      "翻页标记无效，请从第一页重新查询。",
      "The page token is not one of this list's; start again without it."),
  EVENT_UNKNOWN(
      Code.INVALID_ARGUMENT,
      "无法识别的事件类型 {type}。",
      "This service has no use for events of type {type}."),
  STORE_UNAVAILABLE(
      Code.UNAVAILABLE, "数据库暂不可用，请稍后重试。", "The store does not answer; try again shortly."),
  PEER_UNAVAILABLE(
      Code.UNAVAILABLE, "{peer} 暂不可用，请稍后重试。", "{peer} does not answer; try again shortly."),
  TOO_MANY_CALLS(
      Code.RESOURCE_EXHAUSTED,
      "系统繁忙，请稍后重试。",
      "More calls at once than this service takes; try again shortly."),
  FILE_TOO_LARGE(
      Code.INVALID_ARGUMENT,
      "文件超过 {limit} 字节，请压缩或分开上传。",
      "The file exceeds {limit} bytes; make it smaller or split it."),
  FILE_TYPE_REFUSED(
      Code.INVALID_ARGUMENT,
      "只接受 PDF、JPEG、PNG 文件。",
      "Only PDF, JPEG and PNG files are taken, judged by their content."),
  FILE_ACTIVE_CONTENT(
      Code.INVALID_ARGUMENT,
      "PDF 含脚本或可执行内容，请另存为普通 PDF 后上传。",
      "The PDF carries scripts or launch actions; save it as a plain PDF."),
  FILE_HASH_DIFFERS(
      Code.INVALID_ARGUMENT,
      "文件在传输中改变，请重新上传。",
      "The file's SHA-256 is not the one announced; upload it again."),
  FILE_UNKNOWN(Code.NOT_FOUND, "没有第 {number} 号文件。", "There is no file number {number}."),
  INTERNAL(
      Code.INTERNAL,
      "系统内部错误，已记录。请稍后重试或联系管理员。",
      "Something broke inside; it has been recorded. Try again or call the administrator.");

  private final Words words;

  KitReason(Code code, String zh, String en) {
    this.words = new Words(code, zh, en);
  }

  @Override
  public Words words() {
    return words;
  }
}
