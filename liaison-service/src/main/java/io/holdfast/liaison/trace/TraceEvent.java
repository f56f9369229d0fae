package io.holdfast.liaison.trace;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has happened to a trace. */
public sealed interface TraceEvent {
  /** It was asked for. */
  record TraceRequested() implements TraceEvent {}

  /** It may run. */
  record TraceApproved(String approver, Instant time) implements TraceEvent {}

  /** It may not. */
  record TraceDeclined(String approver, String reason, Instant time) implements TraceEvent {}

  /** A new paper; the hops that waited for one are asked again. */
  record PaperRenewed(Paper paper, Instant time) implements TraceEvent {}

  /** It has ended. */
  record TraceClosed(String subject, String reason, Instant time) implements TraceEvent {}

  /** The next hop is asked. */
  record HopOpened(int hop, Target target, Instant time) implements TraceEvent {}

  /** Another is asked in the same place. */
  record HopRouted(int hop, Target target, Instant time) implements TraceEvent {}

  /** It is in hand. */
  record HopAcknowledged(int hop, String paperNumber, @Nullable Integer offsetSeconds, Instant time)
      implements TraceEvent {}

  /** The records are preserved. */
  record HopPreserved(int hop, Preservation preservation) implements TraceEvent {}

  /**
   * It is answered.
   *
   * @param state what the answer makes of it
   */
  record HopAnswered(int hop, Answer answer, HopState state) implements TraceEvent {}

  /** Another answer has taken the place of an earlier one. */
  record HopCorrected(int hop, Answer answer, HopState state) implements TraceEvent {}

  /** Asked again, because somebody disputes the answer. */
  record HopDisputed(int hop, Dispute dispute, boolean byNextHop) implements TraceEvent {}

  /** The answer stands after all. */
  record DisputeLifted(int hop) implements TraceEvent {}

  /** These and those after them are no part of the way any more. */
  record HopsWithdrawn(int from, Instant time) implements TraceEvent {}

  /** Server and subjects rested on an answer that has changed. */
  record FindingsWithdrawn(int hop) implements TraceEvent {}

  /** The server is known. */
  record ServerRecorded(Server server) implements TraceEvent {}

  /** Its users are known. */
  record SubjectsRecorded(List<Subject> subjects) implements TraceEvent {
    public SubjectsRecorded {
      subjects = List.copyOf(subjects);
    }
  }

  /** A clock will end soon. */
  record ClockWarned(int hop, ClockName clock, Instant dueTime, int warnings)
      implements TraceEvent {}

  /** A clock has ended unmet. */
  record ClockMissed(int hop, ClockName clock, Instant dueTime) implements TraceEvent {}
}
