package io.holdfast.liaison.alarm;

import io.holdfast.liaison.roster.DutyRole;

/** Why an alarm was raised. */
public enum Cause {
  /** The order arrived at a desk where nobody was. */
  ARRIVED_UNATTENDED,
  /** The policy's minutes to take it in hand are over. */
  NOT_ACKNOWLEDGED;

  /** The clock behind it. */
  public String clock() {
    return switch (this) {
      case ARRIVED_UNATTENDED -> "attendance";
      case NOT_ACKNOWLEDGED -> "acknowledge";
    };
  }

  /** Who is woken first. When the minutes are over, A had his chance. */
  DutyRole first() {
    return switch (this) {
      case ARRIVED_UNATTENDED -> DutyRole.A;
      case NOT_ACKNOWLEDGED -> DutyRole.B;
    };
  }
}
