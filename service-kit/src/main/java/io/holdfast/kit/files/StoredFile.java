package io.holdfast.kit.files;

import java.time.Instant;

/**
 * A file that was taken in.
 *
 * @param id under which it is read again
 * @param contentType found from the content: {@code application/pdf}, {@code image/jpeg} or {@code
 *     image/png}
 * @param sizeBytes of the plain content
 * @param sha256 of the plain content, lower-case hex
 * @param storeTime UTC
 */
public record StoredFile(
    String id, String contentType, long sizeBytes, String sha256, Instant storeTime) {}
