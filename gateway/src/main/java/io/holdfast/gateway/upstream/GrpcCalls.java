package io.holdfast.gateway.upstream;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.protobuf.DynamicMessage;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.holdfast.gateway.observe.Meters;
import io.holdfast.gateway.problem.Refusal;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * gRPC calls as reactive streams: demand, cancellation and deadlines go through in both directions.
 */
public final class GrpcCalls {
  private static final String FACE = "rest";

  private final Meters meters;
  private final LongSupplier nanos;

  /**
   * Calls counted in these meters.
   *
   * @param nanos a monotonic clock
   */
  public GrpcCalls(Meters meters, LongSupplier nanos) {
    this.meters = meters;
    this.nanos = nanos;
  }

  /**
   * One question, one answer.
   *
   * @param metadata made anew for each try
   * @param repeatable whether a second try can do no harm
   */
  public Mono<DynamicMessage> unary(
      Upstream upstream,
      MethodDescriptor<DynamicMessage, DynamicMessage> method,
      DynamicMessage request,
      Supplier<Metadata> metadata,
      Duration deadline,
      boolean repeatable) {
    Mono<DynamicMessage> once =
        Mono.create(sink -> ask(upstream, method, request, metadata.get(), deadline, sink));
    if (!repeatable) {
      return once;
    }
    return once.onErrorResume(
        failure ->
            failure instanceof StatusRuntimeException status
                    && status.getStatus().getCode() == Status.Code.UNAVAILABLE
                    && upstream.maySpendRetry()
                ? once
                : Mono.error(failure));
  }

  private void ask(
      Upstream upstream,
      MethodDescriptor<DynamicMessage, DynamicMessage> method,
      DynamicMessage request,
      Metadata metadata,
      Duration deadline,
      MonoSink<DynamicMessage> sink) {
    try {
      upstream.admit();
    } catch (Refusal refusal) {
      sink.error(refusal);
      return;
    }
    long start = nanos.getAsLong();
    ClientCall<DynamicMessage, DynamicMessage> call =
        upstream.open(
            method,
            CallOptions.DEFAULT.withDeadlineAfter(deadline.toMillis(), TimeUnit.MILLISECONDS));
    AtomicBoolean gone = new AtomicBoolean();
    sink.onCancel(
        () -> {
          gone.set(true);
          call.cancel("the caller went away", null);
        });
    call.start(
        new ClientCall.Listener<>() {
          private @Nullable DynamicMessage answer;

          @Override
          public void onMessage(DynamicMessage message) {
            answer = message;
          }

          @Override
          public void onClose(Status status, Metadata trailers) {
            long took = nanos.getAsLong() - start;
            upstream.ended(status.getCode(), took);
            meters.call(FACE, method.getFullMethodName(), status.getCode(), Duration.ofNanos(took));
            if (!gone.get()) {
              finish(sink, status, trailers, answer);
            }
          }
        },
        metadata);
    call.request(2);
    call.sendMessage(request);
    call.halfClose();
  }

  /**
   * One question, many answers. A message is asked of the service only when the reader wants one.
   *
   * @param deadline when the stream ends at the latest
   */
  public Flux<DynamicMessage> stream(
      Upstream upstream,
      MethodDescriptor<DynamicMessage, DynamicMessage> method,
      DynamicMessage request,
      Metadata metadata,
      Duration deadline) {
    return Flux.create(
        sink -> {
          try {
            upstream.admitStream();
          } catch (Refusal refusal) {
            sink.error(refusal);
            return;
          }
          long start = nanos.getAsLong();
          ClientCall<DynamicMessage, DynamicMessage> call =
              upstream.open(
                  method,
                  CallOptions.DEFAULT.withDeadlineAfter(
                      deadline.toMillis(), TimeUnit.MILLISECONDS));
          call.start(
              new ClientCall.Listener<>() {
                @Override
                public void onMessage(DynamicMessage message) {
                  sink.next(message);
                }

                @Override
                public void onClose(Status status, Metadata trailers) {
                  meters.call(
                      FACE,
                      method.getFullMethodName(),
                      status.getCode(),
                      Duration.ofNanos(nanos.getAsLong() - start));
                  if (status.isOk()) {
                    sink.complete();
                  } else if (!sink.isCancelled()) {
                    sink.error(status.asRuntimeException(trailers));
                  }
                }
              },
              metadata);
          sink.onDispose(() -> call.cancel("the reader went away", null));
          sink.onRequest(wanted -> call.request((int) Math.min(wanted, Integer.MAX_VALUE)));
          call.sendMessage(request);
          call.halfClose();
        });
  }

