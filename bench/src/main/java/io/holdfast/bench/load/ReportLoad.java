package io.holdfast.bench.load;

import io.holdfast.bench.figure.Percentiles;
import io.holdfast.bench.system.Reports;
import io.holdfast.bench.system.Screens;
import io.holdfast.bench.system.Town;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Reports at a fixed rate, whether or not earlier ones were answered. Each is due at its time on
 * the schedule and its latencies count from there, so a system that stalls cannot hide it. What it
 * refuses counts as late, with all the patience there is: a system cannot refuse its way to a good
 * figure.
 */
public final class ReportLoad {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final long SECOND = 1_000_000_000L;

  private final Percentiles answers = new Percentiles();
  private final List<Sent> sent = new ArrayList<>();
  private final AtomicReference<@Nullable String> refusal = new AtomicReference<>();

  private ReportLoad() {}

  /** One report: when it was due, and the orders it caused; none: refused. */
  private record Sent(long due, List<String> orders) {}

  /** Sends reports for so many seconds; returns once the last is answered. */
  public static ReportLoad run(Reports reports, int perSecond, int seconds) {
    ReportLoad load = new ReportLoad();
    List<Future<Sent>> underWay = new ArrayList<>();
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      long begin = System.nanoTime();
      for (long i = 0; i < (long) perSecond * seconds; i++) {
        long due = begin + i * SECOND / perSecond;
        Map<String, Object> report = reports.next();
        for (long ahead = due - System.nanoTime(); ahead > 0; ahead = due - System.nanoTime()) {
          LockSupport.parkNanos(ahead);
        }
        underWay.add(callers.submit(() -> load.send(reports, report, due)));
      }
      for (Future<Sent> each : underWay) {
        load.sent.add(each.get());
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a report was not taken", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
    return load;
  }

  private Sent send(Reports reports, Map<String, Object> report, long due) {
    try {
      List<String> orders = reports.file(report);
      answers.add(System.nanoTime() - due);
      return new Sent(due, orders);
    } catch (IllegalStateException | UncheckedIOException e) {
      refusal.compareAndSet(null, e.getMessage());
      answers.add(PATIENCE.toNanos());
      return new Sent(due, List.of());
    }
  }

  /** How many were refused, and what was said first; empty: none. */
  public String refused() {
    long count = sent.stream().filter(each -> each.orders().isEmpty()).count();
    return count == 0 ? "" : "; REFUSED %d of %d: %s".formatted(count, sent.size(), refusal.get());
  }

  /** The orders that were caused. */
  public List<String> orders() {
    return sent.stream().flatMap(each -> each.orders().stream()).toList();
  }

  /** From when a report was due to its answer. */
  public Percentiles answers() {
    return answers;
  }

  /** From when a report was due to each of its orders' tasks on a screen; waits for the last. */
  public Percentiles arrivals(Screens screens) {
    List<String> orders = orders();
    if (!screens.allCame(orders, PATIENCE)) {
      throw new IllegalStateException(
          "%d of %d orders came on no screen within %d s"
              .formatted(
                  orders.stream().filter(order -> screens.arrival(order) == null).count(),
                  orders.size(),
                  PATIENCE.toSeconds()));
    }
    Percentiles arrivals = new Percentiles();
    for (Sent each : sent) {
      for (int missing = each.orders().size(); missing < Town.BANKS; missing++) {
        arrivals.add(PATIENCE.toNanos());
      }
      for (String order : each.orders()) {
        Long arrival = screens.arrival(order);
        if (arrival != null) {
          arrivals.add(arrival - each.due());
        }
      }
    }
    return arrivals;
  }
}
