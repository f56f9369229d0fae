package io.holdfast.liaison.trace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Every clock of a trace's hops, computed from what is written; only what has been told is
 * remembered. A missed clock changes no state: the carrier may still answer, and ought to.
 */
public final class Clocks {
  private Clocks() {}

  /** The clocks of a hop that stand at {@code now}; the grace shows once it has begun. */
  public static List<Clock> of(Trace trace, Hop hop, Instant now) {
    return all(trace, hop).stream().filter(clock -> !now.isBefore(clock.startTime())).toList();
  }

  /** How far behind a hop is at {@code now}. */
  public static Delay delay(Trace trace, Hop hop, Instant now) {
    Delay delay = Delay.ON_TIME;
    for (Clock clock : all(trace, hop)) {
      if (clock.missed(now) && clock.name() == ClockName.ANSWER && delay == Delay.ON_TIME) {
        delay = Delay.OVERDUE;
      }
      if (clock.missed(now) && clock.name() == ClockName.ESCALATE) {
        delay = Delay.ESCALATED;
      }
    }
    return delay;
  }

  private static List<Clock> all(Trace trace, Hop hop) {
    if (!(trace.standing() instanceof Standing.Approved)) {
      return List.of();
    }
    return switch (hop.state()) {
      case HopState.Sent(var ask, var due) -> waiting(trace, hop, ask, due, true);
      case HopState.Acknowledged(var ask, var due) -> waiting(trace, hop, ask, due, false);
      case HopState.Disputed(var ask, var due, _, _) -> waiting(trace, hop, ask, due, false);
      case HopState.Unrouted _,
          HopState.Answered _,
          HopState.Landed _,
          HopState.DeadEnd _,
          HopState.NotOurs _,
          HopState.PaperInvalid _ ->
          List.of();
    };
  }

  private static List<Clock> waiting(
      Trace trace, Hop hop, Instant ask, Instant due, boolean fresh) {
    Limits limits = trace.request().limits();
    var clocks = new ArrayList<Clock>();
    if (fresh) {
      clocks.add(clock(limits, ClockName.ACKNOWLEDGE, ask));
    }
    if (hop.preservation() == null) {
      clocks.add(clock(limits, ClockName.PRESERVE, ask));
    }
    clocks.add(clock(limits, ClockName.ANSWER, ask, due));
    clocks.add(clock(limits, ClockName.ESCALATE, due));
    return clocks;
  }

  private static Clock clock(Limits limits, ClockName name, Instant start) {
    return clock(limits, name, start, start.plus(limits.of(name).length()));
  }

  private static Clock clock(Limits limits, ClockName name, Instant start, Instant due) {
    ClockLimit limit = limits.of(name);
    List<Instant> warnTimes =
        limit.warnings().stream()
            .map(due::minus)
            .filter(time -> time.isAfter(start))
            .sorted()
            .toList();
    return new Clock(name, start, due, warnTimes, limit.basis());
  }

  /** What time has brought about since the trace was written: warnings passed, ends missed. */
  public static List<TraceEvent> due(Trace trace, Instant now) {
    var events = new ArrayList<TraceEvent>();
    for (Hop hop : trace.hops()) {
      for (Clock clock : all(trace, hop)) {
        FiredClock told = told(hop, clock);
        if (clock.missed(now) && !told.missed()) {
          events.add(new TraceEvent.ClockMissed(hop.number(), clock.name(), clock.dueTime()));
        } else if (!clock.missed(now)) {
          int passed = (int) clock.warnTimes().stream().filter(time -> !time.isAfter(now)).count();
          if (passed > told.warnings()) {
            events.add(
                new TraceEvent.ClockWarned(hop.number(), clock.name(), clock.dueTime(), passed));
          }
        }
      }
    }
    return events;
  }

  /** When {@link #due} will next have something to tell; empty where time changes nothing. */
  public static Optional<Instant> next(Trace trace) {
    return trace.hops().stream()
        .flatMap(hop -> all(trace, hop).stream().flatMap(clock -> next(hop, clock).stream()))
        .min(Instant::compareTo);
  }

  private static Optional<Instant> next(Hop hop, Clock clock) {
    FiredClock told = told(hop, clock);
    if (told.missed()) {
      return Optional.empty();
    }
    return Optional.of(
        told.warnings() < clock.warnTimes().size()
            ? clock.warnTimes().get(told.warnings())
            : clock.dueTime());
  }

  private static FiredClock told(Hop hop, Clock clock) {
    return hop.fired().stream()
        .filter(told -> told.clock() == clock.name() && told.dueTime().equals(clock.dueTime()))
        .findFirst()
        .orElse(new FiredClock(clock.name(), clock.dueTime(), 0, false));
  }
}
