package io.holdfast.kit.mongo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * How one kind of aggregate is stored.
 *
 * @param collection the collection's name
 * @param type the aggregate's record
 * @param paths every way it is read besides by id
 * @param nextClock the earliest deadline or warning still to fire; empty when none is left
 * @param fields values the paths speak of: {@code String}, {@code Long}, {@code Boolean}, {@code
 *     Instant}, lists of {@code String}
 * @param lookups keyed hashes under which the aggregate can be found
 * @param delivered the state once every event has reached its receivers; the same state where that
 *     changes nothing
 * @param audited whether every change leaves an audit entry; only bookkeeping whose cause is
 *     audited elsewhere may not
 */
public record Layout<S extends Record>(
    String collection,
    Class<S> type,
    List<AccessPath> paths,
    Function<S, Optional<Instant>> nextClock,
    Function<S, Map<String, Object>> fields,
    Function<S, Set<String>> lookups,
    BiFunction<S, Instant, S> delivered,
    boolean audited) {
  public Layout {
    paths = List.copyOf(paths);
  }

  /** An audited layout. */
  public Layout(
      String collection,
      Class<S> type,
      List<AccessPath> paths,
      Function<S, Optional<Instant>> nextClock,
      Function<S, Map<String, Object>> fields,
      Function<S, Set<String>> lookups,
      BiFunction<S, Instant, S> delivered) {
    this(collection, type, paths, nextClock, fields, lookups, delivered, true);
  }

  /** An audited layout without clocks, lookups or a delivery fact. */
  public static <S extends Record> Layout<S> plain(
      String collection,
      Class<S> type,
      List<AccessPath> paths,
      Function<S, Map<String, Object>> fields) {
    return simple(collection, type, paths, fields, true);
  }

  /** A layout of bookkeeping: no clocks, no lookups, no audit entries of its own. */
  public static <S extends Record> Layout<S> silent(
      String collection,
      Class<S> type,
      List<AccessPath> paths,
      Function<S, Map<String, Object>> fields) {
    return simple(collection, type, paths, fields, false);
  }

  private static <S extends Record> Layout<S> simple(
      String collection,
      Class<S> type,
      List<AccessPath> paths,
      Function<S, Map<String, Object>> fields,
      boolean audited) {
    return new Layout<>(
        collection,
        type,
        paths,
        _ -> Optional.empty(),
        fields,
        _ -> Set.of(),
        (state, _) -> state,
        audited);
  }
}
