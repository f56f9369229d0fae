package io.holdfast.bench.load;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import io.holdfast.proto.liaison.v1.GetInstitutionRequest;
import io.holdfast.proto.liaison.v1.Institution;
import io.holdfast.proto.liaison.v1.InstitutionsGrpc;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Callers over gRPC that ask again as soon as they have their answer, on a few connections. */
public final class GrpcCallers implements AutoCloseable {
  private static final int CONNECTIONS = 4;
  private static final int SILENCE_SECONDS_MAX = 10;
  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

  private final List<ManagedChannel> connections = new ArrayList<>();
  private final List<Channel> channels = new ArrayList<>();
  private final GetInstitutionRequest request;

  /** Callers of the service, or of the gateway, on this port. */
  public GrpcCallers(int port, String institution, String token) {
    Metadata headers = new Metadata();
    headers.put(AUTHORIZATION, "Bearer " + token);
    this.request = GetInstitutionRequest.newBuilder().setId(institution).build();
    for (int i = 0; i < CONNECTIONS; i++) {
      ManagedChannel connection =
          NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().directExecutor().build();
      connections.add(connection);
      channels.add(
          ClientInterceptors.intercept(
              connection, MetadataUtils.newAttachHeadersInterceptor(headers)));
    }
  }

  /** Answers per second of so many callers, over so many seconds. */
  public double run(int callers, int seconds) {
    Run run = new Run(System.nanoTime() + seconds * 1_000_000_000L, new CountDownLatch(callers));
    for (int i = 0; i < callers; i++) {
      ask(run, channels.get(i % channels.size()));
    }
    try {
      if (!run.done.await(seconds + SILENCE_SECONDS_MAX, TimeUnit.SECONDS)) {
        throw new IllegalStateException("no answer for " + SILENCE_SECONDS_MAX + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
    Throwable failure = run.failure.get();
    if (failure != null) {
      throw new IllegalStateException("a call failed", failure);
    }
    return (double) run.answers.sum() / seconds;
  }

  private void ask(Run run, Channel channel) {
    ClientCalls.asyncUnaryCall(
        channel.newCall(InstitutionsGrpc.getGetInstitutionMethod(), CallOptions.DEFAULT),
        request,
        new StreamObserver<Institution>() {
          @Override
          public void onNext(Institution answer) {}

          @Override
          public void onError(Throwable failure) {
            run.failure.set(failure);
            run.done.countDown();
          }

          @Override
          public void onCompleted() {
            if (System.nanoTime() < run.end) {
              run.answers.increment();
              ask(run, channel);
            } else {
              run.done.countDown();
            }
          }
        });
  }

  @Override
  public void close() {
    connections.forEach(ManagedChannel::shutdownNow);
  }

  /** What the callers of one run share. */
  private record Run(
      long end,
      CountDownLatch done,
      LongAdder answers,
      AtomicReference<@Nullable Throwable> failure) {
    Run(long end, CountDownLatch done) {
      this(end, done, new LongAdder(), new AtomicReference<>());
    }
  }
}
