package io.holdfast.kit.grpc;

import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import io.holdfast.kit.problem.KitReason;
import io.holdfast.kit.problem.Problem;
import io.holdfast.kit.telemetry.Tracing;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one place where what is thrown becomes a status. A {@link Problem} tells its reason, a gRPC
 * status passes, anything else is a bug: the caller gets a trace id, the log the stack, nobody the
 * request.
 */
final class ProblemInterceptor implements ServerInterceptor {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemInterceptor.class);

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    var guarded = new GuardedCall<>(call);
    try {
      return new GuardedListener<>(next.startCall(guarded, headers), guarded);
    } catch (RuntimeException | Error e) {
      guarded.fail(e);
      return new ServerCall.Listener<>() {};
    }
  }

  /** The status a caller gets for {@code thrown}. */
  static StatusRuntimeException status(Throwable thrown, String method) {
    return switch (thrown) {
      case Problem problem -> problem.toStatus();
      case StatusRuntimeException status -> status;
      case StatusException status ->
          new StatusRuntimeException(status.getStatus(), status.getTrailers());
      case CancelledException _ -> Status.CANCELLED.asRuntimeException();
      default -> {
        LOG.error("{} failed", method, thrown);
        yield Problem.of(KitReason.INTERNAL, "traceId", Tracing.traceId()).toStatus();
      }
    };
  }

  private static final class GuardedCall<Q, A> extends SimpleForwardingServerCall<Q, A> {
    private final AtomicBoolean closed = new AtomicBoolean();

    GuardedCall(ServerCall<Q, A> call) {
      super(call);
    }

    void fail(Throwable thrown) {
      StatusRuntimeException status = status(thrown, getMethodDescriptor().getFullMethodName());
      Metadata trailers = status.getTrailers();
      finish(status.getStatus(), trailers == null ? new Metadata() : trailers);
    }

    @Override
    public void close(Status status, Metadata trailers) {
      // An observer's onError with anything but a status arrives as UNKNOWN with the thrown as
      // cause.
      @Nullable Throwable cause = status.getCause();
      if (status.getCode() == Status.Code.UNKNOWN && cause != null) {
        fail(cause);
      } else {
        finish(status, trailers);
      }
    }

    private void finish(Status status, Metadata trailers) {
      if (closed.compareAndSet(false, true)) {
        super.close(status, trailers);
      }
    }
  }

  private static final class GuardedListener<Q, A> extends SimpleForwardingServerCallListener<Q> {
    private final GuardedCall<Q, A> call;

    GuardedListener(ServerCall.Listener<Q> listener, GuardedCall<Q, A> call) {
      super(listener);
      this.call = call;
    }

    @Override
    public void onMessage(Q message) {
      guard(() -> super.onMessage(message));
    }

    @Override
    public void onHalfClose() {
      guard(super::onHalfClose);
    }

    @Override
    public void onReady() {
      guard(super::onReady);
    }

    @Override
    public void onCancel() {
      guard(super::onCancel);
    }

    @Override
    public void onComplete() {
      guard(super::onComplete);
    }

    private void guard(Runnable step) {
      if (call.closed.get() && call.isCancelled()) {
        // Still passed on: what is below frees its places in onCancel.
        quietly(step);
        return;
      }
      try {
        step.run();
      } catch (RuntimeException | Error e) {
        call.fail(e);
      }
    }

    private static void quietly(Runnable step) {
      try {
        step.run();
      } catch (RuntimeException e) {
        LOG.debug("after the end of a call", e);
      }
    }
  }
}
