package io.holdfast.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Map;
import java.util.TreeMap;

/** Compares every index of a collection with what its documents say should be in it. */
final class IndexCheck {

  private IndexCheck() {}

  static void assertComplete(IndexedCollection collection, String about) {
    for (Index<Key> index : collection.getIndexes()) {
      if (index instanceof OrderedIndex ordered) {
        Map<Key, Key> actual = new TreeMap<>();
        ordered
            .scan(new KeyRange(new Key(new byte[0]), null, 0), false)
            .forEachRemaining(hit -> actual.put(hit.key(), hit.position()));
        assertThat(actual.equals(expected(collection, ordered)))
            .as(about + " index " + ordered.getName())
            .isTrue();
      }
    }
  }

  private static Map<Key, Key> expected(IndexedCollection collection, OrderedIndex index) {
    Map<Key, Key> expected = new TreeMap<>();
    collection
        .streamAllDocumentsWithPosition()
        .forEach(
            found -> {
              Document document = found.getDocument();
              for (Key key : IndexKeys.of(document, index.getKeys(), index.sparse()).keys()) {
                expected.put(
                    new KeyWriter().append(key).append(found.getPosition()).toKey(),
                    found.getPosition());
              }
            });
    return expected;
  }
}
