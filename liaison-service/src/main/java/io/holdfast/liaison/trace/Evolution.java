package io.holdfast.liaison.trace;

import java.time.Instant;
import java.util.List;

/** What an event makes of a trace. Pure, and never refuses: the rules have decided. */
public final class Evolution {
  private Evolution() {}

  /** The trace after all of the events, in their order. */
  public static Trace evolve(Trace trace, List<TraceEvent> events) {
    Trace next = trace;
    for (TraceEvent event : events) {
      next = evolve(next, event);
    }
    return next;
  }

  /** The trace after one event. */
  public static Trace evolve(Trace trace, TraceEvent event) {
    return switch (event) {
      case TraceEvent.TraceRequested _ -> trace;
      case TraceEvent.TraceApproved(var approver, var time) ->
          trace.with(new Standing.Approved(approver, time));
      case TraceEvent.TraceDeclined(var approver, var reason, var time) ->
          trace.with(new Standing.Declined(approver, reason, time));
      case TraceEvent.TraceClosed(var subject, var reason, var time) ->
          trace.with(new Standing.Closed(subject, reason, time));
      case TraceEvent.PaperRenewed(var paper, var time) -> renewed(trace.with(paper), time);
      case TraceEvent.HopOpened(int hop, var target, var time) ->
          trace.with(Hop.opened(hop, target, time, asked(trace, target, time)));
      case TraceEvent.HopRouted(int hop, var target, var time) -> routed(trace, hop, target, time);
      case TraceEvent.HopAcknowledged acknowledged -> acknowledged(trace, acknowledged);
      case TraceEvent.HopPreserved(int hop, var preservation) ->
          trace.with(hop(trace, hop).with(preservation));
      case TraceEvent.HopAnswered(int hop, var answer, var state) ->
          trace.with(hop(trace, hop).with(answer, state));
      case TraceEvent.HopCorrected(int hop, var answer, var state) ->
          trace.with(hop(trace, hop).with(answer, state));
      case TraceEvent.HopDisputed disputed -> disputed(trace, disputed);
      case TraceEvent.DisputeLifted(int hop) -> lifted(trace, hop(trace, hop));
      case TraceEvent.HopsWithdrawn(int from, var time) -> trace.without(from, time);
      case TraceEvent.FindingsWithdrawn _ -> trace.with(null, List.of());
      case TraceEvent.ServerRecorded(var server) -> trace.with(server, trace.subjects());
      case TraceEvent.SubjectsRecorded(var subjects) -> trace.with(trace.server(), subjects);
      case TraceEvent.ClockWarned(int hop, var clock, var due, int warnings) ->
          trace.with(hop(trace, hop).with(new FiredClock(clock, due, warnings, false)));
      case TraceEvent.ClockMissed(int hop, var clock, var due) ->
          trace.with(hop(trace, hop).with(new FiredClock(clock, due, 0, true)));
    };
  }

  private static Hop hop(Trace trace, int number) {
    return trace.hops().get(number - 1);
  }

  private static HopState asked(Trace trace, Target target, Instant now) {
    return switch (target) {
      case Target.Unknown _ -> new HopState.Unrouted(now);
      case Target.Inside _, Target.Outside _ -> new HopState.Sent(now, due(trace, now));
    };
  }

  private static Instant due(Trace trace, Instant ask) {
    return trace.paper().due(ask, trace.request().limits().answer());
  }

  private static Trace renewed(Trace trace, Instant now) {
    Trace next = trace;
    for (Hop hop : trace.hops()) {
      if (hop.state() instanceof HopState.PaperInvalid) {
        next = next.with(hop.in(new HopState.Sent(now, due(trace, now))));
      }
    }
    return next;
  }

  private static Trace routed(Trace trace, int number, Target target, Instant now) {
    Hop before = hop(trace, number);
    Trace remembering =
        before.target() instanceof Target.Unknown ? trace : trace.remembering(before, now);
    return remembering.with(Hop.opened(number, target, now, asked(trace, target, now)));
  }

  private static Trace acknowledged(Trace trace, TraceEvent.HopAcknowledged event) {
    Hop hop = hop(trace, event.hop());
    return hop.state() instanceof HopState.Sent(var ask, var due)
        ? trace.with(
            hop.acknowledged(
                event.time(),
                event.paperNumber(),
                event.offsetSeconds(),
                new HopState.Acknowledged(ask, due)))
        : trace;
  }

  private static Trace disputed(Trace trace, TraceEvent.HopDisputed event) {
    Hop hop = hop(trace, event.hop());
    if (!(hop.state() instanceof HopState.Answered(var since))) {
      return trace;
    }
    Instant now = event.dispute().disputeTime();
    return trace.with(
        hop.with(
            event.dispute(),
            new HopState.Disputed(now, due(trace, now), since, event.byNextHop())));
  }

  private static Trace lifted(Trace trace, Hop hop) {
    return hop.state() instanceof HopState.Disputed(_, _, var since, _)
        ? trace.with(hop.in(new HopState.Answered(since)))
        : trace;
  }
}
