package io.holdfast.liaison.alarm;

import io.holdfast.liaison.roster.DutyRole;

/** What came of a try to wake somebody. */
public sealed interface Outcome {
  /** The gateway has taken the message. */
  record Taken(DutyRole role) implements Outcome {}

  /** It will never take it, or there is no number. */
  record Refused(DutyRole role) implements Outcome {}

  /** It did not answer, or not now. */
  record NotTaken(DutyRole role) implements Outcome {}

  /** Nobody needs waking any more. */
  record Overtaken() implements Outcome {}
}
