package io.holdfast.testkit;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.holdfast.kit.problem.Problem;
import java.util.List;
import java.util.concurrent.Callable;

/** What a refused call said. */
public final class Refusals {
  private Refusals() {}

  /** The reason of the refusal that {@code call} meets, over the wire or in process. */
  public static String reason(Callable<?> call) {
    return info(call).getReason();
  }

  /** The whole status, serialised: to show that two refusals are the same bytes. */
  public static byte[] bytes(Callable<?> call) {
    return refused(call).toByteArray();
  }

  /** The paths of the fields that the refusal names, as the caller sent them. */
  public static List<String> fields(Callable<?> call) {
    return detail(call, BadRequest.class).getFieldViolationsList().stream()
        .map(BadRequest.FieldViolation::getField)
        .toList();
  }

  private static ErrorInfo info(Callable<?> call) {
    return detail(call, ErrorInfo.class);
  }

  private static <T extends Message> T detail(Callable<?> call, Class<T> type) {
    for (Any detail : refused(call).getDetailsList()) {
      if (detail.is(type)) {
        try {
          return detail.unpack(type);
        } catch (InvalidProtocolBufferException e) {
          throw new AssertionError("a damaged " + type.getSimpleName(), e);
        }
      }
    }
    throw new AssertionError("a refusal without " + type.getSimpleName());
  }

  private static Status refused(Callable<?> call) {
    Status status = StatusProto.fromThrowable(failure(call));
    if (status == null) {
      throw new AssertionError("a refusal without google.rpc.Status");
    }
    return status;
  }

  private static StatusRuntimeException failure(Callable<?> call) {
    try {
      Object answer = call.call();
      throw new AssertionError("not refused: " + answer.getClass().getSimpleName());
    } catch (StatusRuntimeException e) {
      return e;
    } catch (Problem e) {
      return e.toStatus();
    } catch (Exception e) {
      throw new AssertionError("failed otherwise", e);
    }
  }
}
