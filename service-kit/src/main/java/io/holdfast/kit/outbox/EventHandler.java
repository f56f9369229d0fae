package io.holdfast.kit.outbox;

import com.google.protobuf.Message;
import io.holdfast.proto.event.v1.Event;
import java.util.List;

/**
 * Takes one type of event. Effects must be idempotent: created ids derive from the event, changed
 * aggregates remember the last number they saw.
 */
public interface EventHandler<T extends Message> {
  /** The event message taken. */
  Class<T> type();

  /**
   * Lets the events take effect, in order, and returns when that is stored. Throwing has the whole
   * batch delivered again.
   */
  void handle(List<Received<T>> batch);

  /** An event as it arrived. */
  record Received<T>(Event event, T data) {}
}
