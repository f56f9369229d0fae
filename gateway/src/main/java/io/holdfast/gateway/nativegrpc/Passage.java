package io.holdfast.gateway.nativegrpc;

import com.google.protobuf.Any;
import com.google.protobuf.Duration;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.holdfast.gateway.problem.Refusal;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One call on its way through: what the caller sends goes on, what the service answers comes back,
 * and each side is asked for the next message only when the other has room for it. Cancelling and
 * ending go through as they are, trailers included.
 */
final class Passage extends ServerCall.Listener<byte[]> {
  private static final String DOMAIN = "gateway.holdfast.io";

  private final ServerCall<byte[], byte[]> caller;
  private @Nullable ClientCall<byte[], byte[]> onward;
  private boolean halfClosed;
  private boolean cancelled;
  private boolean owesCaller;
  private boolean owesService;

  Passage(ServerCall<byte[], byte[]> caller) {
    this.caller = caller;
  }

  /** Connects the two sides. What the caller did meanwhile is made up for. */
  void open(ClientCall<byte[], byte[]> service, Metadata headers, Consumer<Status> ended) {
    service.start(new FromService(ended), headers);
    boolean closed;
    boolean gone;
    synchronized (this) {
      onward = service;
      closed = halfClosed;
      gone = cancelled;
    }
    if (gone) {
      service.cancel("the caller went away", null);
      return;
    }
    service.request(1);
    caller.request(1);
    if (closed) {
      service.halfClose();
    }
  }

  /** Ends the call before it went anywhere. */
  Status refuse(Refusal refusal) {
    Status.Code code =
        switch (refusal.reason()) {
          case TOKEN_MISSING, TOKEN_INVALID, TOKEN_EXPIRED -> Status.Code.UNAUTHENTICATED;
          case RATE_LIMITED, STREAMS_LIMITED, BODY_TOO_LARGE -> Status.Code.RESOURCE_EXHAUSTED;
          case KEYS_UNKNOWN, GATEWAY_BUSY, SERVICE_UNAVAILABLE -> Status.Code.UNAVAILABLE;
          case SERVICE_TIMEOUT -> Status.Code.DEADLINE_EXCEEDED;
          case ROUTE_UNKNOWN, METHOD_NOT_ALLOWED -> Status.Code.UNIMPLEMENTED;
          case REQUEST_INVALID, PERSONAL_IN_URL, URI_TOO_LONG, MEDIA_TYPE_UNSUPPORTED ->
              Status.Code.INVALID_ARGUMENT;
          case SLOW_READER -> Status.Code.ABORTED;
          case INTERNAL -> Status.Code.INTERNAL;
        };
    var details =
        com.google.rpc.Status.newBuilder()
            .setCode(code.value())
            .setMessage(refusal.reason().name())
            .addDetails(
                Any.pack(
                    ErrorInfo.newBuilder()
                        .setReason(refusal.reason().name())
                        .setDomain(DOMAIN)
                        .build()));
    if (refusal.retryAfter() != null) {
      details.addDetails(
          Any.pack(
              RetryInfo.newBuilder()
                  .setRetryDelay(Duration.newBuilder().setSeconds(refusal.retryAfter().toSeconds()))
                  .build()));
    }
    StatusRuntimeException failure = StatusProto.toStatusRuntimeException(details.build());
    Metadata trailers = failure.getTrailers();
    caller.close(failure.getStatus(), trailers == null ? new Metadata() : trailers);
    return failure.getStatus();
  }

  private synchronized @Nullable ClientCall<byte[], byte[]> onward() {
    return onward;
  }

  @Override
  public void onMessage(byte[] message) {
    ClientCall<byte[], byte[]> service = onward();
    if (service == null) {
      return;
    }
    service.sendMessage(message);
    synchronized (this) {
      if (!service.isReady()) {
        owesCaller = true;
        return;
      }
    }
    caller.request(1);
  }

  @Override
  public void onHalfClose() {
    ClientCall<byte[], byte[]> service;
    synchronized (this) {
      halfClosed = true;
      service = onward;
    }
    if (service != null) {
      service.halfClose();
    }
  }

  @Override
  public void onCancel() {
    ClientCall<byte[], byte[]> service;
    synchronized (this) {
      cancelled = true;
      service = onward;
    }
    if (service != null) {
      service.cancel("the caller went away", null);
    }
  }

  @Override
  public void onReady() {
    ClientCall<byte[], byte[]> service;
    synchronized (this) {
      service = onward;
      if (service == null || !owesService) {
        return;
      }
      owesService = false;
    }
    service.request(1);
  }

  private final class FromService extends ClientCall.Listener<byte[]> {
    private final Consumer<Status> ended;

    FromService(Consumer<Status> ended) {
      this.ended = ended;
    }

    @Override
    public void onHeaders(Metadata headers) {
      caller.sendHeaders(headers);
    }

    @Override
    public void onMessage(byte[] message) {
      caller.sendMessage(message);
      ClientCall<byte[], byte[]> service;
      synchronized (Passage.this) {
        service = onward;
        if (service == null || !caller.isReady()) {
          owesService = true;
          return;
        }
      }
      service.request(1);
    }

    @Override
    public void onReady() {
      synchronized (Passage.this) {
        if (!owesCaller) {
          return;
        }
        owesCaller = false;
      }
      caller.request(1);
    }

    @Override
    public void onClose(Status status, Metadata trailers) {
      boolean gone;
      synchronized (Passage.this) {
        gone = cancelled;
      }
      if (!gone) {
        caller.close(status, trailers);
      }
      ended.accept(status);
    }
  }
}
