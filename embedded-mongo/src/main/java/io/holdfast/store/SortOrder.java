package io.holdfast.store;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The order a query asks for, as bytes: the same order an index has. (The engine's own comparator
 * calls an empty array smaller than itself, which a sort may answer with an exception.)
 */
record SortOrder(Document fields) {

  /** An array stands where its smallest element does, or in descending order its largest. */
  Key keyOf(Document document) {
    KeyWriter writer = new KeyWriter();
    for (Map.Entry<String, Object> field : fields.entrySet()) {
      boolean ascending = !Planner.isDescending(field.getValue());
      Object value = Utils.getSubdocumentValueCollectionAware(document, field.getKey());
      writer.append(
          switch (value) {
            case Collection<?> elements when elements.isEmpty() ->
                key(KeyWriter.EmptyArray.INSTANCE, ascending);
            case Collection<?> elements ->
                first(elements.stream().map(element -> key(element, ascending)));
            case null, default -> key(value, ascending);
          });
    }
    return writer.toKey();
  }

  private static Key first(Stream<Key> keys) {
    return keys.min(Key::compareTo).orElseThrow();
  }

  private static Key key(@Nullable Object value, boolean ascending) {
    return new KeyWriter().append(value, ascending).toKey();
  }
}
