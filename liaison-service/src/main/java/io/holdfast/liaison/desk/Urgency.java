package io.holdfast.liaison.desk;

/** Whether the time a task has is near its end or over; the ordinal is what callers see. */
public enum Urgency {
  NONE,
  WARNED,
  MISSED;

  Urgency atLeast(Urgency other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
