package io.holdfast.liaison.trace;

/** How far behind a hop is. */
public enum Delay {
  ON_TIME,
  /** The time to answer is over. */
  OVERDUE,
  /** So is the grace after it: the supervisors have it. */
  ESCALATED
}
