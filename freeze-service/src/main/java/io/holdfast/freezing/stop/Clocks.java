package io.holdfast.freezing.stop;

import io.holdfast.freezing.account.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every clock of an order, computed from its facts; what has fired is remembered, everything else
 * is arithmetic.
 */
public final class Clocks {
  private Clocks() {}

  /** All clocks that matter at {@code now}, what ends first first. */
  public static List<Clock> of(StopOrder order, Instant now) {
    StopOrder then = order.at(now);
    var clocks = new ArrayList<Clock>();
    add(clocks, OrderClocks.acknowledge(then, now));
    add(clocks, OrderClocks.stop(then));
    add(clocks, OrderClocks.paper(then));
    add(clocks, OrderClocks.countersign(then, now));
    add(clocks, OrderClocks.lift(then, now));
    add(clocks, OrderClocks.secondOfficer(then, now));
    add(clocks, OrderClocks.adoption(then));
    add(clocks, OrderClocks.releaseNotice(then));
    clocks.sort(Comparator.comparing(Clock::dueTime));
    return List.copyOf(clocks);
  }

  private static void add(List<Clock> clocks, @Nullable Clock clock) {
    if (clock != null) {
      clocks.add(clock);
    }
  }

  /**
   * What time has brought about since the order was written: warnings passed, ends missed, the
   * lapse. Several warnings of one clock passed at once are told once; a warning of a clock that
   * has already ended is told no more. An end may start another clock, which may have ended too.
   */
  public static List<StopEvent> due(StopOrder order, Instant now) {
    var all = new ArrayList<StopEvent>();
    StopOrder then = order;
    for (List<StopEvent> next = dueFirst(then, now); !next.isEmpty(); next = dueFirst(then, now)) {
      all.addAll(next);
      then = Evolution.evolve(then, next);
    }
    return all;
  }

  private static List<StopEvent> dueFirst(StopOrder order, Instant now) {
    var events = new ArrayList<StopEvent>();
    for (Clock clock : open(order)) {
      FiredClock told = told(order, clock);
      if (!now.isBefore(clock.dueTime())) {
        if (clock.name() == ClockName.STOP || clock.name() == ClockName.RELEASE_NOTICE) {
          end(order, clock).ifPresent(events::add);
        } else if (!told.missed()) {
          events.add(new StopEvent.ClockMissed(clock.name(), clock.dueTime()));
        }
      } else {
        int passed = (int) clock.warnTimes().stream().filter(time -> !time.isAfter(now)).count();
        if (passed > told.warnings()) {
          events.add(new StopEvent.ClockWarned(clock.name(), clock.dueTime(), passed));
        }
      }
    }
    return events;
  }

  /** The end of the stop, by whichever of its two clocks is over first. */
  private static Optional<StopEvent> end(StopOrder order, Clock clock) {
    Optional<StopEvent> release = released(order);
    return clock.name() == ClockName.RELEASE_NOTICE || release.isPresent()
        ? release.filter(_ -> clock.name() == ClockName.RELEASE_NOTICE)
        : Optional.of(new StopEvent.StopLapsed(clock.dueTime()));
  }

  /** The release by a notice that is over before the stop's own time. */
  private static Optional<StopEvent> released(StopOrder order) {
    Shares.Demand demand = order.shares().demand();
    Clock stop = OrderClocks.stop(order);
    return demand == null || stop == null
        ? Optional.empty()
        : order
            .releaseTime()
            .filter(time -> time.isBefore(stop.dueTime()))
            .map(time -> new StopEvent.StopReleased(time, demand.cause(), demand.reason()));
  }

  /**
   * When {@link #due} will next have something to tell, or the account wants asking; empty where
   * time changes nothing.
   */
  public static Optional<Instant> next(StopOrder order) {
    Instant next = null;
    for (Clock clock : open(order)) {
      FiredClock told = told(order, clock);
      List<Instant> warnings = clock.warnTimes();
      if (told.warnings() < warnings.size() && !told.missed()) {
        next = earlier(next, warnings.get(told.warnings()));
      } else if (!told.missed()) {
        next = earlier(next, clock.dueTime());
      }
    }
    if (order.count() instanceof Count.Pending(var retry)
        && order.destination() instanceof Destination.Bank
        && order.needsPlace(Place.Use.STOP)) {
      next = earlier(next, retry);
    }
    return Optional.ofNullable(next);
  }

  private static Instant earlier(@Nullable Instant one, Instant other) {
    return one == null || other.isBefore(one) ? other : one;
  }

  /**
   * Clocks whose end still brings something about, judged by what is written and not by the time.
   */
  private static List<Clock> open(StopOrder order) {
    var clocks = new ArrayList<Clock>();
    add(
        clocks,
        order.acknowledgeTime() == null ? OrderClocks.acknowledge(order, Instant.MIN) : null);
    add(clocks, OrderClocks.stop(order));
    add(clocks, order.joined() ? null : OrderClocks.releaseNotice(order));
    add(clocks, OrderClocks.paper(order));
    add(clocks, OrderClocks.countersign(order, Instant.MIN));
    add(clocks, OrderClocks.lift(order, Instant.MIN));
    add(clocks, OrderClocks.secondOfficer(order, Instant.MIN));
    add(clocks, OrderClocks.adoption(order));
    clocks.removeIf(clock -> clock.state() != Clock.State.RUNNING);
    return clocks;
  }

  private static FiredClock told(StopOrder order, Clock clock) {
    for (FiredClock told : order.fired()) {
      if (told.clock() == clock.name() && told.dueTime().equals(clock.dueTime())) {
        return told;
      }
    }
    return new FiredClock(clock.name(), clock.dueTime(), 0, false);
  }
}
