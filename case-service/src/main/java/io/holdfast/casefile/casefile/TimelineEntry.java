package io.holdfast.casefile.casefile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a case's history.
 *
 * @param kind what happened, UPPER_SNAKE, e.g. {@code STOP_RECORDED}
 * @param stopOrder the order concerned; empty if none
 * @param institution who acted; empty for a clock
 * @param amountFen fen; 0 where the entry has no amount
 * @param trace the trace concerned; null if none
 * @param hop its hop concerned; 0 for none
 */
public record TimelineEntry(
    Instant time,
    String kind,
    String stopOrder,
    String institution,
    long amountFen,
    @Nullable String trace,
    int hop) {
  /** An entry of no trace. */
  public TimelineEntry(
      Instant time, String kind, String stopOrder, String institution, long amountFen) {
    this(time, kind, stopOrder, institution, amountFen, null, 0);
  }
}
