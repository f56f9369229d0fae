package io.holdfast.freezing.lookup;

import java.time.Instant;

/** Where an urgent lookup stands. Each state carries exactly the facts true in it. */
public sealed interface LookupState {
  /** Made, not yet on a desk: on its way, or without anybody to ask. */
  record Issued(Instant issueTime) implements LookupState {}

  /** On the institution's desk. */
  record Sent(Instant sendTime) implements LookupState {}

  /** Somebody there has it in hand and sees whose payment it is. */
  record Acknowledged(Instant acknowledgeTime) implements LookupState {}

  /** The payee is told. */
  record Told(Instant answerTime) implements LookupState {}

  /** The money went through a further institution. */
  record PassedOn(Instant answerTime) implements LookupState {}

  /** The institution cannot tell. */
  record Unable(Instant answerTime, LookupAnswer.Why why) implements LookupState {}

  /** Taken back. */
  record Recalled(Instant recallTime, Cause cause, String reason) implements LookupState {}

  /** Why a lookup was taken back. */
  enum Cause {
    POLICE,
    /** The answer that led here was corrected. */
    ANSWER_CORRECTED
  }

  /** Its bare name. */
  default LookupStateName name() {
    return switch (this) {
      case Issued _ -> LookupStateName.ISSUED;
      case Sent _ -> LookupStateName.SENT;
      case Acknowledged _ -> LookupStateName.ACKNOWLEDGED;
      case Told _ -> LookupStateName.TOLD;
      case PassedOn _ -> LookupStateName.PASSED_ON;
      case Unable _ -> LookupStateName.UNABLE;
      case Recalled _ -> LookupStateName.RECALLED;
    };
  }
}
