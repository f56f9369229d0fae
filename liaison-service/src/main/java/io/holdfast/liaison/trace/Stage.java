package io.holdfast.liaison.trace;

/** How far a trace is. */
public enum Stage {
  REQUESTED,
  DECLINED,
  TRACING,
  LANDED,
  SERVER_FOUND,
  SUBJECTS_FOUND,
  DEAD_END,
  CLOSED
}
