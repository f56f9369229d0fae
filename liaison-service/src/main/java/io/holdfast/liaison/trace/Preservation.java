package io.holdfast.liaison.trace;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a carrier has preserved.
 *
 * @param reference the carrier's own number of it
 * @param retentionEndTime when the records would be deleted without it; null where not told
 */
public record Preservation(
    Instant preserveTime, String reference, @Nullable Instant retentionEndTime) {}
