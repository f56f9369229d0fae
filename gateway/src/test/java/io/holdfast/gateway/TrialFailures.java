package io.holdfast.gateway;

import com.google.protobuf.Any;
import com.google.protobuf.Duration;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.LocalizedMessage;
import com.google.rpc.RetryInfo;
import io.grpc.Status;
import io.grpc.protobuf.StatusProto;

/** The ways a service may fail. */
final class TrialFailures {
  private TrialFailures() {}

  /** The failure asked for by name. */
  static Exception of(String how) {
    return switch (how) {
      case "state" ->
          problem(
              Status.Code.FAILED_PRECONDITION,
              "The thing is LAPSED (expected: STOPPED).",
              ErrorInfo.newBuilder()
                  .setReason("THING_WRONG_STATE")
                  .setDomain("casefile.holdfast.io")
                  .putMetadata("state", "LAPSED")
                  .putMetadata("allowed", "STOPPED")
                  .build(),
              LocalizedMessage.newBuilder().setLocale("zh-CN").setMessage("该事项已失效。").build());
      case "fields" ->
          problem(
              Status.Code.INVALID_ARGUMENT,
              "1 field does not fit.",
              ErrorInfo.newBuilder().setReason("VALIDATION_FAILED").build(),
              BadRequest.newBuilder()
                  .addFieldViolations(
                      BadRequest.FieldViolation.newBuilder()
                          .setField("report.victim.idNumber")
                          .setReason("ID_CHECK_DIGIT")
                          .setDescription("The last digit does not fit the others.")
                          .setLocalizedMessage(
                              LocalizedMessage.newBuilder()
                                  .setLocale("zh-CN")
                                  .setMessage("校验位不符。")))
                  .build());
      case "denied-foreign", "denied-absent" ->
          problem(
              Status.Code.PERMISSION_DENIED,
              "No access to this, or it does not exist.",
              ErrorInfo.newBuilder().setReason("ACCESS_DENIED").build());
      case "stale" ->
          problem(
              Status.Code.ABORTED,
              "Somebody was first.",
              ErrorInfo.newBuilder().setReason("STALE").build());
      case "busy" ->
          problem(
              Status.Code.UNAVAILABLE,
              "The bank's line is down.",
              ErrorInfo.newBuilder().setReason("BANK_DOWN").build(),
              RetryInfo.newBuilder().setRetryDelay(Duration.newBuilder().setSeconds(7)).build());
      case "quota" -> Status.RESOURCE_EXHAUSTED.withDescription("Outbox full.").asException();
      case "late" -> Status.DEADLINE_EXCEEDED.withDescription("host 10.0.0.1").asException();
      case "bug" -> Status.INTERNAL.withDescription("secret detail").asException();
      case "unknown" -> new IllegalStateException("secret detail");
      default -> Status.UNAVAILABLE.withDescription("connection to 10.0.0.1 lost").asException();
    };
  }

  private static Exception problem(Status.Code code, String message, Message... details) {
    var status = com.google.rpc.Status.newBuilder().setCode(code.value()).setMessage(message);
    for (var detail : details) {
      status.addDetails(Any.pack(detail));
    }
    return StatusProto.toStatusException(status.build());
  }
}
