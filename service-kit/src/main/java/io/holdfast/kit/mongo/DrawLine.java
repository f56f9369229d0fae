package io.holdfast.kit.mongo;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Those of this process who want a number of one counter. Whoever comes to its head draws for all
 * who have queued up meanwhile, in one write: apart they would wait for each other's.
 */
final class DrawLine {
  /** As many as one write draws for; also bounds how far the drawers kept reach back. */
  private static final int TOGETHER_MAX = 32;

  private final Function<Set<String>, Map<String, Long>> source;
  private final ConcurrentLinkedQueue<Place> waiting = new ConcurrentLinkedQueue<>();
  private final ReentrantLock head = new ReentrantLock();

  /** One who waits; the number is written by whoever holds the head. */
  private static final class Place {
    private final String drawer;
    private @Nullable Long number;

    Place(String drawer) {
      this.drawer = drawer;
    }
  }

  /** Drawing from {@code source}, which gives each of the drawers asked for a number. */
  DrawLine(Function<Set<String>, Map<String, Long>> source) {
    this.source = source;
  }

  long draw(String drawer) {
    var place = new Place(drawer);
    waiting.add(place);
    head.lock();
    try {
      if (place.number == null) {
        serve(place);
      }
      return requireNonNull(place.number);
    } finally {
      head.unlock();
    }
  }

  private void serve(Place first) {
    waiting.remove(first);
    List<Place> others = new ArrayList<>();
    Set<String> drawers = new LinkedHashSet<>();
    drawers.add(first.drawer);
    while (others.size() + 1 < TOGETHER_MAX && waiting.poll() instanceof Place next) {
      others.add(next);
      drawers.add(next.drawer);
    }
    Map<String, Long> numbers;
    try {
      numbers = source.apply(drawers);
    } catch (RuntimeException e) {
      // The failure, a deadline perhaps, is that of the first alone: the others try for themselves.
      waiting.addAll(others);
      throw e;
    }
    first.number = numbers.get(first.drawer);
    others.forEach(place -> place.number = numbers.get(place.drawer));
  }
}
