package io.holdfast.freezing.stop;

import io.holdfast.kit.value.Personal;
import java.time.Instant;

/**
 * One uploaded paper.
 *
 * @param number position in the order, from 1
 * @param file the stored file's id
 * @param sha256 lower-case hex
 */
public record PaperFile(
    int number,
    PaperKind kind,
    String file,
    Personal fileName,
    String contentType,
    long sizeBytes,
    String sha256,
    Instant uploadTime) {
  boolean sameAs(PaperFile other) {
    return kind == other.kind && sha256.equals(other.sha256);
  }

  PaperFile numbered(int number) {
    return new PaperFile(number, kind, file, fileName, contentType, sizeBytes, sha256, uploadTime);
  }
}
