package io.holdfast.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Stream;

/**
 * The first few of a stream in some order, without keeping the others. Equal elements keep their
 * order.
 */
final class Smallest {

  private Smallest() {}

  static <T> Stream<T> of(Stream<T> elements, Comparator<T> order, int wanted) {
    if (wanted == Integer.MAX_VALUE) {
      return elements.sorted(order);
    }
    record Numbered<E>(E element, long number) {}
    Comparator<Numbered<T>> total =
        Comparator.comparing((Numbered<T> one) -> one.element(), order)
            .thenComparingLong(Numbered::number);
    PriorityQueue<Numbered<T>> kept = new PriorityQueue<>(total.reversed());
    long[] number = {0};
    elements.forEachOrdered(
        element -> {
          kept.add(new Numbered<>(element, number[0]++));
          if (kept.size() > wanted) {
            kept.poll();
          }
        });
    List<Numbered<T>> result = new ArrayList<>(kept);
    result.sort(total);
    return result.stream().map(Numbered::element);
  }
}
