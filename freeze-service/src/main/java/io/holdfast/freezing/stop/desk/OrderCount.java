package io.holdfast.freezing.stop.desk;

import io.holdfast.freezing.account.Place;
import io.holdfast.freezing.account.store.AccountBook;
import io.holdfast.freezing.account.store.AccountBook.Outcome;
import io.holdfast.freezing.stop.Count;
import io.holdfast.freezing.stop.StopCommand;
import io.holdfast.freezing.stop.StopOrder;
import io.holdfast.kit.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks accounts how often they have been stopped, on behalf of orders, and never makes a stop wait
 * for the answer.
 */
public final class OrderCount {
  private static final Logger LOG = LoggerFactory.getLogger(OrderCount.class);

  /** When a pending count is asked for again. */
  private static final Duration RETRY = Duration.ofSeconds(2);

  private final AccountBook book;
  private final OrderPlaces places;
  private final ExecutorService threads;
  private final Duration patience;

  /**
   * @param threads ask several accounts at once
   * @param patience how long new orders wait for their accounts; then they go out with their count
   *     pending
   */
  public OrderCount(
      AccountBook book, OrderPlaces places, ExecutorService threads, Duration patience) {
    this.book = book;
    this.places = places;
    this.threads = threads;
    this.patience = patience;
  }

  /**
   * The counts of new orders, by id, all asked for at once. What is not known in time is pending.
   */
  public Map<String, Count> counts(Map<String, StopOrder> fresh, Instant now) {
    Map<String, Future<Outcome>> asked = new LinkedHashMap<>();
    fresh.forEach(
        (id, order) -> {
          if (!order.destination().bank().isEmpty()) {
            asked.put(id, threads.submit(() -> take(id, order, List.of(Place.Use.STOP), now)));
          }
        });
    long end = System.nanoTime() + patience.toNanos();
    Map<String, Count> counts = new LinkedHashMap<>();
    fresh.keySet().forEach(id -> counts.put(id, new Count.Pending(now.plus(RETRY))));
    asked.forEach((id, answer) -> counts.put(id, count(id, answer, end, now)));
    return counts;
  }

  /**
   * Takes places for an order at its present bank.
   *
   * @throws Problem not known now
   */
  public Outcome take(String id, StopOrder order, List<Place.Use> uses, Instant now) {
    return book.take(
        places.account(order), id, uses, order.limits().stopsMax(), order.limits().policy(), now);
  }

  /** What a pending order must be told of its account. */
  public StopCommand ask(String id, StopOrder order, Instant now) {
    try {
      return switch (take(id, order, List.of(Place.Use.STOP), now)) {
        case Outcome.Held(var numbers) -> new StopCommand.TakeCount(numbers.getFirst());
        case Outcome.Exceeded(int max) -> new StopCommand.ExceedCount(max);
      };
    } catch (Problem e) {
      LOG.warn("the count of order {} stays pending: {}", id, e.reason().name());
      return new StopCommand.PostponeCount(now.plus(RETRY));
    }
  }

  private static Count count(String id, Future<Outcome> answer, long end, Instant now) {
    try {
      return switch (answer.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS)) {
        case Outcome.Held(var numbers) -> new Count.Taken(numbers.getFirst());
        case Outcome.Exceeded(int max) -> new Count.Exceeded(max);
      };
    } catch (TimeoutException | ExecutionException e) {
      LOG.warn("order {} goes out with its count pending: {}", id, e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new Count.Pending(now.plus(RETRY));
  }
}
