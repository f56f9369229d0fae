package io.holdfast.kit.outbox;

import io.holdfast.proto.access.v1.Receiver;
import io.holdfast.proto.event.v1.Event;
import java.util.List;

/** The way to the other services. */
@FunctionalInterface
public interface Outlets {
  /** Most events in one delivery. */
  int BATCH_MAX = 256;

  /**
   * Hands events to a receiver and returns when they have taken effect there.
   *
   * @throws RuntimeException when the receiver did not take them; they are delivered again
   */
  void deliver(Receiver receiver, List<Event> events);
}
