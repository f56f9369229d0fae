package io.holdfast.kit.telemetry;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.Contexts;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Carries W3C {@code traceparent} through the services. Every call has a trace id, whether or not a
 * collector is there to receive spans; spans name the method and the outcome, never a value.
 */
public final class Tracing implements AutoCloseable {
  private static final io.grpc.Context.Key<Context> KEY = io.grpc.Context.key("holdfast-trace");
  private static final AttributeKey<String> METHOD = AttributeKey.stringKey("rpc.method");
  private static final AttributeKey<String> CODE = AttributeKey.stringKey("rpc.grpc.status_code");
  private static final Duration FLUSH_LIMIT = Duration.ofSeconds(3);

  private final SdkTracerProvider provider;
  private final Tracer tracer;

  private Tracing(SdkTracerProvider provider) {
    this.provider = provider;
    this.tracer = provider.get("io.holdfast");
  }

  /**
   * Starts tracing for a service.
   *
   * @param otlpEndpoint where a collector takes OTLP over HTTP, e.g. {@code
   *     http://127.0.0.1:4318/v1/traces}; without one, ids are made and passed on, and spans are
   *     dropped
   */
  public static Tracing start(String service, @Nullable String otlpEndpoint) {
    var resource =
        Resource.getDefault().toBuilder().put(AttributeKey.stringKey("service.name"), service);
    var builder = SdkTracerProvider.builder().setResource(resource.build());
    if (otlpEndpoint == null) {
      builder.setSampler(Sampler.alwaysOff());
    } else {
      var exporter = OtlpHttpSpanExporter.builder().setEndpoint(otlpEndpoint).build();
      builder
          .setSampler(Sampler.parentBased(Sampler.alwaysOn()))
          .addSpanProcessor(BatchSpanProcessor.builder(exporter).setMaxQueueSize(2048).build());
    }
    return new Tracing(builder.build());
  }

  /** The current call's trace id, 32 hexadecimal characters; empty outside a call. */
  public static String traceId() {
    Context context = KEY.get();
    return context == null ? "" : Span.fromContext(context).getSpanContext().getTraceId();
  }

  /** Takes up the caller's trace, or begins one. */
  public ServerInterceptor server() {
    return new Server();
  }

  /** Passes the current call's trace on. */
  public ClientInterceptor client() {
    return new Client();
  }

  @Override
  public void close() {
    provider.shutdown().join(FLUSH_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
  }

  private final class Server implements ServerInterceptor {
    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
        ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
      String method = call.getMethodDescriptor().getFullMethodName();
      Context parent =
          W3CTraceContextPropagator.getInstance().extract(Context.root(), headers, HEADERS);
      Span span =
          tracer
              .spanBuilder(method)
              .setParent(parent)
              .setSpanKind(SpanKind.SERVER)
              .setAttribute(METHOD, method)
              .startSpan();
      var ended = new AtomicBoolean();
      var traced =
          new SimpleForwardingServerCall<Q, A>(call) {
            @Override
            public void close(Status status, Metadata trailers) {
              end(span, status, ended);
              super.close(status, trailers);
            }
          };
      var context = io.grpc.Context.current().withValue(KEY, parent.with(span));
      return new SimpleForwardingServerCallListener<>(
          Contexts.interceptCall(context, traced, headers, next)) {
        @Override
        public void onCancel() {
          end(span, Status.CANCELLED, ended);
          super.onCancel();
        }
      };
    }

    private void end(Span span, Status status, AtomicBoolean ended) {
      if (ended.compareAndSet(false, true)) {
        span.setAttribute(CODE, status.getCode().name());
        if (!status.isOk()) {
          span.setStatus(StatusCode.ERROR);
        }
        span.end();
      }
    }
  }

  private static final class Client implements ClientInterceptor {
    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(
        MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
      Context context = KEY.get();
      ClientCall<Q, A> call = next.newCall(method, options);
      return context == null
          ? call
          : new SimpleForwardingClientCall<>(call) {
            @Override
            public void start(Listener<A> listener, Metadata headers) {
              W3CTraceContextPropagator.getInstance()
                  .inject(context, headers, (to, key, value) -> put(to, key, value));
              super.start(listener, headers);
            }
          };
    }
  }

  private static void put(@Nullable Metadata headers, String key, String value) {
    if (headers != null) {
      headers.put(Metadata.Key.of(key, Metadata.ASCII_STRING_MARSHALLER), value);
    }
  }

  private static final TextMapGetter<Metadata> HEADERS =
      new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Metadata headers) {
          return headers.keys();
        }

        @Override
        public @Nullable String get(@Nullable Metadata headers, String key) {
          return headers == null
              ? null
              : headers.get(Metadata.Key.of(key, Metadata.ASCII_STRING_MARSHALLER));
        }
      };
}
