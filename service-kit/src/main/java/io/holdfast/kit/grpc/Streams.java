package io.holdfast.kit.grpc;

import io.grpc.Context;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Blocking streams for handlers on virtual threads. */
public final class Streams {
  /** A reader that takes nothing for so long is ended; it may resume. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final Duration CHECK = Duration.ofMillis(50);
  private static final Duration CHECK_WITHOUT_GATE = Duration.ofMillis(2);

  /** Messages of an upload that may wait for the handler. */
  private static final int AHEAD_MAX = 4;

  private static final Duration UPLOAD_STEP = Duration.ofSeconds(30);

  private Streams() {}

  /**
   * Sends the next message, waiting while the reader has not taken the last ones.
   *
   * @throws CancelledException if the reader is gone
   * @throws StatusRuntimeException ABORTED if it is there but took nothing for 20 s
   */
  public static <T> void send(StreamObserver<T> to, T message) {
    if (!(to instanceof ServerCallStreamObserver<T> out)) {
      throw new IllegalArgumentException(
          to.getClass().getName() + " (expected: the observer gRPC gave the handler)");
    }
    StreamThreads.Gate gate = StreamThreads.gate();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!out.isReady()) {
      requireReader(out);
      if (System.nanoTime() - end > 0) {
        throw Status.ABORTED.withDescription("reader too slow; resume").asRuntimeException();
      }
      if (gate == null) {
        new StreamThreads.Gate().await(CHECK_WITHOUT_GATE);
      } else {
        gate.await(CHECK);
      }
    }
    requireReader(out);
    try {
      out.onNext(message);
    } catch (StatusRuntimeException e) {
      if (e.getStatus().getCode() == Status.Code.CANCELLED) {
        throw new CancelledException("the reader left");
      }
      throw e;
    }
  }

  /**
   * Receives an upload: {@code handler} runs on a virtual thread of its own and blocks in the
   * iterator for the next message, which ends with the upload or throws {@link CancelledException}
   * if it breaks off. What it returns is the answer; what it throws, the refusal.
   */
  public static <Q, A> StreamObserver<Q> receive(
      StreamObserver<A> answer, Function<Iterator<Q>, A> handler) {
    var upload = new Upload<Q>();
    Thread.ofVirtual()
        .name("upload")
        .start(Context.current().wrap(() -> run(answer, handler, upload)));
    return upload;
  }

  private static <Q, A> void run(
      StreamObserver<A> answer, Function<Iterator<Q>, A> handler, Upload<Q> upload) {
    try {
      A result = handler.apply(upload.iterator());
      upload.finish();
      answer.onNext(result);
      answer.onCompleted();
    } catch (RuntimeException | Error e) {
      upload.finish();
      answer.onError(e);
    }
  }

  private static void requireReader(ServerCallStreamObserver<?> out) {
    if (out.isCancelled()) {
      throw new CancelledException("the reader left");
    }
  }

  private sealed interface Step<Q> {
    record Next<Q>(Q message) implements Step<Q> {}

    record End<Q>() implements Step<Q> {}

    record Broken<Q>() implements Step<Q> {}
  }

  /** Hands messages over; a full queue holds gRPC back, and with it the sender. */
  private static final class Upload<Q> implements StreamObserver<Q> {
    private final BlockingQueue<Step<Q>> queue = new ArrayBlockingQueue<>(AHEAD_MAX);
    private volatile boolean finished;

    void finish() {
      finished = true;
      queue.clear();
    }

    Iterator<Q> iterator() {
      return new Iterator<>() {
        private @Nullable Step<Q> step;

        @Override
        public boolean hasNext() {
          if (step == null) {
            step = take();
          }
          return switch (step) {
            case Step.Next<Q> _ -> true;
            case Step.End<Q> _ -> false;
            case Step.Broken<Q> _ -> throw new CancelledException("the upload broke off");
          };
        }

        @Override
        public Q next() {
          if (hasNext() && step instanceof Step.Next<Q>(var message)) {
            step = null;
            return message;
          }
          throw new NoSuchElementException("the upload is over");
        }
      };
    }

    @Override
    public void onNext(Q message) {
      put(new Step.Next<>(message));
    }

    @Override
    public void onError(Throwable thrown) {
      put(new Step.Broken<>());
    }

    @Override
    public void onCompleted() {
      put(new Step.End<>());
    }

    private void put(Step<Q> step) {
      try {
        long end = System.nanoTime() + UPLOAD_STEP.toNanos();
        while (!finished && !queue.offer(step, CHECK.toMillis(), TimeUnit.MILLISECONDS)) {
          if (System.nanoTime() - end > 0) {
            throw Status.ABORTED.withDescription("upload not taken in time").asRuntimeException();
          }
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancelledException("the thread was told to stop");
      }
    }

    private Step<Q> take() {
      try {
        Step<Q> step = queue.poll(UPLOAD_STEP.toMillis(), TimeUnit.MILLISECONDS);
        return step == null ? new Step.Broken<>() : step;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return new Step.Broken<>();
      }
    }
  }
}
