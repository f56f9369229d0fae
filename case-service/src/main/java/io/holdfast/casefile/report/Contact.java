package io.holdfast.casefile.report;

import io.holdfast.kit.value.Personal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One call, message or account through which the fraud was done.
 *
 * @param number position in the case, from 1
 * @param displayed as the victim's phone showed it, untouched: altered numbers must be kept as they
 *     are (反诈法 13)
 * @param e164 the same as E.164; empty where it cannot be read so
 * @param startTime null where the victim does not know
 * @param durationSeconds 0 where the victim does not know
 */
public record Contact(
    int number,
    ContactDirection direction,
    ContactKind kind,
    Personal displayed,
    Personal e164,
    @Nullable Instant startTime,
    int durationSeconds,
    Personal note) {
  /** The same contact at another position. */
  public Contact numbered(int position) {
    return new Contact(
        position, direction, kind, displayed, e164, startTime, durationSeconds, note);
  }
}
