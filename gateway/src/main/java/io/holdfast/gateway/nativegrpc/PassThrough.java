package io.holdfast.gateway.nativegrpc;

import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.Context;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.Status;
import io.holdfast.gateway.limit.CallerLimits;
import io.holdfast.gateway.observe.Meters;
import io.holdfast.gateway.observe.Traces;
import io.holdfast.gateway.problem.Refusal;
import io.holdfast.gateway.security.Caller;
import io.holdfast.gateway.security.TokenCheck;
import io.holdfast.gateway.upstream.Upstream;
import io.opentelemetry.api.trace.Span;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One method passed through: token, limits and breaker as for REST, then bytes both ways. */
final class PassThrough implements ServerCallHandler<byte[], byte[]> {
  private static final Logger ACCESS = LoggerFactory.getLogger("access");
  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
  private static final Duration UNARY_DEADLINE = Duration.ofSeconds(10);
  private static final Duration STREAM_GRACE = Duration.ofSeconds(5);

  /** What every method shares. */
  record Door(
      TokenCheck tokens,
      CallerLimits limits,
      Traces traces,
      Meters meters,
      InstantSource clock,
      LongSupplier nanos) {}

  private final Door door;
  private final Upstream upstream;
  private final MethodDescriptor<byte[], byte[]> method;

  PassThrough(Door door, Upstream upstream, MethodDescriptor<byte[], byte[]> method) {
    this.door = door;
    this.upstream = upstream;
    this.method = method;
  }

  @Override
  public ServerCall.Listener<byte[]> startCall(ServerCall<byte[], byte[]> call, Metadata headers) {
    Passage passage = new Passage(call);
    Span span = door.traces().begin(headers);
    long start = door.nanos().getAsLong();
    Context context = Context.current();
    // Where the keys are known this runs to its end before it returns.
    var _ =
        door.tokens()
            .check(headers.get(AUTHORIZATION))
            .subscribe(
                caller ->
                    context.run(
                        () -> {
                          try {
                            open(passage, caller, headers, span, start);
                          } catch (Refusal refusal) {
                            refuse(passage, refusal, caller.subject(), span, start);
                          }
                        }),
                failure -> refuse(passage, strangers(call, failure), "", span, start));
    return passage;
  }

  private void open(Passage passage, Caller caller, Metadata headers, Span span, long start) {
    door.limits().request(caller.subject());
    boolean unary = method.getType() == MethodDescriptor.MethodType.UNARY;
    if (unary) {
      door.limits().enter();
    } else {
      door.limits().openStream(caller.subject());
    }
    Runnable leave =
        unary ? door.limits()::leave : () -> door.limits().closeStream(caller.subject());
    try {
      if (unary) {
        upstream.admit();
      } else {
        upstream.admitStream();
      }
    } catch (Refusal refusal) {
      leave.run();
      throw refusal;
    }
    door.traces().pass(span, headers);
    Duration life = Duration.between(door.clock().instant(), caller.expireTime());
    Duration deadline = unary ? UNARY_DEADLINE : life.plus(STREAM_GRACE);
    ClientCall<byte[], byte[]> onward =
        upstream.open(
            method,
            CallOptions.DEFAULT.withDeadlineAfter(deadline.toMillis(), TimeUnit.MILLISECONDS));
    passage.open(
        onward,
        headers,
        status -> {
          leave.run();
          long took = door.nanos().getAsLong() - start;
          if (unary) {
            upstream.ended(status.getCode(), took);
          }
          ended(status, caller, span, took, "");
        });
  }

  private void refuse(Passage passage, Refusal refusal, String subject, Span span, long start) {
    Status status = passage.refuse(refusal);
    ended(
        status,
        new Caller(subject, "", door.clock().instant()),
        span,
        door.nanos().getAsLong() - start,
        refusal.reason().name());
  }

  /** A caller without a good token is limited by address, so that guessing stays slow. */
  private Refusal strangers(ServerCall<byte[], byte[]> call, Throwable failure) {
    SocketAddress from = call.getAttributes().get(io.grpc.Grpc.TRANSPORT_ATTR_REMOTE_ADDR);
    try {
      door.limits()
          .request(from instanceof InetSocketAddress inet ? inet.getHostString() : "unknown");
    } catch (Refusal limited) {
      return limited;
    }
    return failure instanceof Refusal refusal ? refusal : Refusal.of(Refusal.Reason.INTERNAL);
  }

  private void ended(Status status, Caller caller, Span span, long tookNanos, String reason) {
    Duration took = Duration.ofNanos(tookNanos);
    door.meters().call("grpc", method.getFullMethodName(), status.getCode(), took);
    span.updateName(method.getFullMethodName());
    span.end();
    ACCESS
        .atInfo()
        .addKeyValue("face", "grpc")
        .addKeyValue("route", method.getFullMethodName())
        .addKeyValue("code", status.getCode().name())
        .addKeyValue("reason", reason)
        .addKeyValue("millis", took.toMillis())
        .addKeyValue("subject", caller.subject())
        .addKeyValue("client", caller.client())
        .addKeyValue("traceId", span.getSpanContext().getTraceId())
        .log("call");
  }
}
