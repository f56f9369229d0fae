package io.holdfast.kit.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.Server;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.holdfast.kit.access.Tokens;
import io.holdfast.kit.telemetry.Metrics;
import io.holdfast.kit.telemetry.Tracing;
import io.holdfast.proto.access.v1.Role;
import io.holdfast.proto.event.v1.DeliverEventsRequest;
import io.holdfast.proto.event.v1.DeliverEventsResponse;
import io.holdfast.proto.event.v1.Event;
import io.holdfast.proto.event.v1.EventInboxGrpc;
import io.holdfast.proto.event.v1.EventInboxGrpc.EventInboxImplBase;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PeersTest {
  private static final DeliverEventsRequest REQUEST =
      DeliverEventsRequest.newBuilder().addEvents(Event.newBuilder().setType("t")).build();

  private final Metrics metrics = new Metrics("test");
  private final Tracing tracing = Tracing.start("test", null);
  private final Peers peers =
      new Peers(() -> Tokens.sign(Tokens.machine("", "", Role.SERVICE)), tracing, metrics);

  @AfterEach
  void close() {
    peers.close();
    metrics.close();
    tracing.close();
  }

  @Test
  void callsCarryTheServicesOwnToken() throws InterruptedException {
    try (var inbox = new Loopback(10, new Inbox())) {
      Peer peer = peers.open("inbox", inbox.target());
      assertThat(EventInboxGrpc.newBlockingStub(peer.channel()).deliverEvents(REQUEST))
          .isEqualTo(DeliverEventsResponse.getDefaultInstance());
    }
  }

  @Test
  void absentPeerIsToldInOurWordsWithoutItsAddress() {
    Peer peer = peers.open("freeze-service", "127.0.0.1:1");
    StatusRuntimeException refusal = refusal(peer);
    assertThat(refusal.getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
    assertThat(refusal.getStatus().getDescription())
        .contains("freeze-service")
        .doesNotContain("127.0.0.1");
  }

  @Test
  void retriesAreBoundedAndSucceedWhenThePeerRecovers() throws IOException {
    var flaky = new Flaky(2);
    Server server = serve(flaky);
    try {
      Peer peer = peers.open("flaky", "127.0.0.1:" + server.getPort());
      assertThat(EventInboxGrpc.newBlockingStub(peer.channel()).deliverEvents(REQUEST))
          .isEqualTo(DeliverEventsResponse.getDefaultInstance());
      assertThat(flaky.calls).hasValue(3);

      flaky.failing.set(1_000);
      flaky.calls.set(0);
      assertThat(refusal(peer).getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
      assertThat(flaky.calls.get()).isBetween(1, 3);
    } finally {
      server.shutdownNow();
    }
  }

  @Test
  void breakerOpensAndLetsTheRecoveredPeerIn() throws Exception {
    var flaky = new Flaky(Integer.MAX_VALUE);
    Server server = serve(flaky);
    try {
      Peer peer = peers.open("flaky", "127.0.0.1:" + server.getPort());
      for (int i = 0; i < 10; i++) {
        assertThat(refusal(peer).getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
      }
      assertThat(peer.broken()).isTrue();
      // The retry budget: ten calls, tried thrice each, would be thirty.
      assertThat(flaky.calls.get()).isLessThan(25);

      int asked = flaky.calls.get();
      assertThat(refusal(peer).getStatus().getDescription()).contains("flaky");
      assertThat(flaky.calls).hasValue(asked);
      assertThat(metrics.scrape()).contains("peer_open{peer=\"flaky\"");

      flaky.failing.set(0);
      TimeUnit.MILLISECONDS.sleep(2_100);
      assertThat(EventInboxGrpc.newBlockingStub(peer.channel()).deliverEvents(REQUEST))
          .isEqualTo(DeliverEventsResponse.getDefaultInstance());
    } finally {
      server.shutdownNow();
    }
  }

  @Test
  void refusalsAreAnswersNotFailures() throws IOException {
    Server server =
        serve(
            new EventInboxImplBase() {
              @Override
              public void deliverEvents(
                  DeliverEventsRequest request, StreamObserver<DeliverEventsResponse> answer) {
                answer.onError(Status.FAILED_PRECONDITION.asRuntimeException());
              }
            });
    try {
      Peer peer = peers.open("strict", "127.0.0.1:" + server.getPort());
      for (int i = 0; i < 15; i++) {
        assertThat(refusal(peer).getStatus().getCode()).isEqualTo(Status.Code.FAILED_PRECONDITION);
      }
      assertThat(peer.broken()).isFalse();
    } finally {
      server.shutdownNow();
    }
  }

  @Test
  void silentPeerMeetsTheDefaultDeadline() throws IOException {
    Server server =
        serve(
            new EventInboxImplBase() {
              @Override
              public void deliverEvents(
                  DeliverEventsRequest request, StreamObserver<DeliverEventsResponse> answer) {
                // Never answers.
              }
            });
    try {
      Peer peer = peers.open("silent", "127.0.0.1:" + server.getPort());
      long start = System.nanoTime();
      StatusRuntimeException refusal = refusal(peer);
      assertThat(refusal.getStatus().getCode()).isEqualTo(Status.Code.DEADLINE_EXCEEDED);
      assertThat(refusal.getStatus().getDescription()).isEqualTo("silent did not answer in time");
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isBetween(Duration.ofSeconds(4), Duration.ofSeconds(12));
    } finally {
      server.shutdownNow();
    }
  }

  private static StatusRuntimeException refusal(Peer peer) {
    return catchThrowableOfType(
        StatusRuntimeException.class,
        () -> EventInboxGrpc.newBlockingStub(peer.channel()).deliverEvents(REQUEST));
  }

  private static Server serve(EventInboxImplBase inbox) throws IOException {
    return NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", 0))
        .addService(inbox)
        .build()
        .start();
  }

  private static final class Inbox extends EventInboxImplBase {
    @Override
    public void deliverEvents(
        DeliverEventsRequest request, StreamObserver<DeliverEventsResponse> answer) {
      answer.onNext(DeliverEventsResponse.getDefaultInstance());
      answer.onCompleted();
    }
  }

  /** Is away for so many calls. */
  private static final class Flaky extends EventInboxImplBase {
    final AtomicInteger failing;
    final AtomicInteger calls = new AtomicInteger();

    Flaky(int failing) {
      this.failing = new AtomicInteger(failing);
    }

    @Override
    public void deliverEvents(
        DeliverEventsRequest request, StreamObserver<DeliverEventsResponse> answer) {
      calls.incrementAndGet();
      if (failing.getAndUpdate(left -> left > 0 ? left - 1 : 0) > 0) {
        answer.onError(Status.UNAVAILABLE.asRuntimeException());
      } else {
        answer.onNext(DeliverEventsResponse.getDefaultInstance());
        answer.onCompleted();
      }
    }
  }
}
