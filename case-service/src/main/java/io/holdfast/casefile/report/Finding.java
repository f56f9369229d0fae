package io.holdfast.casefile.report;

/**
 * A field that does not satisfy a rule.
 *
 * @param field path in the request, e.g. {@code report.victim.idNumber}
 */
public record Finding(String field, ReportRule rule) {}
