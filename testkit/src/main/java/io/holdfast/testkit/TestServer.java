package io.holdfast.testkit;

import io.grpc.BindableService;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ClientInterceptors;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.netty.NettyChannelBuilder;
import io.holdfast.kit.audit.AuditEntry;
import io.holdfast.kit.audit.AuditLog;
import io.holdfast.kit.audit.AuditSink;
import io.holdfast.kit.grpc.GrpcServing;
import io.holdfast.kit.id.Ids;
import io.holdfast.kit.telemetry.Metrics;
import io.holdfast.kit.telemetry.Tracing;
import io.holdfast.kit.time.LegalClock;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * Services behind the whole interceptor chain on a loopback port, with channels that carry a token.
 */
public final class TestServer implements AutoCloseable {
  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

  private final List<AuditEntry> audit = new CopyOnWriteArrayList<>();
  private final AuditLog log;
  private final Tracing tracing = Tracing.start("test", null);
  private final Metrics metrics = new Metrics("test");
  private final GrpcServing serving;
  private final ManagedChannel channel;

  /** Serves {@code services}; audit entries go by {@code clock}. */
  public TestServer(LegalClock clock, BindableService... services) {
    this(clock, _ -> {}, services);
  }

  /** The same, keeping the entries in {@code sink} too. */
  public TestServer(LegalClock clock, AuditSink sink, BindableService... services) {
    log =
        new AuditLog(
            entries -> {
              audit.addAll(entries);
              sink.insert(entries);
            });
    serving =
        GrpcServing.start(
            new GrpcServing.Settings("127.0.0.1", 0, GrpcServing.CALLS_MAX),
            new GrpcServing.Chain(
                TestTokens.verifier(),
                log,
                tracing,
                metrics,
                InstantSource.system(),
                clock,
                new Ids(new SecureRandom())),
            List.of(services));
    channel = NettyChannelBuilder.forAddress("127.0.0.1", serving.port()).usePlaintext().build();
  }

  /** A channel whose calls carry {@code token}. */
  public Channel as(String token) {
    return ClientInterceptors.intercept(
        channel,
        new ClientInterceptor() {
          @Override
          public <Q, A> ClientCall<Q, A> interceptCall(
              MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
            return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
              @Override
              public void start(Listener<A> listener, Metadata headers) {
                headers.put(AUTHORIZATION, "Bearer " + token);
                super.start(listener, headers);
              }
            };
          }
        });
  }

  /** A channel without a token. */
  public Channel anonymous() {
    return channel;
  }

  /** Refusals and reads of personal data, as the audit log got them. */
  public List<AuditEntry> audit() {
    return List.copyOf(audit);
  }

  @Override
  public void close() throws InterruptedException {
    channel.shutdownNow();
    channel.awaitTermination(5, TimeUnit.SECONDS);
    serving.close();
    log.close();
    metrics.close();
    tracing.close();
  }
}
