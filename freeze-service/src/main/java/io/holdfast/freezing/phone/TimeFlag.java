package io.holdfast.freezing.phone;

/** What is odd about times told. A flagged time counts all the same, and stays flagged. */
public enum TimeFlag {
  /** The call came before the transfer it was about. */
  CALLED_BEFORE_TRANSFER,
  /** The account was stopped before the transfer. */
  EXECUTED_BEFORE_TRANSFER,
  /** The account was stopped before the call that asked for it. */
  EXECUTED_BEFORE_CALL,
  /** Entered later than the policy's time after it happened. */
  ENTERED_LATE;

  /** Whether it says that the times cannot be in that order, not only that they were told late. */
  public boolean impossible() {
    return switch (this) {
      case CALLED_BEFORE_TRANSFER, EXECUTED_BEFORE_TRANSFER, EXECUTED_BEFORE_CALL -> true;
      case ENTERED_LATE -> false;
    };
  }
}
