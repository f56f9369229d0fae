package io.holdfast.store;

import de.bwaldvogel.mongo.backend.IndexKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of index keys that one alternative fixes: one value for each of the first fields.
 *
 * @param ends how many bytes the first 0, 1, 2 ... fields take
 */
record Prefix(Key bytes, List<Integer> ends) {

  /** More combinations of {@code $in} values than this are not spelled out. */
  private static final int PREFIXES_MAX = 4096;

  /** All beginnings that the tests fix in this index, as long as they go. */
  static List<Prefix> of(KeySource source, Map<String, FieldTest> tests) {
    List<Prefix> prefixes = List.of(new Prefix(new Key(new byte[0]), List.of(0)));
    for (IndexKey field : source.order()) {
      @Nullable FieldTest test = tests.get(field.getKey());
      if (test == null
          || test.points() == null
          || prefixes.size() * test.points().size() > PREFIXES_MAX) {
        break;
      }
      prefixes = longer(prefixes, field, test.points());
    }
    return prefixes;
  }

  int fields() {
    return ends.size() - 1;
  }

  /** The keys that start so and pass the test on the next field. */
  KeyRange range(
      @Nullable IndexKey next, @Nullable FieldTest test, boolean multikey, int sortFields) {
    int sortOffset = ends.get(sortFields);
    if (next == null || test == null || !test.bounded()) {
      return new KeyRange(bytes, bytes.successor(), sortOffset);
    }
    // Of an array, one element may pass the lower bound and another the upper.
    FieldTest usable =
        multikey && test.lower() != null ? new FieldTest(null, test.lower(), null) : test;
    boolean ascending = next.isAscending();
    Edge low = edge(usable.lower(), usable.upper(), ascending);
    Edge high = edge(usable.upper(), usable.lower(), ascending);
    Edge first = ascending ? low : high;
    Edge last = ascending ? high : low;
    @Nullable Key from = first.inclusive() ? first.key() : first.key().successor();
    @Nullable Key to = last.inclusive() ? last.key().successor() : last.key();
    return from == null
        ? new KeyRange(bytes, bytes, sortOffset)
        : new KeyRange(from, to, sortOffset);
  }

  private record Edge(Key key, boolean inclusive) {}

  /**
   * Where the keys begin or end: at the bound, or else with the type of the bound on the other
   * side.
   */
  private Edge edge(
      FieldTest.@Nullable Bound bound, FieldTest.@Nullable Bound opposite, boolean ascending) {
    if (bound != null) {
      return new Edge(
          new KeyWriter().append(bytes).append(bound.value(), ascending).toKey(),
          bound.inclusive());
    }
    if (opposite == null) {
      throw new IllegalArgumentException("a test without bounds has no edge");
    }
    return new Edge(
        new KeyWriter().append(bytes).appendTypeOf(opposite.value(), ascending).toKey(), true);
  }

  private static List<Prefix> longer(
      List<Prefix> prefixes, IndexKey field, Collection<? extends @Nullable Object> points) {
    // Equal values have equal bytes, so the map also drops doubles.
    TreeMap<Key, Prefix> result = new TreeMap<>();
    for (Prefix prefix : prefixes) {
      for (Object point : points) {
        Key key = new KeyWriter().append(prefix.bytes).append(point, field.isAscending()).toKey();
        List<Integer> ends = new ArrayList<>(prefix.ends);
        ends.add(key.length());
        result.put(key, new Prefix(key, List.copyOf(ends)));
      }
    }
    return List.copyOf(result.values());
  }
}
