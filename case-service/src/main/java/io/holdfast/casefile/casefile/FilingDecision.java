package io.holdfast.casefile.casefile;

import java.time.Instant;

/**
 * The county-level head's decision on filing (程序规定 178).
 *
 * @param approver the approver's {@code sub}, never the applicant's
 * @param decideTime UTC
 */
public record FilingDecision(String approver, Instant decideTime, String reason) {}
