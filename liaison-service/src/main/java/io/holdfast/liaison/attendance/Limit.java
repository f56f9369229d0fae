package io.holdfast.liaison.attendance;

import java.time.Duration;
import java.time.Instant;

/**
 * For how long a human sign of life counts: a setting of the deployment, 10 minutes unless it says
 * otherwise.
 */
public record Limit(Duration length) {
  // A sign that would only move the end on by less than this part is not worth a write.
  private static final int PARTS = 8;

  public Limit {
    if (length.isNegative() || length.isZero()) {
      throw new IllegalArgumentException("limit: " + length + " (expected: more than nothing)");
    }
  }

  Instant end(Instant sign) {
    return sign.plus(length);
  }

  /** Whether a sign given at {@code sign} still counts at {@code now}. */
  public boolean reaches(Instant sign, Instant now) {
    return now.isBefore(end(sign));
  }

  /**
   * Whether a sign that only goes on from the one stored at {@code before} can wait at {@code now}.
   */
  public boolean canWait(Instant before, Instant now) {
    return now.isBefore(before.plus(length.dividedBy(PARTS)));
  }
}
