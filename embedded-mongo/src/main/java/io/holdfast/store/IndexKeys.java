package io.holdfast.store;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The keys one document has in one index, without the {@code _id} that follows each in the map.
 *
 * @param keys none if the index is sparse and the document has none of the fields
 * @param multikey some field holds an array
 */
record IndexKeys(Set<Key> keys, boolean multikey) {

  private static final int PARALLEL_ARRAYS = 171;

  static IndexKeys of(Document document, List<IndexKey> fields, boolean sparse) {
    List<List<@Nullable Object>> values = new ArrayList<>();
    boolean multikey = false;
    boolean present = false;
    for (IndexKey field : fields) {
      Object value = Utils.getSubdocumentValueCollectionAware(document, field.getKey());
      List<@Nullable Object> elements = elementsOf(value);
      multikey |= value instanceof Collection;
      present |= elements.stream().anyMatch(element -> !(element instanceof Missing));
      values.add(elements);
    }
    if (sparse && !present) {
      return new IndexKeys(Set.of(), multikey);
    }
    if (multikey) {
      requireOneArray(document, fields);
    }
    return new IndexKeys(product(values, fields), multikey);
  }

  private static List<@Nullable Object> elementsOf(@Nullable Object value) {
    List<@Nullable Object> elements = new ArrayList<>();
    if (value instanceof Collection<?> collection && !collection.isEmpty()) {
      elements.addAll(collection);
    } else {
      elements.add(value instanceof Collection ? KeyWriter.EmptyArray.INSTANCE : value);
    }
    return elements;
  }

  private static Set<Key> product(List<List<@Nullable Object>> values, List<IndexKey> fields) {
    Set<Key> keys = new LinkedHashSet<>();
    keys.add(new Key(new byte[0]));
    for (int i = 0; i < fields.size(); i++) {
      Set<Key> longer = new LinkedHashSet<>();
      for (Key key : keys) {
        for (Object value : values.get(i)) {
          longer.add(
              new KeyWriter().append(key).append(value, fields.get(i).isAscending()).toKey());
        }
      }
      keys = longer;
    }
    return keys;
  }

  /** Two arrays that lie beside each other would multiply; MongoDB refuses that too. */
  private static void requireOneArray(Document document, List<IndexKey> fields) {
    @Nullable String first = null;
    for (IndexKey field : fields) {
      String array = firstArray(document, field.getKey());
      if (array != null && first != null && !array.equals(first)) {
        throw new MongoServerError(
            PARALLEL_ARRAYS,
            "CannotIndexParallelArrays",
            "cannot index parallel arrays [" + array + "] [" + first + "]");
      }
      first = array == null ? first : array;
    }
  }

  private static @Nullable String firstArray(Document document, String path) {
    StringBuilder prefix = new StringBuilder();
    for (String fragment : Utils.splitPath(path)) {
      prefix.append(prefix.isEmpty() ? "" : ".").append(fragment);
      if (Utils.getSubdocumentValue(document, prefix.toString()) instanceof Collection) {
        return prefix.toString();
      }
    }
    return null;
  }
}
