package io.holdfast.freezing.stop;

/** The bare names of {@link StopState}'s states. */
public enum StopStateName {
  ISSUED,
  SENT,
  ACKNOWLEDGED,
  STOPPED,
  MISMATCHED,
  FAILED,
  NOT_OURS,
  RECALLED,
  /** Recalled, by the rules and not by a person. */
  ANNULLED,
  RELEASED,
  LAPSED,
  CONVERTED
}
