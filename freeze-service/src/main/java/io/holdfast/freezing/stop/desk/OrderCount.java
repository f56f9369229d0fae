package io.holdfast.freezing.stop.desk;

import io.holdfast.freezing.account.Joining;
import io.holdfast.freezing.account.Place;
import io.holdfast.freezing.account.store.AccountBook;
import io.holdfast.freezing.account.store.AccountBook.Outcome;
import io.holdfast.freezing.stop.Count;
import io.holdfast.freezing.stop.Sharing;
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
            asked.put(id, threads.submit(() -> stop(id, order, Joining.EXPECTED, "", now)));
          }
        });
    long end = System.nanoTime() + patience.toNanos();
    Map<String, Count> counts = new LinkedHashMap<>();
    fresh.keySet().forEach(id -> counts.put(id, new Count.Pending(now.plus(RETRY))));
    asked.forEach(
        (id, answer) -> {
          StopOrder order = fresh.get(id);
          if (order != null) {
            counts.put(id, count(id, order, answer, end, now));
          }
        });
    return counts;
  }

  /**
   * Takes the places of an extension for an order at its present bank.
   *
   * @throws Problem not known now
   */
  public Outcome extension(String id, StopOrder order, Instant now) {
    return take(id, order, List.of(Place.Use.STOP, Place.Use.EXTENSION), Joining.NONE, "", now);
  }

  private Outcome stop(String id, StopOrder order, Joining joins, String notWith, Instant now) {
    return take(id, order, List.of(Place.Use.STOP), joins, notWith, now);
  }

  private Outcome take(
      String id,
      StopOrder order,
      List<Place.Use> uses,
      Joining joins,
      String notWith,
      Instant now) {
    return book.take(
        places.account(order),
        new AccountBook.Claim(
            id,
            order.request().caseId(),
            uses,
            order.limits().stopsMax(),
            order.limits().policy(),
            joins,
            notWith),
        now);
  }

  /**
   * The count of an order whose leading order is of no use any more.
   *
   * @param joins which other it may join
   * @param notWith the one it comes from
   */
  public Count again(String id, StopOrder order, Joining joins, String notWith, Instant now) {
    try {
      return count(order, stop(id, order, joins, notWith, now));
    } catch (Problem e) {
      LOG.warn("order {} goes out with its count pending: {}", id, e.reason().name());
      return new Count.Pending(now.plus(RETRY));
    }
  }

  /** What a pending order must be told of its account. */
  public StopCommand ask(String id, StopOrder order, Instant now) {
    try {
      return switch (stop(id, order, Sharing.joining(order), "", now)) {
        case Outcome.Held(var numbers) -> new StopCommand.TakeCount(numbers.getFirst());
        case Outcome.Exceeded(int max) -> new StopCommand.ExceedCount(max);
        case Outcome.Joined(var lead, var leadsCase) ->
            new StopCommand.JoinLead(lead, order.request().isOf(leadsCase));
      };
    } catch (Problem e) {
      LOG.warn("the count of order {} stays pending: {}", id, e.reason().name());
      return new StopCommand.PostponeCount(now.plus(RETRY));
    }
  }

  private static Count count(StopOrder order, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Held(var numbers) -> new Count.Taken(numbers.getFirst());
      case Outcome.Exceeded(int max) -> new Count.Exceeded(max);
      case Outcome.Joined(var lead, var leadsCase) ->
          new Count.Joined(lead, order.request().isOf(leadsCase));
    };
  }

  private static Count count(
      String id, StopOrder order, Future<Outcome> answer, long end, Instant now) {
    try {
      return count(order, answer.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS));
    } catch (TimeoutException | ExecutionException e) {
      LOG.warn("order {} goes out with its count pending: {}", id, e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new Count.Pending(now.plus(RETRY));
  }
}
