package io.holdfast.freezing.stop;

import io.holdfast.freezing.account.Place;
import io.holdfast.freezing.phone.Adoption;
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
    add(clocks, acknowledge(then, now));
    add(clocks, stop(then));
    add(clocks, paper(then));
    add(clocks, countersign(then, now));
    add(clocks, lift(then, now));
    add(clocks, secondOfficer(then, now));
    add(clocks, adoption(then));
    clocks.sort(Comparator.comparing(Clock::dueTime));
    return List.copyOf(clocks);
  }

  private static void add(List<Clock> clocks, @Nullable Clock clock) {
    if (clock != null) {
      clocks.add(clock);
    }
  }

  private static @Nullable Clock acknowledge(StopOrder order, Instant now) {
    ClockLimit limit = order.limits().acknowledge();
    Instant start = order.destination().waitingSince();
    Instant due = start.plus(limit.length());
    Instant met = order.acknowledgeTime();
    if (met != null) {
      return clock(
          ClockName.ACKNOWLEDGE,
          start,
          due,
          met.isBefore(due) ? Clock.State.MET : Clock.State.MISSED,
          limit.notice());
    }
    return switch (order.state()) {
      case StopState.Issued _, StopState.Sent _ ->
          clock(ClockName.ACKNOWLEDGE, start, due, running(due, now), limit.notice());
      case StopState.Acknowledged _,
          StopState.Stopped _,
          StopState.Mismatched _,
          StopState.Failed _,
          StopState.NotOurs _,
          StopState.Recalled _,
          StopState.Released _,
          StopState.Lapsed _,
          StopState.Converted _ ->
          null;
    };
  }

  private static @Nullable Clock stop(StopOrder order) {
    Notice notice = order.limits().stop().notice();
    return switch (order.state()) {
      case StopState.Stopped(_, var start, var until) ->
          clock(ClockName.STOP, start, until, Clock.State.RUNNING, notice);
      case StopState.Lapsed(_, var start, var lapse) ->
          clock(ClockName.STOP, start, lapse, Clock.State.MISSED, notice);
      case StopState.Issued _,
          StopState.Sent _,
          StopState.Acknowledged _,
          StopState.Mismatched _,
          StopState.Failed _,
          StopState.NotOurs _,
          StopState.Recalled _,
          StopState.Released _,
          StopState.Converted _ ->
          null;
    };
  }

  private static @Nullable Clock paper(StopOrder order) {
    Notice notice = order.limits().paper().notice();
    return switch (order.paper().state()) {
      case PaperState.Owed(var term) -> paper(term, Clock.State.RUNNING, notice);
      case PaperState.Refused(var term, _) -> paper(term, Clock.State.RUNNING, notice);
      case PaperState.Overdue(var term, _) -> paper(term, Clock.State.MISSED, notice);
      case PaperState.Delivered(var term, var delivery, _) ->
          paper(term, met(delivery.late()), notice);
      case PaperState.Countersigned(var term, var delivery, _, _) ->
          paper(term, met(delivery.late()), notice);
      case PaperState.NotOwed _ -> null;
    };
  }

  private static Clock paper(PaperState.Term term, Clock.State state, Notice notice) {
    return clock(ClockName.PAPER, term.startTime(), term.dueTime(), state, notice);
  }

  private static @Nullable Clock countersign(StopOrder order, Instant now) {
    return switch (order.paper().state()) {
      case PaperState.Delivered(_, var delivery, _) ->
          countersign(order, delivery, running(delivery.countersignDueTime(), now));
      case PaperState.Countersigned(_, var delivery, _, var signed) ->
          countersign(order, delivery, met(!signed.isBefore(delivery.countersignDueTime())));
      case PaperState.NotOwed _, PaperState.Owed _, PaperState.Overdue _, PaperState.Refused _ ->
          null;
    };
  }

  private static Clock countersign(
      StopOrder order, PaperState.Delivery delivery, Clock.State state) {
    return clock(
        ClockName.COUNTERSIGN,
        delivery.deliverTime(),
        delivery.countersignDueTime(),
        state,
        order.limits().countersign());
  }

  private static @Nullable Clock lift(StopOrder order, Instant now) {
    return switch (Lift.of(order, now)) {
      case Lift.NotOwed _ -> null;
      case Lift.Owed(var start, var due) -> lift(order, start, due, Clock.State.RUNNING);
      case Lift.Overdue(var start, var due) -> lift(order, start, due, Clock.State.MISSED);
      case Lift.Confirmed(var start, var due, var told) ->
          lift(order, start, due, met(!told.confirmTime().isBefore(due)));
    };
  }

  private static Clock lift(StopOrder order, Instant start, Instant due, Clock.State state) {
    return clock(ClockName.LIFT, start, due, state, order.limits().lift().notice());
  }

  private static @Nullable Clock adoption(StopOrder order) {
    return switch (order.spoken().adoption()) {
      case null -> null;
      case Adoption.Awaited(var term) -> adoption(term, Clock.State.RUNNING);
      case Adoption.Unadopted(var term) -> adoption(term, Clock.State.MISSED);
      case Adoption.Adopted(var term, _, var time) ->
          adoption(term, met(!time.isBefore(term.dueTime())));
      case Adoption.Disowned(var term, _, var time, _) ->
          adoption(term, met(!time.isBefore(term.dueTime())));
    };
  }

  private static Clock adoption(Adoption.Term term, Clock.State state) {
    return clock(
        ClockName.ADOPTION,
        term.startTime(),
        term.dueTime(),
        state,
        new Notice(term.warnings(), term.basis()));
  }

  /** Of no use once the order has ended without it, or while no case stands behind it. */
  private static @Nullable Clock secondOfficer(StopOrder order, Instant now) {
    SecondOfficer word = order.request().confirmation();
    Instant due = word.dueTime();
    Clock.State state =
        word instanceof SecondOfficer.Confirmed confirmed
            ? met(!confirmed.confirmTime().isBefore(due))
            : running(due, now);
    boolean ended =
        switch (order.state()) {
          case StopState.Issued _,
              StopState.Sent _,
              StopState.Acknowledged _,
              StopState.Stopped _ ->
              false;
          case StopState.Mismatched _,
              StopState.Failed _,
              StopState.NotOurs _,
              StopState.Recalled _,
              StopState.Released _,
              StopState.Lapsed _,
              StopState.Converted _ ->
              true;
        };
    return ended || order.spoken().awaitsCase()
        ? null
        : clock(
            ClockName.SECOND_OFFICER,
            order.request().issueTime(),
            due,
            state,
            order.limits().secondOfficer().notice());
  }

  private static Clock clock(
      ClockName name, Instant start, Instant due, Clock.State state, Notice notice) {
    return new Clock(name, start, due, state, notice);
  }

  private static Clock.State running(Instant due, Instant now) {
    return now.isBefore(due) ? Clock.State.RUNNING : Clock.State.MISSED;
  }

  private static Clock.State met(boolean late) {
    return late ? Clock.State.MISSED : Clock.State.MET;
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
        if (clock.name() == ClockName.STOP) {
          events.add(new StopEvent.StopLapsed(clock.dueTime()));
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
    add(clocks, order.acknowledgeTime() == null ? acknowledge(order, Instant.MIN) : null);
    add(clocks, stop(order));
    add(clocks, paper(order));
    add(clocks, countersign(order, Instant.MIN));
    add(clocks, lift(order, Instant.MIN));
    add(clocks, secondOfficer(order, Instant.MIN));
    add(clocks, adoption(order));
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
