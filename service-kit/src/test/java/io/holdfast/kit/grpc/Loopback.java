package io.holdfast.kit.grpc;

import io.grpc.BindableService;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.AbstractStub;
import io.grpc.stub.MetadataUtils;
import io.holdfast.kit.access.Tokens;
import io.holdfast.kit.audit.AuditEntry;
import io.holdfast.kit.audit.AuditLog;
import io.holdfast.kit.id.Ids;
import io.holdfast.kit.telemetry.Metrics;
import io.holdfast.kit.telemetry.Tracing;
import io.holdfast.kit.time.LegalClock;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A service behind the whole chain on a free loopback port, and a channel to it. */
final class Loopback implements AutoCloseable {
  final List<AuditEntry> audited = new CopyOnWriteArrayList<>();
  final Metrics metrics = new Metrics("test");
  final Tracing tracing = Tracing.start("test", null);
  final GrpcServing serving;
  final ManagedChannel channel;
  private final AuditLog audit = new AuditLog(audited::addAll);

  Loopback(int callsMax, BindableService... services) {
    serving =
        GrpcServing.start(
            new GrpcServing.Settings("127.0.0.1", 0, callsMax),
            new GrpcServing.Chain(
                Tokens.verifier(InstantSource.system()),
                audit,
                tracing,
                metrics,
                InstantSource.system(),
                LegalClock.system(),
                new Ids(new SplittableRandom(1))),
            List.of(services));
    serving.ready(true);
    channel = NettyChannelBuilder.forTarget(target()).usePlaintext().build();
  }

  String target() {
    return "127.0.0.1:" + serving.port();
  }

  /** The stub with a token. */
  static <S extends AbstractStub<S>> S with(S stub, String token) {
    return with(stub, "authorization", "Bearer " + token);
  }

  /** The stub with a header. */
  static <S extends AbstractStub<S>> S with(S stub, String header, String value) {
    var headers = new Metadata();
    headers.put(Metadata.Key.of(header, Metadata.ASCII_STRING_MARSHALLER), value);
    return stub.withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers))
        .withDeadlineAfter(20, TimeUnit.SECONDS);
  }

  @Override
  public void close() throws InterruptedException {
    channel.shutdownNow();
    if (!channel.awaitTermination(5, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the channel does not end");
    }
    serving.close();
    audit.close();
    metrics.close();
    tracing.close();
  }
}
