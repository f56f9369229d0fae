package io.holdfast.liaison.trace;

import java.time.Instant;

/**
 * Somebody does not believe an answer.
 *
 * @param institution who says so
 */
public record Dispute(String institution, String reason, Instant disputeTime) {}
