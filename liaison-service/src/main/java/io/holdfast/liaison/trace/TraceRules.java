package io.holdfast.liaison.trace;

import static io.holdfast.liaison.trace.Decision.accept;
import static io.holdfast.liaison.trace.Decision.reject;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What may be done with a trace, and what comes of it. Pure: a new state or command breaks a
 * switch, on purpose.
 */
public final class TraceRules {
  private static final Set<Stage> RUNNING =
      EnumSet.of(
          Stage.TRACING, Stage.LANDED, Stage.SERVER_FOUND, Stage.SUBJECTS_FOUND, Stage.DEAD_END);

  private TraceRules() {}

  /**
   * Decides on a command at {@code now}. What time has brought about by then is told with it, so
   * that a command meets the same trace whether a sweeper has passed or not.
   */
  public static Decision decide(Trace trace, TraceCommand command, Instant now) {
    List<TraceEvent> due = Clocks.due(trace, now);
    Trace then = Evolution.evolve(trace, due);
    return switch (judge(then, command, now)) {
      case Decision.Rejected rejected -> rejected;
      case Decision.Accepted(var events) -> {
        var all = new ArrayList<>(due);
        all.addAll(events);
        yield new Decision.Accepted(all);
      }
    };
  }

  private static Decision judge(Trace trace, TraceCommand command, Instant now) {
    Set<Stage> allowed = allowed(command);
    if (!allowed.contains(trace.stage())) {
      return reject(new Rejection.WrongStage(trace.stage(), allowed));
    }
    return switch (command) {
      case TraceCommand.Approve(var approver) ->
          byAnother(
              trace,
              approver,
              accept(
                  new TraceEvent.TraceApproved(approver, now),
                  new TraceEvent.HopOpened(1, trace.request().first(), now)));
      case TraceCommand.Decline(var approver, var reason) ->
          byAnother(trace, approver, accept(new TraceEvent.TraceDeclined(approver, reason, now)));
      case TraceCommand.RenewPaper(var approver, var paper) ->
          byAnother(trace, approver, accept(new TraceEvent.PaperRenewed(paper, now)));
      case TraceCommand.Close(var subject, var reason) ->
          accept(new TraceEvent.TraceClosed(subject, reason, now));
      case TraceCommand.RecordServer(var server) ->
          landed(trace, accept(new TraceEvent.ServerRecorded(server)));
      case TraceCommand.RecordSubjects(var subjects) ->
          landed(trace, accept(new TraceEvent.SubjectsRecorded(subjects)));
      case TraceCommand.FireClocks _ -> accept();
      case TraceCommand.OfHop hop -> ofHop(trace, hop, now);
    };
  }

  private static Set<Stage> allowed(TraceCommand command) {
    return switch (command) {
      case TraceCommand.Approve _, TraceCommand.Decline _ -> EnumSet.of(Stage.REQUESTED);
      case TraceCommand.RenewPaper _,
          TraceCommand.Close _,
          TraceCommand.RecordServer _,
          TraceCommand.RecordSubjects _,
          TraceCommand.OfHop _ ->
          RUNNING;
      case TraceCommand.FireClocks _ -> EnumSet.allOf(Stage.class);
    };
  }

  /** 程序规定 62: the head of the unit approves, and nobody approves what he asked for himself. */
  private static Decision byAnother(Trace trace, String approver, Decision then) {
    return approver.equals(trace.request().requester())
        ? reject(new Rejection.RequesterIsApprover())
        : then;
  }

  private static Decision landed(Trace trace, Decision then) {
    return switch (trace.stage()) {
      case LANDED, SERVER_FOUND, SUBJECTS_FOUND -> then;
      case REQUESTED, DECLINED, TRACING, DEAD_END, CLOSED ->
          reject(new Rejection.NotLanded(trace.stage()));
    };
  }

  /** Whose hop it is comes before how it stands: a stranger learns nothing of it. */
  private static Decision ofHop(Trace trace, TraceCommand.OfHop command, Instant now) {
    Set<HopState.Name> allowed = HopRules.allowed(command);
    return trace
        .hop(command.hop())
        .map(Hop::state)
        .filter(state -> !allowed.contains(state.name()))
        .map(state -> stranger(trace, command, state, allowed))
        .orElseGet(() -> HopRules.judge(trace, command, now));
  }

  private static Decision stranger(
      Trace trace, TraceCommand.OfHop command, HopState state, Set<HopState.Name> allowed) {
    Decision wrongState = reject(new Rejection.HopWrongState(state.name(), allowed));
    Hop hop = trace.hops().get(command.hop() - 1);
    return switch (command) {
      case TraceCommand.RouteHop _ -> wrongState;
      case TraceCommand.DisputeHop(_, var by, _) ->
          HopRules.mayDispute(trace, hop, by) ? wrongState : reject(new Rejection.HopNotYours());
      case TraceCommand.AcknowledgeHop(_, var by, _, _) -> HopRules.speaking(hop, by, wrongState);
      case TraceCommand.RecordPreservation(_, var by, _) -> HopRules.speaking(hop, by, wrongState);
      case TraceCommand.AnswerHop(_, var by, _) -> HopRules.speaking(hop, by, wrongState);
      case TraceCommand.CorrectHopAnswer(_, var by, _) -> HopRules.speaking(hop, by, wrongState);
    };
  }
}
