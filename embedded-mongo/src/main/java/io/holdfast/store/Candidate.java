package io.holdfast.store;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One way to serve a query from one index, and how good it is. */
record Candidate(Plan.RangeScan scan, int score) {

  private static final int ONE_DOCUMENT = 1000;
  private static final int FIXED_FIELD = 10;
  private static final int RANGE = 5;
  private static final int IN_ORDER = 3;

  /**
   * @param walk the whole index may be walked for its order alone
   */
  static Optional<Candidate> of(
      KeySource source, List<Map<String, FieldTest>> alternatives, Document sort, boolean walk) {
    List<Prefixes> all = new ArrayList<>();
    int score = Integer.MAX_VALUE;
    for (Map<String, FieldTest> tests : alternatives) {
      Prefixes prefixes = Prefixes.of(source, tests);
      if (!prefixes.usable(source)) {
        return Optional.empty();
      }
      score = Math.min(score, prefixes.score(source));
      all.add(prefixes);
    }
    SortMatch order = SortMatch.of(source, all, sort);
    boolean ordered = order.sortFields().isPresent();
    boolean nothingFixed = score == 0;
    boolean walkable =
        walk && ordered && !source.sparse() && (!sort.isEmpty() || source instanceof IdIndex);
    if (nothingFixed && !walkable) {
      return Optional.empty();
    }
    List<KeyRange> ranges =
        all.stream().flatMap(one -> one.ranges(source, order.sortFields().orElse(0))).toList();
    boolean merged = ordered && !sort.isEmpty() && ranges.size() > 1;
    Plan.RangeScan scan = new Plan.RangeScan(source, ranges, order.reverse(), ordered, merged);
    return Optional.of(new Candidate(scan, score + (ordered && !sort.isEmpty() ? IN_ORDER : 0)));
  }

  /** What one alternative fixes in one index. */
  record Prefixes(Map<String, FieldTest> tests, List<Prefix> prefixes) {

    static Prefixes of(KeySource source, Map<String, FieldTest> tests) {
      return new Prefixes(tests, Prefix.of(source, tests));
    }

    int fixedFields() {
      // Nothing is in an empty $in: no key can start so.
      return prefixes.isEmpty() ? 1 : prefixes.getFirst().fields();
    }

    /** A sparse index serves only what cannot match a document that is missing there. */
    boolean usable(KeySource source) {
      return !source.sparse()
          || source.order().stream()
              .limit(source.order().size() - 1L)
              .map(field -> tests.get(field.getKey()))
              .anyMatch(test -> test != null && test.needsPresence());
    }

    int score(KeySource source) {
      int ownFields = source instanceof IdIndex ? 1 : source.order().size() - 1;
      boolean oneDocument = prefixes.isEmpty() || source.unique() && fixedFields() >= ownFields;
      @Nullable FieldTest next = nextTest(source);
      boolean range = next != null && next.bounded();
      return (oneDocument ? ONE_DOCUMENT : 0) + FIXED_FIELD * fixedFields() + (range ? RANGE : 0);
    }

    Stream<KeyRange> ranges(KeySource source, int sortFields) {
      @Nullable IndexKey next = nextField(source);
      return prefixes.stream()
          .map(prefix -> prefix.range(next, nextTest(source), source.multikey(), sortFields));
    }

    private @Nullable IndexKey nextField(KeySource source) {
      return fixedFields() < source.order().size() ? source.order().get(fixedFields()) : null;
    }

    private @Nullable FieldTest nextTest(KeySource source) {
      @Nullable IndexKey next = nextField(source);
      return next == null ? null : tests.get(next.getKey());
    }
  }

  /**
   * Whether an index gives an order.
   *
   * @param sortFields the index gives it once this many leading fields are left out of the
   *     comparison
   */
  record SortMatch(OptionalInt sortFields, boolean reverse) {

    private static final SortMatch NONE = new SortMatch(OptionalInt.empty(), false);

    static SortMatch of(KeySource source, List<Prefixes> all, Document sort) {
      if (sort.isEmpty()) {
        return new SortMatch(OptionalInt.of(0), false);
      }
      if (source.multikey()) {
        return NONE;
      }
      int fixed = all.stream().mapToInt(Prefixes::fixedFields).min().orElse(0);
      // A field fixed to one value does not matter to the order; in several alternatives it may
      // differ.
      Map<String, FieldTest> tests = all.size() == 1 ? all.getFirst().tests() : Map.of();
      for (int leftOut = 0; leftOut <= fixed; leftOut++) {
        Optional<Boolean> reverse = reverse(source.order(), leftOut, sort, tests);
        if (reverse.isPresent()) {
          return new SortMatch(OptionalInt.of(leftOut), reverse.get());
        }
      }
      return NONE;
    }

    private static Optional<Boolean> reverse(
        List<IndexKey> order, int leftOut, Document sort, Map<String, FieldTest> tests) {
      int at = leftOut;
      @Nullable Boolean reverse = null;
      for (Map.Entry<String, Object> wanted : sort.entrySet()) {
        if (isSingle(tests, wanted.getKey()) && isIn(order, wanted.getKey())) {
          continue;
        }
        while (at < order.size() && isSingle(tests, order.get(at).getKey())) {
          at++;
        }
        if (at >= order.size() || !order.get(at).getKey().equals(wanted.getKey())) {
          return Optional.empty();
        }
        boolean against = Planner.isDescending(wanted.getValue()) == order.get(at).isAscending();
        if (reverse != null && reverse != against) {
          return Optional.empty();
        }
        reverse = against;
        at++;
      }
      return Optional.of(reverse != null && reverse);
    }

    /**
     * Only of its own fields does an index without arrays know that one value is one place in the
     * order.
     */
    private static boolean isIn(List<IndexKey> order, String field) {
      return order.stream().anyMatch(key -> key.getKey().equals(field));
    }

    private static boolean isSingle(Map<String, FieldTest> tests, String field) {
      @Nullable FieldTest test = tests.get(field);
      return test != null && test.single();
    }
  }
}
