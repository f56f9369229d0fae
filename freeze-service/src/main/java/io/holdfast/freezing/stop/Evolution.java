package io.holdfast.freezing.stop;

import io.holdfast.freezing.account.Place;
import io.holdfast.freezing.stop.StopState.EndCause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What an event makes of an order. Pure, and never refuses: the rules have decided. */
public final class Evolution {
  private Evolution() {}

  /** The order after all of the events, in their order. */
  public static StopOrder evolve(StopOrder order, List<StopEvent> events) {
    StopOrder next = order;
    for (StopEvent event : events) {
      next = evolve(next, event);
    }
    return next;
  }

  /** The order after one event. */
  public static StopOrder evolve(StopOrder order, StopEvent event) {
    return switch (event) {
      case StopEvent.StopIssued _, StopEvent.StopUnrouted _ -> order;
      case StopEvent.StopRouted(var to, var seal) -> routed(order, to, seal);
      case StopEvent.StopAcknowledged(var time) -> acknowledged(order, time);
      case StopEvent.StopRecorded(var answer, var until) -> stopped(order, answer, until);
      case StopEvent.MismatchRecorded(var answer) ->
          order.with(new StopState.Mismatched(answer.answerTime())).with(answer);
      case StopEvent.FailureRecorded(var answer) ->
          order.with(new StopState.Failed(answer.answerTime())).with(answer);
      case StopEvent.NotOursRecorded(var answer) ->
          order.with(new StopState.NotOurs(answer.answerTime())).with(answer);
      case StopEvent.AnswerCorrected(var earlier, var time) -> unanswered(order, earlier, time);
      case StopEvent.OutflowsRecorded(var more) ->
          order.withOutflows(joined(order.outflows(), more));
      case StopEvent.OutflowsWithdrawn(var numbers, var time) ->
          order.withOutflows(
              mapped(
                  order.outflows(),
                  each -> numbers.contains(each.number()) ? each.withdrawn(time) : each));
      case StopEvent.OutflowSettled(int number, var next) -> settled(order, number, next);
      case StopEvent.NextLayerOrdered(int number, _) ->
          settled(order, number, new Outflow.Next.Opening(true));
      case StopEvent.InflowJoined(var inflow) ->
          order.withInflows(joined(without(order, inflow.source()), List.of(inflow)));
      case StopEvent.PaymentWithdrawn(var time) -> order.mistaken(time);
      case StopEvent.InflowLeft(var source) -> order.withInflows(without(order, source));
      case StopEvent.StopCorrected(var put) -> order.with(put);
      case StopEvent.LiftConfirmed(var confirmation) -> order.lifted(confirmation);
      case StopEvent.StopRecalled(var time, var cause, var reason) ->
          order.with(new StopState.Recalled(time, cause, reason));
      case StopEvent.StopReleased(var time, var cause, var reason) ->
          order.with(new StopState.Released(time, cause, reason));
      case StopEvent.StopLapsed _ -> lapsed(order);
      case StopEvent.StopWithdrawn(var time, var max) -> withdrawn(order, time, max);
      case StopEvent.StopConverted(var time, var freeze) ->
          order.with(new StopState.Converted(time, freeze));
      case StopEvent.ExtensionRequested(var request) -> order.with(request);
      case StopEvent.ExtensionRecorded(var grant, var start, var until) ->
          order.with(grant).with(new StopState.Stopped(Ordinal.of(grant.place()), start, until));
      case StopEvent.ExtensionRefused(var refusal) -> order.with(refusal);
      case StopEvent.ExtensionCorrected(var earlier, var first) ->
          order.after(earlier).with(first).with(new Extension.NotRequested());
      case StopEvent.CountTaken(int place) -> counted(order, place);
      case StopEvent.CountExceeded(int max) -> order.with(new Count.Exceeded(max));
      case StopEvent.CountPostponed(var retry) -> order.with(new Count.Pending(retry));
      case StopEvent.PaperAttached(var file) -> order.with(order.paper().with(file));
      case StopEvent.PaperDelivered(var state, var shared) ->
          order.with(order.paper().with(shared).with(state));
      case StopEvent.PaperCountersigned(var state) -> order.with(order.paper().with(state));
      case StopEvent.PaperRefused(var state) -> order.with(order.paper().with(state));
      case StopEvent.SecondOfficerConfirmed(var word) -> order.with(order.request().with(word));
      case StopEvent.OfPhone phone -> spoken(order, phone);
      case StopEvent.OfShares shares -> ShareEvolution.evolve(order, shares);
      case StopEvent.ClockWarned(var clock, var due, int warnings) ->
          order.with(new FiredClock(clock, due, warnings, false));
      case StopEvent.ClockMissed(var clock, var due) -> missed(order, clock, due);
    };
  }

