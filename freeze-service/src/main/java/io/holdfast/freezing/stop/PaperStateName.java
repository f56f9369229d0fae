package io.holdfast.freezing.stop;

/** The bare names of {@link PaperState}'s states. */
public enum PaperStateName {
  NOT_OWED,
  OWED,
  OVERDUE,
  DELIVERED,
  COUNTERSIGNED,
  REFUSED
}
