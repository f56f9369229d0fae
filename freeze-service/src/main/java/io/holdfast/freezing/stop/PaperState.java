package io.holdfast.freezing.stop;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

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
   * @param handOver by whom they were brought; null where they were uploaded
   */
  record Delivery(
      String paperNumber,
      Instant deliverTime,
      boolean late,
      Instant countersignDueTime,
      @Nullable HandOver handOver) {
    Delivery late(boolean after) {
      return new Delivery(paperNumber, deliverTime, after, countersignDueTime, handOver);
    }
  }

  /**
   * Papers brought by hand.
   *
   * @param officerNumber 警号 of who brought them
   * @param bookTime when the bank wrote it down
   */
  record HandOver(String officerNumber, Instant bookTime) {}

  /** A delivery the security desk sent back. */
  record Refusal(Delivery delivery, Instant refuseTime, String defect) {}

  /** Nothing is owed: the bank has not stopped, or stopped nothing. Files may be uploaded ahead. */
  record NotOwed() implements PaperState {}

  /** Not yet delivered, clock running. */
  record Owed(Term term) implements PaperState {}

  /**
   * Not delivered in time.
   *
   * @param earlier the refused delivery that was not mended in time; null where none came
   */
  record Overdue(Term term, @Nullable Refusal earlier) implements PaperState {}

  /**
   * With the security desk.
   *
   * @param earlier the last refused delivery; with one the extra term is used up
   */
  record Delivered(Term term, Delivery delivery, @Nullable Refusal earlier) implements PaperState {}

  /** Checked and countersigned. */
  record Countersigned(
      Term term, Delivery delivery, @Nullable Refusal earlier, Instant countersignTime)
      implements PaperState {}

  /** Refused with a defect; a new delivery is due. */
  record Refused(Term term, Refusal refusal) implements PaperState {}

  /**
   * The state as of {@code now}: papers not delivered when their time is up are overdue, sweeper or
   * no sweeper.
   */
  default PaperState at(Instant now) {
    return switch (this) {
      case Owed(var term) when !now.isBefore(term.dueTime()) -> new Overdue(term, null);
      case Refused(var term, var refusal) when !now.isBefore(term.dueTime()) ->
          new Overdue(term, refusal);
      case NotOwed _, Owed _, Refused _, Overdue _, Delivered _, Countersigned _ -> this;
    };
  }

  /** What lies with the security desk or was countersigned; null where nothing does. */
  default @Nullable Delivery delivery() {
    return switch (this) {
      case Delivered(_, var delivery, _) -> delivery;
      case Countersigned(_, var delivery, _, _) -> delivery;
      case NotOwed _, Owed _, Overdue _, Refused _ -> null;
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
