package io.holdfast.kit.grpc;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.protobuf.StatusProto;
import io.holdfast.kit.problem.KitReason;
import io.holdfast.kit.problem.Problem;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * Counts a peer's failures and stops asking when there are too many. Its refusals are answers, not
 * failures.
 */
final class BreakerInterceptor implements ClientInterceptor {
  private static final Duration RETRY = Duration.ofSeconds(2);

  private final String peer;
  private final CircuitBreaker breaker;

  BreakerInterceptor(String peer, CircuitBreaker breaker) {
    this.peer = peer;
    this.breaker = breaker;
  }

  @Override
  public <Q, A> ClientCall<Q, A> interceptCall(
      MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
    if (!breaker.tryAcquirePermission()) {
      throw unavailable().toStatus();
    }
    long start = System.nanoTime();
    return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
      @Override
      public void start(Listener<A> listener, Metadata headers) {
        super.start(
            new SimpleForwardingClientCallListener<>(listener) {
              @Override
              public void onClose(Status status, Metadata trailers) {
                record(status, System.nanoTime() - start);
                closeWith(status, trailers, delegate());
              }
            },
            headers);
      }
    };
  }

  private void record(Status status, long nanos) {
    switch (status.getCode()) {
      case UNAVAILABLE, DEADLINE_EXCEEDED, UNKNOWN, INTERNAL, DATA_LOSS ->
          breaker.onError(nanos, TimeUnit.NANOSECONDS, status.asRuntimeException());
      case CANCELLED -> breaker.releasePermission();
      case OK,
          INVALID_ARGUMENT,
          NOT_FOUND,
          ALREADY_EXISTS,
          PERMISSION_DENIED,
          RESOURCE_EXHAUSTED,
          FAILED_PRECONDITION,
          ABORTED,
          OUT_OF_RANGE,
          UNIMPLEMENTED,
          UNAUTHENTICATED ->
          breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
    }
  }

  /** A connection's own words name addresses; the caller gets ours. */
  private <A> void closeWith(Status status, Metadata trailers, ClientCall.Listener<A> listener) {
    boolean worded = StatusProto.fromStatusAndTrailers(status, trailers).getDetailsCount() > 0;
    if (status.getCode() == Status.Code.UNAVAILABLE && !worded) {
      var ours = unavailable().toStatus();
      listener.onClose(
          ours.getStatus().withCause(status.asRuntimeException()),
          Objects.requireNonNullElseGet(ours.getTrailers(), Metadata::new));
    } else if (status.getCode() == Status.Code.DEADLINE_EXCEEDED) {
      listener.onClose(status.withDescription(peer + " did not answer in time"), trailers);
    } else {
      listener.onClose(status, trailers);
    }
  }

  private Problem unavailable() {
    return Problem.of(KitReason.PEER_UNAVAILABLE, "peer", peer).retryAfter(RETRY);
  }
}
