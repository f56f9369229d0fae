package io.holdfast.casefile.casefile;

import io.holdfast.kit.value.Personal;
import java.time.Instant;

/**
 * A file handed in with the report.
 *
 * @param number position in the case, from 1
 * @param fileId under which its bytes are kept
 * @param fileName as uploaded, without its folder
 * @param contentType found from the content
 * @param sha256 lower-case hex
 */
public record EvidenceFile(
    int number,
    String fileId,
    Personal fileName,
    String contentType,
    long sizeBytes,
    String sha256,
    Instant uploadTime) {
  EvidenceFile numbered(int position) {
    return new EvidenceFile(position, fileId, fileName, contentType, sizeBytes, sha256, uploadTime);
  }
}
