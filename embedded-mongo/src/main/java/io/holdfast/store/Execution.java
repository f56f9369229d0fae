package io.holdfast.store;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.MVMap;

/** Carries out a plan: the positions of the candidates, each once. */
final class Execution {

  private static final KeyRange EVERYTHING = new KeyRange(new Key(new byte[0]), null, 0);

  private Execution() {}

  static Stream<Key> positions(Plan plan, MVMap<Key, byte[]> documents) {
    return switch (plan) {
      case Plan.FullScan(boolean reverse, _) ->
          stream(new RangeCursor<>(documents, EVERYTHING, reverse, (key, _) -> key));
      case Plan.RangeScan scan ->
          once(scan.ranges().size() > 1 || scan.source().multikey(), stream(hits(scan)));
      case Plan.Union(List<Plan.RangeScan> scans, _) ->
          once(true, stream(new Sequence<>(scans.iterator(), Execution::hits)));
    };
  }

  private static Iterator<Hit> hits(Plan.RangeScan scan) {
    return scan.merged()
        ? new Merge(scan)
        : new Sequence<>(
            scan.ranges().iterator(), range -> scan.source().scan(range, scan.reverse()));
  }

  private static Stream<Key> once(boolean mayRepeat, Stream<Key> positions) {
    if (!mayRepeat) {
      return positions;
    }
    Set<Key> seen = new HashSet<>();
    return positions.filter(seen::add);
  }

  private static Stream<Key> stream(Iterator<Hit> hits) {
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(hits, Spliterator.ORDERED), false)
        .map(Hit::position);
  }

  /**
   * One scan after the other. (A stream's flatMap would read a whole scan to give its first entry.)
   */
  private static final class Sequence<T> implements Iterator<Hit> {

    private final Iterator<T> scans;
    private final Function<T, Iterator<Hit>> open;
    private Iterator<Hit> current = Collections.emptyIterator();

    Sequence(Iterator<T> scans, Function<T, Iterator<Hit>> open) {
      this.scans = scans;
      this.open = open;
    }

    @Override
    public boolean hasNext() {
      while (!current.hasNext() && scans.hasNext()) {
        current = open.apply(scans.next());
      }
      return current.hasNext();
    }

    @Override
    public Hit next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return current.next();
    }
  }

  /**
   * The ranges' entries, always the one whose tail comes first: an ordered {@code $in} reads only
   * what it returns.
   */
  private static final class Merge implements Iterator<Hit> {

    private final PriorityQueue<Head> heads;

    Merge(Plan.RangeScan scan) {
      Comparator<Head> byTail = Head::compareTail;
      heads = new PriorityQueue<>(scan.reverse() ? byTail.reversed() : byTail);
      for (KeyRange range : scan.ranges()) {
        push(scan.source().scan(range, scan.reverse()), range.sortOffset());
      }
    }

    @Override
    public boolean hasNext() {
      return !heads.isEmpty();
    }

    @Override
    public Hit next() {
      Head head = heads.poll();
      if (head == null) {
        throw new NoSuchElementException();
      }
      push(head.rest, head.sortOffset);
      return head.hit;
    }

    private void push(Iterator<Hit> hits, int sortOffset) {
      if (hits.hasNext()) {
        heads.add(new Head(hits.next(), hits, sortOffset));
      }
    }

    private record Head(Hit hit, Iterator<Hit> rest, int sortOffset) {
      int compareTail(Head other) {
        return hit.key().compareTail(sortOffset, other.hit.key(), other.sortOffset);
      }
    }
  }
}
