package io.holdfast.liaison.trace;

import static io.holdfast.liaison.trace.Decision.accept;
import static io.holdfast.liaison.trace.Decision.reject;

import io.holdfast.liaison.trace.HopState.Name;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/** What may be done with one hop, but for its answers. */
final class HopRules {
  /** How far a carrier's clock may differ from ours before a time it gives counts as impossible. */
  static final Duration CLOCK_SKEW_MAX = Duration.ofMinutes(2);

  private HopRules() {}

  static Decision judge(Trace trace, TraceCommand.OfHop command, Instant now) {
    if (trace.hop(command.hop()).isEmpty()) {
      return reject(new Rejection.HopNotYours());
    }
    Hop hop = trace.hop(command.hop()).get();
    return switch (command) {
      case TraceCommand.RouteHop(_, var to) -> route(trace, hop, to, now);
      case TraceCommand.AcknowledgeHop acknowledge -> acknowledge(hop, acknowledge, now);
      case TraceCommand.RecordPreservation(_, var by, var preservation) ->
          preserve(hop, by, preservation, now);
      case TraceCommand.DisputeHop(_, var by, var reason) -> dispute(trace, hop, by, reason, now);
      case TraceCommand.AnswerHop(_, var by, var answer) ->
          AnswerRules.answer(trace, hop, by, answer, now);
      case TraceCommand.CorrectHopAnswer(_, var by, var answer) ->
          AnswerRules.correct(trace, hop, by, answer, now);
    };
  }

  /** The states in which a command may be carried out. */
  static Set<Name> allowed(TraceCommand.OfHop command) {
    return switch (command) {
      case TraceCommand.RouteHop _ ->
          EnumSet.of(Name.UNROUTED, Name.NOT_OURS, Name.SENT, Name.ACKNOWLEDGED);
      case TraceCommand.AcknowledgeHop _ -> EnumSet.of(Name.SENT, Name.ACKNOWLEDGED);
      case TraceCommand.RecordPreservation _, TraceCommand.AnswerHop _ ->
          EnumSet.of(Name.SENT, Name.ACKNOWLEDGED, Name.DISPUTED);
      case TraceCommand.CorrectHopAnswer _ ->
          EnumSet.of(Name.ANSWERED, Name.LANDED, Name.DEAD_END, Name.NOT_OURS, Name.PAPER_INVALID);
      case TraceCommand.DisputeHop _ -> EnumSet.of(Name.ANSWERED);
    };
  }

  /** Whether somebody may speak for a hop: its own carrier, or the police for one on paper. */
  static Decision speaking(Hop hop, Asked by, Decision then) {
    return switch (by) {
      case Asked.Carrier(var institution) ->
          institution.equals(hop.target().institution())
              ? then
              : reject(new Rejection.HopNotYours());
      case Asked.Police _ ->
          hop.target() instanceof Target.Outside
              ? then
              : reject(new Rejection.HopNotOnPaper(hop.number()));
    };
  }

  private static Decision route(Trace trace, Hop hop, Target to, Instant now) {
    var routed = new TraceEvent.HopRouted(hop.number(), to, now);
    if (trace.past().size() >= Trace.PAST_MAX) {
      return reject(new Rejection.Full(Rejection.Part.PAST_HOPS, Trace.PAST_MAX));
    }
    return AnswerRules.doubted(trace, hop)
        ? accept(new TraceEvent.DisputeLifted(hop.number() - 1), routed)
        : accept(routed);
  }

  private static Decision acknowledge(Hop hop, TraceCommand.AcknowledgeHop command, Instant now) {
    if (hop.state() instanceof HopState.Acknowledged) {
      return speaking(hop, command.by(), accept());
    }
    boolean onPaper = hop.target() instanceof Target.Outside;
    if (onPaper && command.paperNumber().isBlank()) {
      return speaking(
          hop, command.by(), reject(new Rejection.Missing(Rejection.Field.PAPER_NUMBER)));
    }
    var event =
        new TraceEvent.HopAcknowledged(
            hop.number(), onPaper ? command.paperNumber() : "", command.offsetSeconds(), now);
    return speaking(hop, command.by(), accept(event));
  }

  private static Decision preserve(Hop hop, Asked by, Preservation preservation, Instant now) {
    Instant latest = now.plus(CLOCK_SKEW_MAX);
    return speaking(
        hop,
        by,
        preservation.preserveTime().isAfter(latest)
            ? reject(new Rejection.TimeImpossible(preservation.preserveTime(), latest))
            : accept(new TraceEvent.HopPreserved(hop.number(), preservation)));
  }

  /** By the carrier of the next hop, who sees that it cannot be, or by the police. */
  private static Decision dispute(Trace trace, Hop hop, Asked by, String reason, Instant now) {
    if (!mayDispute(trace, hop, by)) {
      return reject(new Rejection.HopNotYours());
    }
    if (hop.disputes().size() >= Hop.DISPUTES_MAX) {
      return reject(new Rejection.Full(Rejection.Part.HOP_DISPUTES, Hop.DISPUTES_MAX));
    }
    var dispute = new Dispute(by.institution(), reason, now);
    return accept(new TraceEvent.HopDisputed(hop.number(), dispute, false));
  }

  static boolean mayDispute(Trace trace, Hop hop, Asked by) {
    return switch (by) {
      case Asked.Police _ -> true;
      case Asked.Carrier(var institution) ->
          trace
              .hop(hop.number() + 1)
              .filter(next -> next.target().institution().equals(institution))
              .isPresent();
    };
  }
}
