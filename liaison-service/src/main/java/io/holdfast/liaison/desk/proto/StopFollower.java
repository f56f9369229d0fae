package io.holdfast.liaison.desk.proto;

import io.holdfast.liaison.desk.StopCard;
import io.holdfast.liaison.desk.StopNews;
import io.holdfast.proto.event.v1.Event;
import io.holdfast.proto.freezing.v1.StopOrderEvent;
import java.util.List;

/**
 * Acts on what happened to stop orders once the desks have been told. Called again when the events
 * are delivered again, so what it does must be idempotent.
 */
@FunctionalInterface
public interface StopFollower {
  /** Returns when what follows is stored. */
  void told(List<Told> events);

  /**
   * One event, as the desks understood it.
   *
   * @param data as it arrived
   */
  record Told(StopCard card, StopNews news, Event envelope, StopOrderEvent data) {}
}
