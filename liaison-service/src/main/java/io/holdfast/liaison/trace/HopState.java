package io.holdfast.liaison.trace;

import java.time.Instant;

/** Where a hop stands. Each state carries exactly the facts true in it. */
public sealed interface HopState {
  /** No carrier is known. */
  record Unrouted(Instant since) implements HopState {}

  /** Somebody is asked, to preserve first of all. */
  record Sent(Instant askTime, Instant dueTime) implements HopState {}

  /** He has it in hand. */
  record Acknowledged(Instant askTime, Instant dueTime) implements HopState {}

  /** The next hop is open. */
  record Answered(Instant since) implements HopState {}

  /** The call's origin or landing is known. */
  record Landed(Instant since) implements HopState {}

  /** The trail ends. */
  record DeadEnd(Instant since, Cause cause) implements HopState {}

  /** The call did not pass there. */
  record NotOurs(Instant since) implements HopState {}

  /** The paper does not let the carrier answer. */
  record PaperInvalid(Instant since) implements HopState {}

  /**
   * Asked again, because somebody disputes the answer.
   *
   * @param answeredSince when it was answered
   * @param byNextHop whether the next hop's 「非本网」 alone brought it here
   */
  record Disputed(Instant askTime, Instant dueTime, Instant answeredSince, boolean byNextHop)
      implements HopState {}

  /** Why a trail ends. */
  enum Cause {
    NO_RECORD,
    RETENTION_EXPIRED,
    /** It comes from abroad, and no upstream is known. */
    BORDER,
    /** The policy allows no more hops. */
    HOPS_EXHAUSTED
  }

  /** The name of a state, without its facts. */
  enum Name {
    UNROUTED,
    SENT,
    ACKNOWLEDGED,
    ANSWERED,
    LANDED,
    DEAD_END,
    NOT_OURS,
    PAPER_INVALID,
    DISPUTED
  }

  /** Which of the states it is. */
  default Name name() {
    return switch (this) {
      case Unrouted _ -> Name.UNROUTED;
      case Sent _ -> Name.SENT;
      case Acknowledged _ -> Name.ACKNOWLEDGED;
      case Answered _ -> Name.ANSWERED;
      case Landed _ -> Name.LANDED;
      case DeadEnd _ -> Name.DEAD_END;
      case NotOurs _ -> Name.NOT_OURS;
      case PaperInvalid _ -> Name.PAPER_INVALID;
      case Disputed _ -> Name.DISPUTED;
    };
  }
}
