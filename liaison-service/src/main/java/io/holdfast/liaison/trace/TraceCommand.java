package io.holdfast.liaison.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be asked of a trace. */
public sealed interface TraceCommand {
  /** The unit's head allows it (程序规定 62). */
  record Approve(String approver) implements TraceCommand {}

  /** He refuses it. */
  record Decline(String approver, String reason) implements TraceCommand {}

  /** He gives it a new paper. */
  record RenewPaper(String approver, Paper paper) implements TraceCommand {}

  /** The police end it. */
  record Close(String subject, String reason) implements TraceCommand {}

  /** 网安 has found the server. */
  record RecordServer(Server server) implements TraceCommand {}

  /** 网安 has found who uses it. */
  record RecordSubjects(List<Subject> subjects) implements TraceCommand {
    public RecordSubjects {
      subjects = List.copyOf(subjects);
    }
  }

  /** Time has passed. */
  record FireClocks() implements TraceCommand {}

  /** Something about one hop. */
  sealed interface OfHop extends TraceCommand {
    /** Which. */
    int hop();
  }

  /** An officer names who is asked. */
  record RouteHop(int hop, Target to) implements OfHop {}

  /**
   * It is in hand.
   *
   * @param paperNumber of the paper an outside upstream was given
   * @param offsetSeconds how far the exchange's clock is ahead; null where not told
   */
  record AcknowledgeHop(int hop, Asked by, String paperNumber, @Nullable Integer offsetSeconds)
      implements OfHop {}

  /** The records are preserved. */
  record RecordPreservation(int hop, Asked by, Preservation preservation) implements OfHop {}

  /** The answer, or the new one of a disputed hop. */
  record AnswerHop(int hop, Asked by, Answer answer) implements OfHop {}

  /** Another answer in an earlier one's place; it carries the reason. */
  record CorrectHopAnswer(int hop, Asked by, Answer answer) implements OfHop {}

  /** Somebody does not believe the answer. */
  record DisputeHop(int hop, Asked by, String reason) implements OfHop {}
}
