package io.holdfast.store;

import de.bwaldvogel.mongo.bson.Document;
import java.nio.file.Path;
import java.util.Map;

/**
 * What the store is and has done since its start.
 *
 * @param fullScansByShape collection and field names of queries no index served
 * @param failed the file could not be written: nothing is acknowledged any more
 */
record StoreStats(
    Path file,
    long sizeBytes,
    long documents,
    long fullScans,
    Map<String, Long> fullScansByShape,
    long commits,
    boolean failed) {

  Document toDocument() {
    return new Document("file", file.toString())
        .append("sizeBytes", sizeBytes)
        .append("documents", documents)
        .append("fullScans", fullScans)
        .append("fullScansByShape", new Document(fullScansByShape))
        .append("commits", commits)
        .append("failed", failed);
  }
}
