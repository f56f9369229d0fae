package io.holdfast.freezing.stop;

import io.holdfast.freezing.phone.Adoption;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Each clock an order may have, from its facts; null: it has none of the kind. */
final class OrderClocks {
  private OrderClocks() {}

  static @Nullable Clock acknowledge(StopOrder order, Instant now) {
    ClockLimit limit = order.limits().acknowledge();
    Instant start = order.destination().waitingSince();
    Instant due = start.plus(limit.length());
    Instant met = order.acknowledgeTime();
    if (order.joined()) {
      return null;
    }
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

  static @Nullable Clock stop(StopOrder order) {
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

  static @Nullable Clock paper(StopOrder order) {
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

  static @Nullable Clock countersign(StopOrder order, Instant now) {
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

  static @Nullable Clock lift(StopOrder order, Instant now) {
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

  static @Nullable Clock adoption(StopOrder order) {
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
  static @Nullable Clock secondOfficer(StopOrder order, Instant now) {
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
            order.spoken().adoptTime().orElse(order.request().issueTime()),
            due,
            state,
            order.limits().secondOfficer().notice());
  }

  /** An interest is shown the notice that runs to it; the leading order, when the last one ends. */
  static @Nullable Clock releaseNotice(StopOrder order) {
    if (!(order.state() instanceof StopState.Stopped)) {
      return null;
    }
    ClockLimit limit = order.limits().releaseNotice();
    Shares.Following shown = order.shares().following();
    Instant due = shown == null ? order.releaseTime().orElse(null) : shown.releaseDue();
    return due == null
        ? null
        : clock(
            ClockName.RELEASE_NOTICE,
            due.minus(limit.length()),
            due,
            Clock.State.RUNNING,
            limit.notice());
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
}
