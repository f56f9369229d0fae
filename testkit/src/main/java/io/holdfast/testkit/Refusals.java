package io.holdfast.testkit;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.holdfast.kit.problem.Problem;
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

  private static ErrorInfo info(Callable<?> call) {
    for (Any detail : refused(call).getDetailsList()) {
      if (detail.is(ErrorInfo.class)) {
        try {
          return detail.unpack(ErrorInfo.class);
        } catch (InvalidProtocolBufferException e) {
          throw new AssertionError("a damaged ErrorInfo", e);
        }
      }
    }
    throw new AssertionError("a refusal without ErrorInfo");
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
