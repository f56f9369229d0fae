package io.holdfast.liaison.trace;

import java.time.Instant;

/** A hop that is no part of the way any more. */
public record PastHop(Hop hop, Instant endTime, Reason reason) {
  /** Why. */
  public enum Reason {
    /** The answer that had opened it was corrected. */
    ANSWER_CORRECTED,
    /** Another carrier is asked in its place. */
    REROUTED
  }
}
