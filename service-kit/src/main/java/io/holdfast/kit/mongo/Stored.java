package io.holdfast.kit.mongo;

import io.holdfast.kit.value.Access;
import java.time.Instant;

/**
 * An aggregate as it stands in the store.
 *
 * @param id 26 characters
 * @param v rises with every write; the compare-and-set key
 * @param rev rises with commands and fired clocks; the etag
 * @param policy the policy it was opened under
 * @param access whom it belongs to
 * @param createTime when it was made, UTC
 * @param state the aggregate itself
 */
public record Stored<S>(
    String id, long v, long rev, String policy, Access access, Instant createTime, S state) {
  /** What a caller sends back to be refused when somebody else was first. */
  public String etag() {
    return Long.toString(rev);
  }
}
