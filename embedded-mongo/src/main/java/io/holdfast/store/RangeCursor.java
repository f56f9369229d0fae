package io.holdfast.store;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.BiFunction;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** Walks one range of a map, forward or backward, over the map as it was when the walk began. */
final class RangeCursor<V> implements Iterator<Hit> {

  private final Cursor<Key, V> cursor;
  private final KeyRange range;
  private final BiFunction<Key, V, Key> positionOf;
  private @Nullable Hit next;

  RangeCursor(
      MVMap<Key, V> map, KeyRange range, boolean reverse, BiFunction<Key, V, Key> positionOf) {
    this.cursor =
        reverse
            ? map.cursor(range.to(), range.from(), true)
            : map.cursor(range.from(), range.to(), false);
    this.range = range;
    this.positionOf = positionOf;
  }

  @Override
  public boolean hasNext() {
    while (next == null && cursor.hasNext()) {
      Key key = cursor.next();
      // MVStore's bounds are inclusive, ours end before "to".
      if (range.contains(key)) {
        next = new Hit(key, positionOf.apply(key, cursor.getValue()));
      }
    }
    return next != null;
  }

  @Override
  public Hit next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Hit hit = Objects.requireNonNull(next);
    next = null;
    return hit;
  }
}
