package io.holdfast.kit.outbox;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** One collection of aggregates, as relay and workers see it. */
public interface Settlement {
  /** The collection's name. */
  String name();

  /**
   * Delivers, files and audits what these aggregates have waiting, and clears it.
   *
   * @return those that changed meanwhile and have more
   */
  Set<String> settle(Collection<String> ids);

  /**
   * Aggregates of these slots with something to do by now, most overdue first, at most {@code
   * limit}.
   */
  List<Due> due(List<Integer> slots, Instant now, int limit);

  /**
   * An aggregate with something to do.
   *
   * @param unsettled whether something waits for delivery
   * @param clock whether one of its clocks is due
   */
  record Due(String id, boolean unsettled, boolean clock) {}
}
