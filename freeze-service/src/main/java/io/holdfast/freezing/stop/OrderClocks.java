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
    Clock clock = Clock.of(ClockName.ACKNOWLEDGE, start, due, met, now, limit.notice());
    if (met != null) {
      return clock;
    }
    return switch (order.state()) {
      case StopState.Issued _, StopState.Sent _ -> clock;
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
      case PaperState.Delivered(var term, var delivery, _) -> delivered(term, delivery, notice);
      case PaperState.Countersigned(var term, var delivery, _, _) ->
          delivered(term, delivery, notice);
      case PaperState.NotOwed _ -> null;
    };
  }

  private static Clock paper(PaperState.Term term, Clock.State state, Notice notice) {
    return clock(ClockName.PAPER, term.startTime(), term.dueTime(), state, notice);
  }

  private static Clock delivered(
      PaperState.Term term, PaperState.Delivery delivery, Notice notice) {
    return done(ClockName.PAPER, term.startTime(), term.dueTime(), delivery.deliverTime(), notice);
  }

  static @Nullable Clock countersign(StopOrder order, Instant now) {
    return switch (order.paper().state()) {
      case PaperState.Delivered(_, var delivery, _) -> countersign(order, delivery, null, now);
      case PaperState.Countersigned(_, var delivery, _, var signed) ->
          countersign(order, delivery, signed, now);
      case PaperState.NotOwed _, PaperState.Owed _, PaperState.Overdue _, PaperState.Refused _ ->
          null;
    };
  }

  private static Clock countersign(
      StopOrder order, PaperState.Delivery delivery, @Nullable Instant signed, Instant now) {
    return Clock.of(
        ClockName.COUNTERSIGN,
        delivery.deliverTime(),
        delivery.countersignDueTime(),
        signed,
        now,
        order.limits().countersign());
  }

  static @Nullable Clock lift(StopOrder order, Instant now) {
    return switch (Lift.of(order, now)) {
      case Lift.NotOwed _ -> null;
      case Lift.Owed(var start, var due) -> lift(order, start, due, null, now);
      case Lift.Overdue(var start, var due) -> lift(order, start, due, null, now);
      case Lift.Confirmed(var start, var due, var told) ->
          lift(order, start, due, told.confirmTime(), now);
    };
  }

  private static Clock lift(
      StopOrder order, Instant start, Instant due, @Nullable Instant confirmed, Instant now) {
    return Clock.of(ClockName.LIFT, start, due, confirmed, now, order.limits().lift().notice());
  }

  static @Nullable Clock adoption(StopOrder order) {
    return switch (order.spoken().adoption()) {
      case null -> null;
      case Adoption.Awaited(var term) -> adoption(term, Clock.State.RUNNING);
      case Adoption.Unadopted(var term) -> adoption(term, Clock.State.MISSED);
      case Adoption.Adopted(var term, _, var time) -> decided(term, time);
      case Adoption.Disowned(var term, _, var time, _) -> decided(term, time);
    };
  }

  private static Clock adoption(Adoption.Term term, Clock.State state) {
    return clock(ClockName.ADOPTION, term.startTime(), term.dueTime(), state, notice(term));
  }

  private static Clock decided(Adoption.Term term, Instant time) {
    return done(ClockName.ADOPTION, term.startTime(), term.dueTime(), time, notice(term));
  }

  private static Notice notice(Adoption.Term term) {
    return new Notice(term.warnings(), term.basis());
  }

  /** Of no use once the order has ended without it, or while no case stands behind it. */
  static @Nullable Clock secondOfficer(StopOrder order, Instant now) {
    SecondOfficer word = order.request().confirmation();
    Instant due = word.dueTime();
    Instant confirmed = word instanceof SecondOfficer.Confirmed(_, _, var time) ? time : null;
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
        : Clock.of(
            ClockName.SECOND_OFFICER,
            order.spoken().adoptTime().orElse(order.request().issueTime()),
            due,
            confirmed,
            now,
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
    return new Clock(name, start, due, state, null, notice);
  }

  private static Clock done(
      ClockName name, Instant start, Instant due, Instant met, Notice notice) {
    return Clock.of(name, start, due, met, met, notice);
  }
}