  /** Many parts, one answer. A part is taken only when the service's side has room. */
  public Mono<DynamicMessage> upload(
      Upstream upstream,
      MethodDescriptor<DynamicMessage, DynamicMessage> method,
      Flux<DynamicMessage> parts,
      Metadata metadata,
      Duration deadline) {
    return Mono.create(
        sink -> {
          try {
            upstream.admitStream();
          } catch (Refusal refusal) {
            sink.error(refusal);
            return;
          }
          long start = nanos.getAsLong();
          ClientCall<DynamicMessage, DynamicMessage> call =
              upstream.open(
                  method,
                  CallOptions.DEFAULT.withDeadlineAfter(
                      deadline.toMillis(), TimeUnit.MILLISECONDS));
          PartSender sender = new PartSender(call, sink);
          call.start(
              new ClientCall.Listener<>() {
                private @Nullable DynamicMessage answer;

                @Override
                public void onReady() {
                  sender.more();
                }

                @Override
                public void onMessage(DynamicMessage message) {
                  answer = message;
                }

                @Override
                public void onClose(Status status, Metadata trailers) {
                  meters.call(
                      FACE,
                      method.getFullMethodName(),
                      status.getCode(),
                      Duration.ofNanos(nanos.getAsLong() - start));
                  if (sender.stop()) {
                    finish(sink, status, trailers, answer);
                  }
                }
              },
              metadata);
          sink.onCancel(
              () -> {
                sender.stop();
                call.cancel("the caller went away", null);
              });
          call.request(2);
          parts.subscribe(sender);
        });
  }

  private static void finish(
      MonoSink<DynamicMessage> sink,
      Status status,
      Metadata trailers,
      @Nullable DynamicMessage answer) {
    if (!status.isOk()) {
      sink.error(status.asRuntimeException(trailers));
    } else if (answer == null) {
      sink.error(Status.INTERNAL.asRuntimeException());
    } else {
      sink.success(answer);
    }
  }

  /** Takes one part at a time, and the next when the transport is ready for it. */
  private static final class PartSender extends BaseSubscriber<DynamicMessage> {
    private final ClientCall<DynamicMessage, DynamicMessage> call;
    private final MonoSink<DynamicMessage> sink;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final AtomicBoolean over = new AtomicBoolean();

    PartSender(ClientCall<DynamicMessage, DynamicMessage> call, MonoSink<DynamicMessage> sink) {
      this.call = call;
      this.sink = sink;
    }

    /** Takes no more parts. Says whether it was this call that ended the sending. */
    @CanIgnoreReturnValue
    boolean stop() {
      boolean first = over.compareAndSet(false, true);
      cancel();
      return first;
    }

    void more() {
      if (upstream() != null && call.isReady() && asked.compareAndSet(false, true)) {
        request(1);
      }
    }

    @Override
    protected void hookOnSubscribe(Subscription subscription) {
      asked.set(true);
      request(1);
    }

    @Override
    protected void hookOnNext(DynamicMessage part) {
      call.sendMessage(part);
      asked.set(false);
      more();
    }

    @Override
    protected void hookOnComplete() {
      call.halfClose();
    }

    @Override
    protected void hookOnError(Throwable failure) {
      // The caller reads why the upload was refused; the service only that it ended.
      if (over.compareAndSet(false, true)) {
        sink.error(failure);
        call.cancel("the upload was broken off", null);
      }
    }
  }
}
