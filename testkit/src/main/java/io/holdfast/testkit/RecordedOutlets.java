package io.holdfast.testkit;

import io.holdfast.kit.outbox.Outlets;
import io.holdfast.proto.access.v1.Receiver;
import io.holdfast.proto.event.v1.Event;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Receivers that write down what they get, or refuse it. */
public final class RecordedOutlets implements Outlets {
  /** One event as a receiver got it. */
  public record Delivery(Receiver receiver, Event event) {}

  private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
  private final Set<Receiver> down = ConcurrentHashMap.newKeySet();

  @Override
  public void deliver(Receiver receiver, List<Event> events) {
    if (down.contains(receiver)) {
      throw new IllegalStateException(receiver + " is down");
    }
    events.forEach(event -> deliveries.add(new Delivery(receiver, event)));
  }

  /** From now on {@code receiver} takes nothing. */
  public void takeDown(Receiver receiver) {
    down.add(receiver);
  }

  /** From now on it takes everything again. */
  public void bringUp(Receiver receiver) {
    down.remove(receiver);
  }

  /** Everything delivered so far, in order. */
  public List<Delivery> deliveries() {
    return List.copyOf(deliveries);
  }

  /** What one receiver got, in order. */
  public List<Event> to(Receiver receiver) {
    return deliveries.stream()
        .filter(delivery -> delivery.receiver() == receiver)
        .map(Delivery::event)
        .toList();
  }
}
