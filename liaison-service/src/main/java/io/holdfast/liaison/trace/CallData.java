package io.holdfast.liaison.trace;

import io.holdfast.kit.value.Personal;
import java.time.Duration;
import java.time.Instant;

/**
 * The call that is traced, as the victim's phone and the case tell it.
 *
 * @param displayed as it was shown, altered or not (反诈法 13)
 * @param e164 the same as E.164; empty where it cannot be read so
 * @param called the number that was called
 * @param durationSeconds 0 where not known
 * @param tolerance how far the start may be wrong
 */
public record CallData(
    Direction direction,
    Personal displayed,
    Personal e164,
    Personal called,
    Instant startTime,
    int durationSeconds,
    Duration tolerance) {
  /** Who called whom, seen from the victim. */
  public enum Direction {
    NOT_GIVEN,
    INCOMING,
    OUTGOING
  }
}
