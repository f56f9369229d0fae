package io.holdfast.liaison.trace;

import io.holdfast.kit.value.Personal;
import java.time.Instant;

/**
 * What an exchange has on record of a call.
 *
 * @param startTime as the exchange's own clock has it
 * @param offsetSeconds how far that clock is ahead of the true time
 * @param calling the calling number as it came in
 * @param redirecting the number that forwarded the call; empty if none did
 * @param incoming from where it came
 * @param outgoing where it went
 */
public record CallRecord(
    Instant startTime,
    int durationSeconds,
    int offsetSeconds,
    Personal called,
    Personal calling,
    Nature nature,
    Screening screening,
    Personal redirecting,
    Leg incoming,
    Leg outgoing) {
  /** Nature of address (ITU-T Q.763 3.10). */
  public enum Nature {
    NOT_TOLD,
    SUBSCRIBER_NUMBER,
    UNKNOWN_NATURE,
    NATIONAL_NUMBER,
    INTERNATIONAL_NUMBER
  }

  /** Who vouches for the calling number (ITU-T Q.763 3.10). */
  public enum Screening {
    NOT_TOLD,
    USER_NOT_VERIFIED,
    USER_VERIFIED,
    USER_FAILED,
    NETWORK_PROVIDED
  }

  /** The start by the true time. */
  public Instant trueStart() {
    return startTime.minusSeconds(offsetSeconds);
  }
}
