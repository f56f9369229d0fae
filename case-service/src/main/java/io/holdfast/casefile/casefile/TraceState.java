package io.holdfast.casefile.casefile;

/** What the case last heard of a trace (信令倒查). */
public enum TraceState {
  /** Nothing yet. */
  ASKED,
  REQUESTED,
  DECLINED,
  TRACING,
  LANDED,
  SERVER_FOUND,
  SUBJECTS_FOUND,
  DEAD_END,
  CLOSED;

  /** Whether it still leads somewhere, so that the same call is not asked for twice. */
  boolean alive() {
    return switch (this) {
      case ASKED, REQUESTED, TRACING, LANDED, SERVER_FOUND, SUBJECTS_FOUND -> true;
      case DECLINED, DEAD_END, CLOSED -> false;
    };
  }
}
