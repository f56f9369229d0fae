package io.holdfast.freezing.stop;

import java.time.Instant;

/** Where a stop order stands. Each state carries exactly the facts true in it. */
public sealed interface StopState {
  /** Made, not yet on a bank's desk: on its way, or without a bank. */
  record Issued(Instant issueTime) implements StopState {}

  /** On the bank's desk. */
  record Sent(Instant sendTime) implements StopState {}

  /** A bank officer has it in hand and sees whom it concerns. */
  record Acknowledged(Instant acknowledgeTime) implements StopState {}

  /**
   * 已止付.
   *
   * @param startTime when this stop began to run: the bank's execution, or the end of the first
   *     stop it follows
   * @param until its end: {@code startTime} plus the policy's limit
   */
  record Stopped(Ordinal ordinal, Instant startTime, Instant until) implements StopState {}

  /** 要素不符: the bank must not stop (86号 二(一)2). */
  record Mismatched(Instant answerTime) implements StopState {}

  /** The bank could not carry it out. */
  record Failed(Instant answerTime) implements StopState {}

  /** The account is not this bank's. */
  record NotOurs(Instant answerTime) implements StopState {}

  /** Taken back before the bank acted; by the rules it reads as annulled. */
  record Recalled(Instant recallTime, EndCause cause, String reason) implements StopState {}

  /** 解除止付. */
  record Released(Instant releaseTime, EndCause cause, String reason) implements StopState {}

  /** The stop's time ran out. */
  record Lapsed(Ordinal ordinal, Instant startTime, Instant lapseTime) implements StopState {}

  /** A freeze has taken its place. */
  record Converted(Instant convertTime, String freezeOrder) implements StopState {}

  /** Why an order ended before its time. */
  enum EndCause {
    /** The police took it back, or found the money unrelated (反诈法 20: 及时解除). */
    POLICE,
    /** The account had been stopped as often as it may be. */
    COUNT_EXCEEDED,
    /** The bank released because the papers it was owed never came. */
    PAPER_OVERDUE,
    /** The bank released because the station named did not stand behind the order. */
    NOT_ADOPTED,
    /** The answer of another bank that had led here was taken back. */
    ANSWER_CORRECTED,
    /** The case had an order on the account already. */
    MERGED,
    /** The stop it shared was released on another order. */
    SHARED_STOP_RELEASED;

    /** Whether the rules ended it, and no person's word. */
    boolean ruled() {
      return this == COUNT_EXCEEDED || this == MERGED;
    }
  }

  /** The state as of {@code now}: a stop whose time is up has lapsed, sweeper or no sweeper. */
  default StopState at(Instant now) {
    return this instanceof Stopped(var ordinal, var start, var until) && !now.isBefore(until)
        ? new Lapsed(ordinal, start, until)
        : this;
  }

  /** Whether the bank has still to act. */
  default boolean awaitsAnswer() {
    return switch (this) {
      case Issued _, Sent _, Acknowledged _ -> true;
      case Stopped _,
          Mismatched _,
          Failed _,
          NotOurs _,
          Recalled _,
          Released _,
          Lapsed _,
          Converted _ ->
          false;
    };
  }

  /** Whether one of the account's stops was used for it, or may yet be. */
  default boolean usesStop() {
    return switch (this) {
      case Issued _, Sent _, Acknowledged _, Stopped _, Released _, Lapsed _, Converted _ -> true;
      case Mismatched _, Failed _, NotOurs _, Recalled _ -> false;
    };
  }

  /** Its bare name. */
  default StopStateName name() {
    return switch (this) {
      case Issued _ -> StopStateName.ISSUED;
      case Sent _ -> StopStateName.SENT;
      case Acknowledged _ -> StopStateName.ACKNOWLEDGED;
      case Stopped _ -> StopStateName.STOPPED;
      case Mismatched _ -> StopStateName.MISMATCHED;
      case Failed _ -> StopStateName.FAILED;
      case NotOurs _ -> StopStateName.NOT_OURS;
      case Recalled(_, var cause, _) ->
          cause.ruled() ? StopStateName.ANNULLED : StopStateName.RECALLED;
      case Released _ -> StopStateName.RELEASED;
      case Lapsed _ -> StopStateName.LAPSED;
      case Converted _ -> StopStateName.CONVERTED;
    };
  }
}
