package io.holdfast.kit.boot;

import io.holdfast.kit.grpc.Peer;
import io.holdfast.kit.outbox.Outlets;
import io.holdfast.proto.access.v1.Receiver;
import io.holdfast.proto.event.v1.DeliverEventsRequest;
import io.holdfast.proto.event.v1.Event;
import io.holdfast.proto.event.v1.EventInboxGrpc;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Delivers events to the other services' inboxes with this service's own token. */
final class PeerOutlets implements Outlets {
  private static final Duration DEADLINE = Duration.ofSeconds(10);

  private final Map<Receiver, Peer> peers;

  PeerOutlets(Map<Receiver, Peer> peers) {
    this.peers = Map.copyOf(peers);
  }

  @Override
  public void deliver(Receiver receiver, List<Event> events) {
    Peer peer = peers.get(receiver);
    if (peer == null) {
      throw new IllegalArgumentException(receiver + " (expected: one of " + peers.keySet() + ")");
    }
    var answer =
        EventInboxGrpc.newBlockingStub(peer.channel())
            .withDeadlineAfter(DEADLINE.toMillis(), TimeUnit.MILLISECONDS)
            .deliverEvents(DeliverEventsRequest.newBuilder().addAllEvents(events).build());
    if (!answer.isInitialized()) {
      throw new IllegalStateException(receiver + " answered nothing");
    }
  }
}
