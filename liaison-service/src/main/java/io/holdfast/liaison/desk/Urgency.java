package io.holdfast.liaison.desk;

/** Whether the time a task has is near its end or over. */
public enum Urgency {
  NONE,
  WARNED,
  MISSED;

  /** As callers see it: 0 none, 1 warned, 2 missed. */
  public int level() {
    return switch (this) {
      case NONE -> 0;
      case WARNED -> 1;
      case MISSED -> 2;
    };
  }

  Urgency atLeast(Urgency other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
