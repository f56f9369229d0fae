package io.holdfast.casefile.casefile;

import io.holdfast.casefile.report.Report;
import java.time.Instant;

/**
 * A report as it stood before it was completed.
 *
 * @param completedBy who completed it, {@code sub}
 */
public record EarlierReport(Report report, String completedBy, Instant completeTime) {}
