package io.holdfast.kit.grpc;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.ServerInterceptor;
import io.grpc.ServerInterceptors;
import io.grpc.ServerServiceDefinition;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.ProtoServiceDescriptorSupplier;
import io.grpc.protobuf.services.HealthStatusManager;
import io.holdfast.kit.access.AccessInterceptor;
import io.holdfast.kit.access.AccessRules;
import io.holdfast.kit.access.SeenBy;
import io.holdfast.kit.access.TokenVerifier;
import io.holdfast.kit.audit.AuditInterceptor;
import io.holdfast.kit.audit.AuditLog;
import io.holdfast.kit.id.Ids;
import io.holdfast.kit.telemetry.Metrics;
import io.holdfast.kit.telemetry.Tracing;
import io.holdfast.kit.time.LegalClock;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A service's gRPC server (h2c). Every call passes the same chain: trace, metrics, problem mapping,
 * limit, token and access rule, audit, {@code seen_by}, validation, handler. The chain runs, and
 * handlers block, on virtual threads.
 */
public final class GrpcServing implements AutoCloseable {
  /** Calls a service takes at once unless told otherwise. */
  public static final int CALLS_MAX = 2_000;

  private static final int CALLS_MARGIN = 100;
  private static final int MESSAGE_BYTES_MAX = 4 * 1024 * 1024;
  private static final int METADATA_BYTES_MAX = 16 * 1024;
  private static final Duration PING_MIN = Duration.ofSeconds(20);
  private static final Duration PING_OWN = Duration.ofMinutes(1);
  private static final Duration PING_ANSWER = Duration.ofSeconds(20);
  private static final Duration DRAIN = Duration.ofSeconds(10);
  private static final Duration DRAIN_STEP = Duration.ofMillis(50);

  /**
   * Where and how much.
   *
   * @param bind address to listen on
   * @param port 0 takes any free port
   * @param callsMax calls at once, streams included
   */
  public record Settings(String bind, int port, int callsMax) {}

  /**
   * What the chain works with.
   *
   * @param system the system's clock: tokens and deadlines go by it
   * @param legal the clock audit entries go by
   * @param ids ids of audit entries
   */
  public record Chain(
      TokenVerifier tokens,
      AuditLog audit,
      Tracing tracing,
      Metrics metrics,
      InstantSource system,
      LegalClock legal,
      Ids ids) {}

  private final Server server;
  private final HealthStatusManager health;
  private final CallLimit limit;
  private final ExecutorService threads;

  private GrpcServing(
      Server server, HealthStatusManager health, CallLimit limit, ExecutorService threads) {
    this.server = server;
    this.health = health;
    this.limit = limit;
    this.threads = threads;
  }

  /**
   * Begins to serve.
   *
   * @throws IllegalStateException if a method has no access rule, or the port cannot be had
   */
  public static GrpcServing start(
      Settings settings, Chain chain, List<? extends BindableService> services) {
    List<ServerServiceDefinition> definitions =
        services.stream().map(BindableService::bindService).toList();
    List<ServiceDescriptor> descriptors =
        definitions.stream().map(GrpcServing::descriptor).toList();
    var limit = new CallLimit(settings.callsMax());
    List<ServerInterceptor> interceptors = interceptors(chain, limit, descriptors);
    var health = new HealthStatusManager();
    ExecutorService threads =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("call-", 0).factory());
    var builder =
        NettyServerBuilder.forAddress(new InetSocketAddress(settings.bind(), settings.port()))
            .executor(threads)
            .maxInboundMessageSize(MESSAGE_BYTES_MAX)
            .maxInboundMetadataSize(METADATA_BYTES_MAX)
            // More than the limit: one call too many shall be told so, not wait in the client.
            .maxConcurrentCallsPerConnection(2 * settings.callsMax() + CALLS_MARGIN)
            .permitKeepAliveTime(PING_MIN.toSeconds(), TimeUnit.SECONDS)
            .permitKeepAliveWithoutCalls(true)
            .keepAliveTime(PING_OWN.toSeconds(), TimeUnit.SECONDS)
            .keepAliveTimeout(PING_ANSWER.toSeconds(), TimeUnit.SECONDS)
            .addService(health.getHealthService());
    for (ServerServiceDefinition definition : definitions) {
      builder.addService(ServerInterceptors.interceptForward(definition, interceptors));
    }
    try {
      return new GrpcServing(builder.build().start(), health, limit, threads);
    } catch (IOException e) {
      threads.close();
      throw new IllegalStateException(
          "gRPC port " + settings.bind() + ":" + settings.port() + " cannot be had: " + e, e);
    }
  }

  /** The chain, outermost first. */
  private static List<ServerInterceptor> interceptors(
      Chain chain, CallLimit limit, List<ServiceDescriptor> services) {
    var audit = new AuditInterceptor(chain.audit(), chain.legal(), chain.ids());
    List<Descriptor> requests =
        services.stream()
            .flatMap(service -> service.getMethods().stream())
            .map(method -> method.getInputType())
            .distinct()
            .toList();
    var access =
        new AccessInterceptor(chain.tokens(), AccessRules.of(services), audit, chain.system());
    return List.of(
        chain.tracing().server(),
        chain.metrics().server(),
        new ProblemInterceptor(),
        limit,
        access,
        audit,
        new SeenBy(),
        new Validation(requests),
        // Once more, nearest to the handler: its refusals shall pass the audit as statuses.
        new ProblemInterceptor(),
        new StreamThreads());
  }

  private static ServiceDescriptor descriptor(ServerServiceDefinition definition) {
    if (definition.getServiceDescriptor().getSchemaDescriptor()
        instanceof ProtoServiceDescriptorSupplier supplier) {
      return supplier.getServiceDescriptor();
    }
    throw new IllegalStateException(
        definition.getServiceDescriptor().getName()
            + ": no contract (expected: a service generated from a .proto)");
  }

  /** The port that was taken. */
  public int port() {
    return server.getPort();
  }

  /** Calls in progress, streams included. */
  public int running() {
    return limit.running();
  }

  /** Tells health checks whether calls make sense now. */
  public void ready(boolean ready) {
    health.setStatus(
        HealthStatusManager.SERVICE_NAME_ALL_SERVICES,
        ready ? ServingStatus.SERVING : ServingStatus.NOT_SERVING);
  }

  /**
   * Takes no more calls, lets those in progress end for at most 10 s, then ends the rest; streams
   * resume elsewhere.
   */
  @Override
  public void close() {
    health.enterTerminalState();
    server.shutdown();
    try {
      long end = System.nanoTime() + DRAIN.toNanos();
      while (limit.ending() > 0 && System.nanoTime() - end < 0) {
        Thread.sleep(DRAIN_STEP);
      }
      server.shutdownNow();
      if (!server.awaitTermination(DRAIN.toSeconds(), TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      server.shutdownNow();
      Thread.currentThread().interrupt();
    }
    threads.shutdown();
  }
}
