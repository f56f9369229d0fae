package io.holdfast.kit.grpc;

import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.holdfast.kit.problem.KitReason;
import io.holdfast.kit.problem.Problem;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Takes at most so many calls at once, streams included; one more is told to come back. */
final class CallLimit implements ServerInterceptor {
  private static final Duration RETRY = Duration.ofSeconds(1);

  private final Semaphore places;
  private final AtomicInteger streams = new AtomicInteger();
  private final int max;

  CallLimit(int max) {
    this.max = max;
    this.places = new Semaphore(max);
  }

  /** Calls in progress. */
  int running() {
    return max - places.availablePermits();
  }

  /** Calls in progress that end by themselves: server streams do not. */
  int ending() {
    return running() - streams.get();
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    if (!places.tryAcquire()) {
      throw Problem.of(KitReason.TOO_MANY_CALLS).retryAfter(RETRY);
    }
    boolean stream = !call.getMethodDescriptor().getType().serverSendsOneMessage();
    if (stream) {
      streams.incrementAndGet();
    }
    var left = new AtomicBoolean();
    try {
      return new SimpleForwardingServerCallListener<>(next.startCall(call, headers)) {
        @Override
        public void onComplete() {
          try {
            super.onComplete();
          } finally {
            leave(left, stream);
          }
        }

        @Override
        public void onCancel() {
          try {
            super.onCancel();
          } finally {
            leave(left, stream);
          }
        }
      };
    } catch (RuntimeException | Error e) {
      leave(left, stream);
      throw e;
    }
  }

  private void leave(AtomicBoolean left, boolean stream) {
    if (left.compareAndSet(false, true)) {
      if (stream) {
        streams.decrementAndGet();
      }
      places.release();
    }
  }
}
