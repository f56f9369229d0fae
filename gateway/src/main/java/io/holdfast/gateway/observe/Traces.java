package io.holdfast.gateway.observe;

import io.grpc.Metadata;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapSetter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * W3C trace context: taken from the caller or begun here, and passed on with every call. Spans are
 * sent out (OTLP over HTTP) where an endpoint is named; without one only the ids travel. Spans hold
 * route templates and codes, no values.
 */
public final class Traces implements AutoCloseable {
  private static final W3CTraceContextPropagator CONTEXT = W3CTraceContextPropagator.getInstance();
  private static final TextMapSetter<Metadata> TO_METADATA =
      (metadata, name, value) -> {
        if (metadata != null) {
          Metadata.Key<String> key = Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
          metadata.discardAll(key);
          metadata.put(key, value);
        }
      };

  private final SdkTracerProvider provider;
  private final Tracer tracer;

  private Traces(SdkTracerProvider provider) {
    this.provider = provider;
    this.tracer = provider.get("io.holdfast.gateway");
  }

  /**
   * Begins tracing.
   *
   * @param endpoint e.g. `http://collector:4318/v1/traces`; null or blank: none
   * @param sampled share of the traces begun here that is sent, 0 to 1
   */
  public static Traces to(@Nullable String endpoint, double sampled) {
    var builder =
        SdkTracerProvider.builder()
            .setResource(Resource.builder().put("service.name", "holdfast-gateway").build());
    if (endpoint == null || endpoint.isBlank()) {
      return new Traces(builder.setSampler(Sampler.alwaysOff()).build());
    }
    var exporter =
        OtlpHttpSpanExporter.builder()
            .setEndpoint(endpoint)
            .setTimeout(Duration.ofSeconds(5))
            .build();
    return new Traces(
        builder
            .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(sampled)))
            .addSpanProcessor(
                BatchSpanProcessor.builder(exporter)
                    .setMaxQueueSize(2_048)
                    .setExporterTimeout(Duration.ofSeconds(5))
                    .build())
            .build());
  }

  /** The span of an HTTP request, a child of the caller's. */
  public Span begin(HttpHeaders headers) {
    return start(CONTEXT.extract(Context.root(), headers, FromHeaders.GETTER));
  }

  /** The span of a native gRPC call, a child of the caller's. */
  public Span begin(Metadata metadata) {
    return start(CONTEXT.extract(Context.root(), metadata, FromMetadata.GETTER));
  }

  /** Writes `traceparent` (and `tracestate`) of this span, replacing what stands there. */
  public void pass(Span span, Metadata metadata) {
    CONTEXT.inject(Context.root().with(span), metadata, TO_METADATA);
  }

  private Span start(Context parent) {
    return tracer.spanBuilder("gateway").setSpanKind(SpanKind.SERVER).setParent(parent).startSpan();
  }

  @Override
  public void close() {
    provider.close();
  }

  private enum FromHeaders implements TextMapGetter<HttpHeaders> {
    GETTER;

    @Override
    public Iterable<String> keys(HttpHeaders headers) {
      return List.of();
    }

    @Override
    public @Nullable String get(@Nullable HttpHeaders headers, String name) {
      return headers == null ? null : headers.getFirst(name);
    }
  }

  private enum FromMetadata implements TextMapGetter<Metadata> {
    GETTER;

    @Override
    public Iterable<String> keys(Metadata metadata) {
      return metadata.keys();
    }

    @Override
    public @Nullable String get(@Nullable Metadata metadata, String name) {
      return metadata == null
          ? null
          : metadata.get(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER));
    }
  }
}
