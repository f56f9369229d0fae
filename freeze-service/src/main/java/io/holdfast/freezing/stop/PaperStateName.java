package io.holdfast.freezing.stop;

/** The bare names of {@link PaperState}'s states. */
public enum PaperStateName {
  OWED,
  OVERDUE,
  DELIVERED,
  COUNTERSIGNED,
  REFUSED,
  NOT_OWED
}
