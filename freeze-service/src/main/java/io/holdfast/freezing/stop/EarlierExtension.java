package io.holdfast.freezing.stop;

import java.time.Instant;

/**
 * An answer to an extension that was taken back, kept as it was.
 *
 * @param answer granted or refused
 * @param reason why it was corrected
 */
public record EarlierExtension(Extension answer, String reason, Instant correctTime) {}
