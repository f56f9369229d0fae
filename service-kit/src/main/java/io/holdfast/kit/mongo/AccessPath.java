package io.holdfast.kit.mongo;

import com.mongodb.client.model.IndexOptions;
import java.util.List;
import org.bson.Document;

/**
 * A way a collection is read, with the index that serves it. There is no other way: a query outside
 * the declared paths would scan.
 *
 * @param name the index's name
 * @param keys fields in index order
 * @param sparse whether documents without the first field are left out
 */
public record AccessPath(String name, List<Key> keys, boolean sparse) {
  /** One field of the index. */
  public record Key(String field, boolean ascending) {}

  public AccessPath {
    keys = List.copyOf(keys);
  }

  /**
   * A path whose keys are written {@code field} for ascending and {@code -field} for descending.
   */
  public static AccessPath of(String name, String... keys) {
    return new AccessPath(name, List.of(keys).stream().map(AccessPath::key).toList(), false);
  }

  /** The same over only those documents that have the first field. */
  public static AccessPath sparse(String name, String... keys) {
    return new AccessPath(name, List.of(keys).stream().map(AccessPath::key).toList(), true);
  }

  private static Key key(String text) {
    return text.startsWith("-") ? new Key(text.substring(1), false) : new Key(text, true);
  }

  Document index() {
    var index = new Document();
    keys.forEach(key -> index.append(key.field(), key.ascending() ? 1 : -1));
    return index;
  }

  IndexOptions options() {
    return new IndexOptions().name(name).sparse(sparse);
  }
}
