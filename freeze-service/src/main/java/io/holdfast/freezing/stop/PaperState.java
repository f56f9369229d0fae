package io.holdfast.freezing.stop;

import java.time.Instant;

/**
 * Where the papers of an order stand. An order that goes out ahead of its papers owes them to the
 * bank's security desk (保卫部门) within the policy's limit from its going out; the debt ends where the
 * bank stops nothing.
 */
public sealed interface PaperState {
  /** Not yet delivered, clock running. */
  record Owed(Instant startTime, Instant dueTime) implements PaperState {}

  /**
   * Not delivered in time.
   *
   * @param defect what was wrong with an earlier delivery; empty where there was none
   * @param remedyUsed whether the one extra term has been given
   */
  record Overdue(Instant startTime, Instant dueTime, String defect, boolean remedyUsed)
      implements PaperState {}

  /** With the security desk. */
  record Delivered(
      Instant startTime,
      Instant dueTime,
      String paperNumber,
      Instant deliverTime,
      boolean late,
      String defect,
      boolean remedyUsed)
      implements PaperState {}

  /** Checked and countersigned. */
  record Countersigned(
      Instant startTime,
      Instant dueTime,
      String paperNumber,
      Instant deliverTime,
      boolean late,
      Instant countersignTime,
      boolean remedyUsed)
      implements PaperState {}

  /** Refused with a defect; a new delivery is due. */
  record Refused(
      Instant startTime, Instant dueTime, String paperNumber, Instant refuseTime, String defect)
      implements PaperState {}

  /** The bank stopped nothing: nothing is owed. */
  record NotOwed(Instant sinceTime) implements PaperState {}

  /**
   * The state as of {@code now}: papers not delivered when their time is up are overdue, sweeper or
   * no sweeper.
   */
  default PaperState at(Instant now) {
    return switch (this) {
      case Owed(var start, var due) when !now.isBefore(due) -> new Overdue(start, due, "", false);
      case Refused(var start, var due, _, _, var defect) when !now.isBefore(due) ->
          new Overdue(start, due, defect, true);
      case Owed _, Refused _, Overdue _, Delivered _, Countersigned _, NotOwed _ -> this;
    };
  }

  /** Its bare name. */
  default PaperStateName name() {
    return switch (this) {
      case Owed _ -> PaperStateName.OWED;
      case Overdue _ -> PaperStateName.OVERDUE;
      case Delivered _ -> PaperStateName.DELIVERED;
      case Countersigned _ -> PaperStateName.COUNTERSIGNED;
      case Refused _ -> PaperStateName.REFUSED;
      case NotOwed _ -> PaperStateName.NOT_OWED;
    };
  }
}
