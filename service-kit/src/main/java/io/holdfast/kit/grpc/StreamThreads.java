package io.holdfast.kit.grpc;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Runs the handler of a server stream on a virtual thread of its own, so that it may block while
 * gRPC's callbacks go on: they are what tells it that there is room again, or nobody there.
 */
final class StreamThreads implements ServerInterceptor {
  private static final Context.Key<Gate> GATE = Context.key("holdfast-gate");

  /** Lets a sender wait for gRPC's next word on the stream. */
  static final class Gate {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    void signal() {
      lock.lock();
      try {
        changed.signalAll();
      } finally {
        lock.unlock();
      }
    }

    /** Waits for a signal, but never long: one given just before must not be missed for good. */
    void await(Duration limit) {
      lock.lock();
      try {
        boolean signalled = changed.await(limit.toMillis(), TimeUnit.MILLISECONDS);
        if (!signalled) {
          Thread.onSpinWait();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancelledException("the thread was told to stop");
      } finally {
        lock.unlock();
      }
    }
  }

  /** The current stream's gate, if this thread serves one. */
  static @Nullable Gate gate() {
    return GATE.get();
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    if (call.getMethodDescriptor().getType() != MethodType.SERVER_STREAMING) {
      return next.startCall(call, headers);
    }
    var gate = new Gate();
    Context context = Context.current().withValue(GATE, gate);
    return new SimpleForwardingServerCallListener<>(
        Contexts.interceptCall(context, call, headers, next)) {
      @Override
      public void onHalfClose() {
        Runnable handler = super::onHalfClose;
        Thread.ofVirtual().name("stream").start(context.wrap(() -> run(handler, call)));
      }

      @Override
      public void onReady() {
        gate.signal();
        super.onReady();
      }

      @Override
      public void onCancel() {
        gate.signal();
        super.onCancel();
      }
    };
  }

  private static void run(Runnable handler, ServerCall<?, ?> call) {
    try {
      handler.run();
    } catch (RuntimeException | Error e) {
      // Outside of gRPC's threads nobody else would hear of it; the call's guard translates the
      // cause.
      call.close(Status.UNKNOWN.withCause(e), new Metadata());
    }
  }
}
