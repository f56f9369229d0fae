package io.holdfast.freezing.lookup;

import io.holdfast.freezing.stop.ClockName;
import io.holdfast.freezing.stop.Destination;
import io.holdfast.freezing.stop.FiredClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What an event makes of a lookup. Pure, and never refuses: the rules have decided. */
public final class LookupEvolution {
  private LookupEvolution() {}

  /** The lookup after all of the events, in their order. */
  public static AccountQuery evolve(AccountQuery query, List<LookupEvent> events) {
    AccountQuery next = query;
    for (LookupEvent event : events) {
      next = evolve(next, event);
    }
    return next;
  }

  /** The lookup after one event. */
  public static AccountQuery evolve(AccountQuery query, LookupEvent event) {
    return switch (event) {
      case LookupEvent.LookupAsked _, LookupEvent.LookupUnrouted _ -> query;
      case LookupEvent.LookupRouted(var to) -> query.sentTo(to, refused(query, to));
      case LookupEvent.LookupAcknowledged(var time) -> query.acknowledgedAt(time);
      case LookupEvent.LookupAnswered(var given) -> query.with(given).with(state(given));
      case LookupEvent.LookupCorrected(var earlier) -> taken(query.after(earlier), earlier);
      case LookupEvent.AnswerSettled(_, var next) -> settled(query, next);
      case LookupEvent.OnwardOrdered _ -> settled(query, new LookupNext.Following(true));
      case LookupEvent.ConsentRecorded(var time) -> query.with(new Consent.Recorded(time));
      case LookupEvent.LookupRecalled(var time, var cause, var reason) ->
          query.with(new LookupState.Recalled(time, cause, reason));
      case LookupEvent.SecondOfficerConfirmed(var word) -> query.with(query.request().with(word));
      case LookupEvent.ClockWarned(var clock, var due, int warnings) ->
          query.with(new FiredClock(clock, due, warnings, false));
      case LookupEvent.ClockMissed(var clock, var due) ->
          query.with(new FiredClock(clock, due, warnings(query, clock, due), true));
    };
  }

  private static LookupState state(GivenAnswer given) {
    return switch (given.answer()) {
      case LookupAnswer.Told _ -> new LookupState.Told(given.answerTime());
      case LookupAnswer.Onward _ -> new LookupState.PassedOn(given.answerTime());
      case LookupAnswer.Unable(var why, _) -> new LookupState.Unable(given.answerTime(), why);
    };
  }

  /** As just acknowledged. */
  private static AccountQuery taken(AccountQuery query, EarlierLookupAnswer earlier) {
    Instant acknowledge = query.acknowledgeTime();
    return query.with(
        new LookupState.Acknowledged(acknowledge == null ? earlier.correctTime() : acknowledge));
  }

  private static AccountQuery settled(AccountQuery query, LookupNext next) {
    GivenAnswer answer = query.answer();
    return answer == null ? query : query.with(answer.with(next));
  }

  /** Whoever was asked before and is left for another has said that the payer is not its own. */
  private static List<String> refused(AccountQuery query, Destination.Bank to) {
    String before = query.destination().bank();
    var refused = new ArrayList<>(query.notTheirs());
    if (!before.isEmpty() && !before.equals(to.institution()) && !refused.contains(before)) {
      refused.add(before);
    }
    return refused;
  }

  private static int warnings(AccountQuery query, ClockName clock, Instant due) {
    return query.fired().stream()
        .filter(told -> told.clock() == clock && told.dueTime().equals(due))
        .mapToInt(FiredClock::warnings)
        .sum();
  }
}
