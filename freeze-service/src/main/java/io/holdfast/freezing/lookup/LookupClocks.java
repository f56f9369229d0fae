package io.holdfast.freezing.lookup;

import io.holdfast.freezing.stop.Clock;
import io.holdfast.freezing.stop.ClockLimit;
import io.holdfast.freezing.stop.ClockName;
import io.holdfast.freezing.stop.FiredClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A lookup's two clocks, computed from its facts: to be taken in hand, and to be answered. */
public final class LookupClocks {
  private LookupClocks() {}

  /** All clocks that matter at {@code now}, what ends first first. */
  public static List<Clock> of(AccountQuery query, Instant now) {
    Instant answered = query.answer() == null ? null : query.answer().answerTime();
    return Stream.of(
            clock(
                query,
                ClockName.ACKNOWLEDGE,
                query.request().limits().acknowledge(),
                query.acknowledgeTime(),
                now),
            clock(query, ClockName.LOOKUP, query.request().limits().answer(), answered, now))
        .flatMap(Optional::stream)
        .sorted(Comparator.comparing(Clock::dueTime))
        .toList();
  }

  /** One that was not met before the lookup was taken back matters no more. */
  private static Optional<Clock> clock(
      AccountQuery query, ClockName name, ClockLimit limit, @Nullable Instant met, Instant now) {
    Instant start = query.destination().waitingSince();
    Instant due = start.plus(limit.length());
    if (met == null && query.state() instanceof LookupState.Recalled) {
      return Optional.empty();
    }
    return Optional.of(Clock.of(name, start, due, met, now, limit.notice()));
  }

  /** What time has brought about since the lookup was written. */
  static List<LookupEvent> due(AccountQuery query, Instant now) {
    var events = new ArrayList<LookupEvent>();
    for (Clock clock : open(query)) {
      FiredClock told = told(query, clock);
      if (told.missed()) {
        continue;
      }
      int passed = (int) clock.warnTimes().stream().filter(time -> !time.isAfter(now)).count();
      if (!now.isBefore(clock.dueTime())) {
        events.add(new LookupEvent.ClockMissed(clock.name(), clock.dueTime()));
      } else if (passed > told.warnings()) {
        events.add(new LookupEvent.ClockWarned(clock.name(), clock.dueTime(), passed));
      }
    }
    return events;
  }

  /** Whether time has brought anything about by {@code now}. */
  public static boolean anyDue(AccountQuery query, Instant now) {
    return !due(query, now).isEmpty();
  }

  /** When {@link #due} will next have something to tell. */
  public static Optional<Instant> next(AccountQuery query) {
    return open(query).stream()
        .filter(clock -> !told(query, clock).missed())
        .map(
            clock -> {
              List<Instant> warnings = clock.warnTimes();
              int told = told(query, clock).warnings();
              return told < warnings.size() ? warnings.get(told) : clock.dueTime();
            })
        .min(Comparator.naturalOrder());
  }

  private static List<Clock> open(AccountQuery query) {
    return of(query, Instant.MIN).stream()
        .filter(clock -> clock.state() == Clock.State.RUNNING)
        .toList();
  }

  private static FiredClock told(AccountQuery query, Clock clock) {
    return query.fired().stream()
        .filter(told -> told.clock() == clock.name() && told.dueTime().equals(clock.dueTime()))
        .findFirst()
        .orElseGet(() -> new FiredClock(clock.name(), clock.dueTime(), 0, false));
  }
}
