package io.holdfast.freezing.stop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A clock of an order, as of a moment. */
public record Clock(
    ClockName name, Instant startTime, Instant dueTime, State state, Notice notice) {
  /** Whether it still runs. */
  public enum State {
    RUNNING,
    MET,
    MISSED
  }

  /** When warnings go out, earliest first; none before the clock started. */
  public List<Instant> warnTimes() {
    var times = new ArrayList<Instant>();
    notice.warnings().forEach(before -> times.add(dueTime.minus(before)));
    times.removeIf(time -> !time.isAfter(startTime));
    times.sort(Comparator.naturalOrder());
    return List.copyOf(times);
  }
}
