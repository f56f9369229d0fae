package io.holdfast.gateway.nativegrpc;

import com.google.protobuf.Descriptors;
import io.grpc.HandlerRegistry;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Server;
import io.grpc.ServerMethodDefinition;
import io.grpc.netty.NettyServerBuilder;
import io.holdfast.gateway.contract.Contract;
import io.holdfast.gateway.contract.Grants;
import io.holdfast.gateway.limit.CallerLimits;
import io.holdfast.gateway.observe.Meters;
import io.holdfast.gateway.observe.Traces;
import io.holdfast.gateway.route.ServiceNames;
import io.holdfast.gateway.security.TokenCheck;
import io.holdfast.gateway.upstream.Upstreams;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.DefaultEventLoopGroup;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.local.LocalAddress;
import io.netty.channel.local.LocalIoHandler;
import io.netty.channel.local.LocalServerChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A gRPC server without a port: it is handed connections that the HTTP port has accepted and that
 * turned out to speak gRPC. It knows the methods the contract opens to the outside and passes their
 * bytes on; every other method, internal ones and reflection included, is UNIMPLEMENTED.
 */
public final class NativeServer implements AutoCloseable {
  private static final int MESSAGE_MAX = 4 * 1024 * 1024;
  private static final int METADATA_MAX = 16 * 1024;
  private static final int CALLS_PER_CONNECTION_MAX = 512;
  private static final Duration CLOSE_MAX = Duration.ofSeconds(5);

  private final Map<String, ServerMethodDefinition<byte[], byte[]>> methods = new HashMap<>();
  private final EventLoopGroup acceptor =
      new MultiThreadIoEventLoopGroup(
          1, new DefaultThreadFactory("grpc-acceptor", true), LocalIoHandler.newFactory());
  private final AlreadyRegistered connections = new AlreadyRegistered();
  private final LocalServerChannel entrance = new LocalServerChannel();
  private final Server server;

  /** A server for what the contract opens. */
  public NativeServer(
      Contract contract,
      ServiceNames services,
      Upstreams upstreams,
      TokenCheck tokens,
      CallerLimits limits,
      Traces traces,
      Meters meters,
      InstantSource clock,
      LongSupplier nanos) {
    var door = new PassThrough.Door(tokens, limits, traces, meters, clock, nanos);
    for (Descriptors.MethodDescriptor each : contract.methods()) {
      String service = services.of(each.getService().getFullName());
      if (service == null || Grants.internal(each)) {
        continue;
      }
      MethodDescriptor<byte[], byte[]> method = bytes(each);
      methods.put(
          method.getFullMethodName(),
          ServerMethodDefinition.create(
              method, new PassThrough(door, upstreams.get(service), method)));
    }
    this.server =
        NettyServerBuilder.forAddress(new LocalAddress("holdfast-gateway-" + hashCode()))
            .channelFactory(() -> entrance)
            .bossEventLoopGroup(acceptor)
            .workerEventLoopGroup(connections)
            .fallbackHandlerRegistry(new Known())
            .directExecutor()
            .maxInboundMessageSize(MESSAGE_MAX)
            .maxInboundMetadataSize(METADATA_MAX)
            .maxConcurrentCallsPerConnection(CALLS_PER_CONNECTION_MAX)
            .permitKeepAliveTime(10, TimeUnit.SECONDS)
            .permitKeepAliveWithoutCalls(true)
            .maxConnectionIdle(10, TimeUnit.MINUTES)
            .build();
  }

  /** Begins to take connections. */
  public void start() {
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Takes over a connection that is open and runs on one of the gateway's threads. It stays there.
   *
   * @param taken runs on the connection's thread once the connection is ready for its first bytes
   */
  void take(Channel connection, Runnable taken) {
    acceptor.execute(
        () -> {
          var _ = entrance.pipeline().fireChannelRead(connection);
          connection.eventLoop().execute(taken);
        });
  }

  @Override
  public void close() {
    server.shutdown();
    try {
      if (!server.awaitTermination(CLOSE_MAX.toSeconds(), TimeUnit.SECONDS)) {
        server.shutdownNow();
      }
    } catch (InterruptedException e) {
      server.shutdownNow();
      Thread.currentThread().interrupt();
    }
    var _ = acceptor.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    var _ = connections.shutdownGracefully(0, 1, TimeUnit.SECONDS);
  }

  private static MethodDescriptor<byte[], byte[]> bytes(Descriptors.MethodDescriptor method) {
    MethodType type =
        method.isClientStreaming()
            ? method.isServerStreaming() ? MethodType.BIDI_STREAMING : MethodType.CLIENT_STREAMING
            : method.isServerStreaming() ? MethodType.SERVER_STREAMING : MethodType.UNARY;
    return MethodDescriptor.newBuilder(Bytes.AS_THEY_ARE, Bytes.AS_THEY_ARE)
        .setType(type)
        .setFullMethodName(
            MethodDescriptor.generateFullMethodName(
                method.getService().getFullName(), method.getName()))
        .build();
  }

  private final class Known extends HandlerRegistry {
    @Override
    public @Nullable ServerMethodDefinition<?, ?> lookupMethod(
        String name, @Nullable String authority) {
      return methods.get(name);
    }
  }

  private enum Bytes implements MethodDescriptor.Marshaller<byte[]> {
    AS_THEY_ARE;

    @Override
    public InputStream stream(byte[] value) {
      return new ByteArrayInputStream(value);
    }

    @Override
    public byte[] parse(InputStream stream) {
      try {
        return stream.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * The connections handed over run on the HTTP server's threads already; to register them again
   * would be refused. Its own thread is never started.
   */
  private static final class AlreadyRegistered extends DefaultEventLoopGroup {
    AlreadyRegistered() {
      super(1);
    }

    @Override
    public ChannelFuture register(Channel channel) {
      return channel.newSucceededFuture();
    }
  }
}
