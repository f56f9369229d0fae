package io.holdfast.freezing.stop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A clock of an order, as of a moment.
 *
 * @param metTime when what it asks for was done, in time or late; null: not yet, or it asks for
 *     nothing
 */
public record Clock(
    ClockName name,
    Instant startTime,
    Instant dueTime,
    State state,
    @Nullable Instant metTime,
    Notice notice) {
  /** Whether it still runs. */
  public enum State {
    RUNNING,
    MET,
    MISSED
  }

  /** One whose state follows from its times alone. */
  public static Clock of(
      ClockName name,
      Instant start,
      Instant due,
      @Nullable Instant met,
      Instant now,
      Notice notice) {
    State unlessLate = met == null ? State.RUNNING : State.MET;
    boolean inTime = (met == null ? now : met).isBefore(due);
    return new Clock(name, start, due, inTime ? unlessLate : State.MISSED, met, notice);
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
