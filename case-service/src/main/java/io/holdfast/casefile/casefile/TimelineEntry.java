package io.holdfast.casefile.casefile;

import java.time.Instant;

/**
 * One line of a case's history.
 *
 * @param kind what happened, UPPER_SNAKE, e.g. {@code STOP_RECORDED}
 * @param stopOrder the order concerned; empty if none
 * @param institution who acted; empty for a clock
 * @param amountFen fen; 0 where the entry has no amount
 */
public record TimelineEntry(
    Instant time, String kind, String stopOrder, String institution, long amountFen) {}
