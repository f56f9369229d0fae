package io.holdfast.liaison.trace;

import static io.holdfast.liaison.trace.Decision.reject;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an answer, or a correction of one, makes of the way. */
final class AnswerRules {
  private AnswerRules() {}

  static Decision answer(Trace trace, Hop hop, Asked by, Answer answer, Instant now) {
    HopState state = state(trace, hop, answer, now);
    return decided(
        trace, hop, by, new TraceEvent.HopAnswered(hop.number(), answer, state), answer, now);
  }

  static Decision correct(Trace trace, Hop hop, Asked by, Answer answer, Instant now) {
    HopState state = state(trace, hop, answer, now);
    return decided(
        trace, hop, by, new TraceEvent.HopCorrected(hop.number(), answer, state), answer, now);
  }

  private static Decision decided(
      Trace trace, Hop hop, Asked by, TraceEvent event, Answer answer, Instant now) {
    Optional<Rejection> wrong = Guards.check(trace, hop, answer);
    if (hop.answers().size() >= Hop.ANSWERS_MAX) {
      wrong = Optional.of(new Rejection.Full(Rejection.Part.HOP_ANSWERS, Hop.ANSWERS_MAX));
    }
    if (wrong.isPresent()) {
      return HopRules.speaking(hop, by, reject(wrong.get()));
    }
    var events = new ArrayList<TraceEvent>();
    events.add(event);
    if (trace.hasFindings() && !stands(trace, hop, event, answer)) {
      events.add(new TraceEvent.FindingsWithdrawn(hop.number()));
    }
    if (doubted(trace, hop) && answer.code() != HopCode.NOT_OURS) {
      events.add(new TraceEvent.DisputeLifted(hop.number() - 1));
    }
    events.addAll(further(trace, hop, event, answer, now));
    int past = Evolution.evolve(trace, events).past().size();
    Decision decision =
        past > Trace.PAST_MAX
            ? reject(new Rejection.Full(Rejection.Part.PAST_HOPS, Trace.PAST_MAX))
            : new Decision.Accepted(events);
    return HopRules.speaking(hop, by, decision);
  }

  /** What happens to the hops around. */
  private static List<TraceEvent> further(
      Trace trace, Hop hop, TraceEvent event, Answer answer, Instant now) {
    if (stands(trace, hop, event, answer)) {
      return List.of();
    }
    int next = hop.number() + 1;
    Target opening = opening(trace, hop, answer);
    var events = new ArrayList<TraceEvent>();
    if (trace.hop(next).isPresent()) {
      events.add(new TraceEvent.HopsWithdrawn(next, now));
    }
    if (opening != null) {
      events.add(new TraceEvent.HopOpened(next, opening, now));
    }
    Target instead = answer.upstream();
    if (answer.code() == HopCode.PORTED_TO && instead != null) {
      events.add(new TraceEvent.HopRouted(hop.number(), instead, now));
    }
    if (answer.code() == HopCode.NOT_OURS) {
      askAgain(trace, hop, answer, now).ifPresent(events::add);
    }
    return events;
  }

  /** The hop before named this carrier, and is asked whether that was right. */
  private static Optional<TraceEvent> askAgain(Trace trace, Hop hop, Answer answer, Instant now) {
    return trace
        .hop(hop.number() - 1)
        .filter(before -> before.state() instanceof HopState.Answered)
        .filter(before -> before.disputes().size() < Hop.DISPUTES_MAX)
        .map(
            before ->
                new TraceEvent.HopDisputed(
                    before.number(),
                    new Dispute(hop.target().institution(), answer.reason(), now),
                    true));
  }

  /** Whether the hop before is asked again only because this one says that it is not its call. */
  static boolean doubted(Trace trace, Hop hop) {
    return hop.state() instanceof HopState.NotOurs
        && trace
            .hop(hop.number() - 1)
            .filter(
                before ->
                    before.state() instanceof HopState.Disputed(_, _, _, var byNextHop)
                        && byNextHop)
            .isPresent();
  }

  private static @Nullable Target opening(Trace trace, Hop hop, Answer answer) {
    return exhausted(trace, hop) ? null : answer.next();
  }

  private static boolean stands(Trace trace, Hop hop, TraceEvent event, Answer answer) {
    Target opening = opening(trace, hop, answer);
    return opening != null && stands(Evolution.evolve(trace, event), hop.number() + 1, opening);
  }

  /**
   * Whether the hops from {@code from} on may stay after the answer before them has changed: the
   * same firm is asked, it has not denied the call, and all answers still agree.
   */
  private static boolean stands(Trace changed, int from, Target upstream) {
    Optional<Hop> next = changed.hop(from);
    if (next.isEmpty()
        || !upstream.equals(next.get().target())
        || next.get().state() instanceof HopState.NotOurs) {
      return false;
    }
    return changed.hops().stream()
        .filter(hop -> hop.number() >= from)
        .allMatch(
            hop ->
                hop.answer()
                    .filter(answer -> Guards.check(changed, hop, answer).isPresent())
                    .isEmpty());
  }

  private static HopState state(Trace trace, Hop hop, Answer answer, Instant now) {
    return switch (answer.code()) {
      case UPSTREAM -> onward(trace, hop, now);
      case FOREIGN_GATEWAY ->
          border(answer.upstream())
              ? new HopState.DeadEnd(now, HopState.Cause.BORDER)
              : onward(trace, hop, now);
      case ORIGIN, LANDING -> new HopState.Landed(now);
      case NO_RECORD -> new HopState.DeadEnd(now, HopState.Cause.NO_RECORD);
      case RETENTION_EXPIRED -> new HopState.DeadEnd(now, HopState.Cause.RETENTION_EXPIRED);
      case NOT_OURS, PORTED_TO -> new HopState.NotOurs(now);
      case PAPER_INVALID -> new HopState.PaperInvalid(now);
    };
  }

  private static boolean border(@Nullable Target upstream) {
    return upstream == null;
  }

  private static HopState onward(Trace trace, Hop hop, Instant now) {
    return exhausted(trace, hop)
        ? new HopState.DeadEnd(now, HopState.Cause.HOPS_EXHAUSTED)
        : new HopState.Answered(now);
  }

  private static boolean exhausted(Trace trace, Hop hop) {
    return hop.number() >= trace.request().limits().hopsMax();
  }
}
