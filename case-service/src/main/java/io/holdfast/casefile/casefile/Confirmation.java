package io.holdfast.casefile.casefile;

import io.holdfast.casefile.report.OfficerCard;
import java.time.Instant;

/**
 * The second officer's own word that he stands behind the request (协查人确认).
 *
 * @param confirmedBy {@code sub}
 * @param officer as his login shows him
 * @param institution his institution
 */
public record Confirmation(
    String confirmedBy, OfficerCard officer, String institution, Instant confirmTime) {}
