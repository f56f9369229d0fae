package io.holdfast.liaison.trace;

import java.time.Instant;
import java.util.List;

/**
 * One running clock of a hop.
 *
 * @param warnTimes earliest first
 * @param basis the article it rests on
 */
public record Clock(
    ClockName name, Instant startTime, Instant dueTime, List<Instant> warnTimes, String basis) {
  public Clock {
    warnTimes = List.copyOf(warnTimes);
  }

  /** Whether it has ended unmet. */
  public boolean missed(Instant now) {
    return !now.isBefore(dueTime);
  }
}