  /**
   * As just acknowledged. Papers on their desk stay there; a place the order may have lost
   * meanwhile is asked for anew.
   */
  private static StopOrder unanswered(StopOrder order, EarlierAnswer earlier, Instant time) {
    Instant taken = order.acknowledgeTime() == null ? time : order.acknowledgeTime();
    StopOrder next =
        order
            .after(earlier)
            .with((BankAnswer) null)
            .with(order.shares().with((Shares.Demand) null));
    if (order.acknowledgeTime() == null) {
      next = acknowledged(next, taken);
    }
    if (!order.needsPlace(Place.Use.STOP)) {
      next = next.with(new Count.Pending(time));
    }
    return unowing(next.with(new StopState.Acknowledged(taken)));
  }

  /** Without papers that are owed. */
  static StopOrder unowing(StopOrder order) {
    return order.with(order.paper().with(unowed(order)));
  }

  /** As the bank's own answer has it. */
  static StopOrder standing(StopOrder order) {
    return order.answer() instanceof BankAnswer.Held held
        ? stopped(order, held, held.executeTime().plus(order.limits().stop().length()))
        : order;
  }

  private static PaperState unowed(StopOrder order) {
    return switch (order.paper().state()) {
      case PaperState.NotOwed _, PaperState.Owed _, PaperState.Overdue _, PaperState.Refused _ ->
          new PaperState.NotOwed();
      case PaperState.Delivered delivered -> delivered;
      case PaperState.Countersigned countersigned -> countersigned;
    };
  }

  private static StopOrder settled(StopOrder order, int number, Outflow.Next next) {
    return order.withOutflows(
        mapped(order.outflows(), each -> each.number() == number ? each.with(next) : each));
  }

  private static List<Inflow> without(StopOrder order, Inflow.Source source) {
    return order.inflows().stream().filter(each -> !each.source().upTo(source)).toList();
  }

  private static <T> List<T> joined(List<T> some, List<T> more) {
    var all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }

  private static <T> List<T> mapped(List<T> some, UnaryOperator<T> each) {
    return some.stream().map(each).toList();
  }

  private static StopOrder routed(StopOrder order, Destination.Bank to, Seal seal) {
    Instant now = to.dispatchTime();
    return order.redirected(to, seal).with(new StopState.Issued(now)).with(new Count.Pending(now));
  }

  private static StopOrder acknowledged(StopOrder order, Instant time) {
    StopOrder next = order.sendTime() == null ? order.sentAt(time) : order;
    return next.acknowledgedAt(time).with(new StopState.Acknowledged(time));
  }

  private static StopOrder spoken(StopOrder order, StopEvent.OfPhone event) {
    return switch (event) {
      case StopEvent.StopPhoned _ -> order;
      case StopEvent.OralNoticeRecorded(var notice) ->
          papered(order.with(order.spoken().with(notice)));
      case StopEvent.CallbackRecorded(var proof) -> order.with(order.spoken().with(proof));
      case StopEvent.StopAdopted(var adoption, var request, var seal) ->
          recounted(order, adoption.adoptTime())
              .adopted(request, seal)
              .with(order.spoken().with(adoption))
              .with(order.shares().adopted());
      case StopEvent.StopDisowned(var adoption) -> order.with(order.spoken().with(adoption));
    };
  }

