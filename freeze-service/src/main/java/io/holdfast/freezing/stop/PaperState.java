package io.holdfast.freezing.stop;

import java.time.Instant;

/**
 * Where the papers of an order stand. A bank that stops ahead of the papers is owed them at its
 * security desk (保卫部门) within the policy's limit from its stop; where it stops nothing, nothing is
 * owed.
 */
public sealed interface PaperState {
  /** The time the papers have. */
  record Term(Instant startTime, Instant dueTime) {}

  /**
   * Papers as they came.
   *
   * @param paperNumber 文号
   * @param late whether they came after their time
   * @param countersignDueTime when the security desk must have countersigned or refused
   */
  record Delivery(
      String paperNumber, Instant deliverTime, boolean late, Instant countersignDueTime) {}

  /** Nothing is owed: the bank has not stopped, or stopped nothing. Files may be uploaded ahead. */
  record NotOwed() implements PaperState {}

  /** Not yet delivered, clock running. */
  record Owed(Term term) implements PaperState {}

  /**
   * Not delivered in time.
   *
   * @param defect what was wrong with an earlier delivery; empty where there was none
   * @param remedyUsed whether the one extra term has been given
   */
  record Overdue(Term term, String defect, boolean remedyUsed) implements PaperState {}

  /** With the security desk. */
  record Delivered(Term term, Delivery delivery, String defect, boolean remedyUsed)
      implements PaperState {}

  /** Checked and countersigned. */
  record Countersigned(Term term, Delivery delivery, Instant countersignTime, boolean remedyUsed)
      implements PaperState {}

  /** Refused with a defect; a new delivery is due. */
  record Refused(Term term, Delivery delivery, Instant refuseTime, String defect)
      implements PaperState {}

  /**
   * The state as of {@code now}: papers not delivered when their time is up are overdue, sweeper or
   * no sweeper.
   */
  default PaperState at(Instant now) {
    return switch (this) {
      case Owed(var term) when !now.isBefore(term.dueTime()) -> new Overdue(term, "", false);
      case Refused(var term, _, _, var defect) when !now.isBefore(term.dueTime()) ->
          new Overdue(term, defect, true);
      case NotOwed _, Owed _, Refused _, Overdue _, Delivered _, Countersigned _ -> this;
    };
  }

  /** Its bare name. */
  default PaperStateName name() {
    return switch (this) {
      case NotOwed _ -> PaperStateName.NOT_OWED;
      case Owed _ -> PaperStateName.OWED;
      case Overdue _ -> PaperStateName.OVERDUE;
      case Delivered _ -> PaperStateName.DELIVERED;
      case Countersigned _ -> PaperStateName.COUNTERSIGNED;
      case Refused _ -> PaperStateName.REFUSED;
    };
  }
}