  /** Counted per case, a stop is one of its case's from now on: that account is asked anew. */
  private static StopOrder recounted(StopOrder order, Instant time) {
    if (!order.limits().countPerCase() || !(order.count() instanceof Count.Taken)) {
      return order;
    }
    StopOrder next = order.with(new Count.Pending(time));
    return next.state() instanceof StopState.Stopped(_, var start, var until)
        ? next.with(new StopState.Stopped(Ordinal.UNCOUNTED, start, until))
        : next;
  }

  /** A call told of later moves the papers' time to where it began in truth. */
  private static StopOrder papered(StopOrder order) {
    return order.paper().state() instanceof PaperState.Owed(var owed)
        ? order.with(order.paper().with(new PaperState.Owed(term(order, owed.startTime()))))
        : order;
  }

  /** The papers' time, from the stop that went ahead of them or the call that went ahead of it. */
  private static PaperState.Term term(StopOrder order, Instant stopTime) {
    Instant call = order.spoken().firstCall().orElse(stopTime);
    Instant start = call.isBefore(stopTime) ? call : stopTime;
    return new PaperState.Term(start, start.plus(order.limits().paper().length()));
  }

  /** The papers are owed from the stop that went ahead of them. */
  private static StopOrder stopped(StopOrder order, BankAnswer.Held answer, Instant until) {
    Instant start = answer.executeTime();
    var term = term(order, start);
    StopOrder next =
        order.with(answer).with(new StopState.Stopped(order.count().ordinal(), start, until));
    return switch (order.paper().state()) {
      case PaperState.NotOwed _, PaperState.Owed _, PaperState.Overdue _, PaperState.Refused _ ->
          next.with(order.paper().with(new PaperState.Owed(term)));
      // Delivered under an answer that was taken back.
      case PaperState.Delivered _, PaperState.Countersigned _ -> next;
    };
  }

  private static StopOrder lapsed(StopOrder order) {
    return order.state() instanceof StopState.Stopped(var ordinal, var start, var until)
        ? order.with(new StopState.Lapsed(ordinal, start, until))
        : order;
  }

  /** Before the bank acted the order is taken back; a stop already made is lifted. */
  private static StopOrder withdrawn(StopOrder order, Instant time, int max) {
    StopOrder next = order.with(new Count.Exceeded(max));
    return order.state() instanceof StopState.Stopped
        ? next.with(new StopState.Released(time, EndCause.COUNT_EXCEEDED, ""))
        : next.with(new StopState.Recalled(time, EndCause.COUNT_EXCEEDED, ""));
  }

  private static StopOrder counted(StopOrder order, int place) {
    StopOrder next = order.with(new Count.Taken(place));
    return next.state() instanceof StopState.Stopped(var ordinal, var start, var until)
            && ordinal == Ordinal.UNCOUNTED
        ? next.with(new StopState.Stopped(Ordinal.of(place), start, until))
        : next;
  }

  private static StopOrder missed(StopOrder order, ClockName clock, Instant due) {
    int warnings = 0;
    for (FiredClock told : order.fired()) {
      if (told.clock() == clock && told.dueTime().equals(due)) {
        warnings = told.warnings();
      }
    }
    StopOrder next = order.with(new FiredClock(clock, due, warnings, true));
    return switch (clock) {
      case PAPER -> next.with(next.paper().at(due));
      case ADOPTION -> next.with(next.spoken().at(due));
      case ACKNOWLEDGE, STOP, COUNTERSIGN, LIFT, SECOND_OFFICER, LOOKUP, RELEASE_NOTICE -> next;
    };
  }
}
