package io.holdfast.kit.outbox;

import io.holdfast.kit.time.LegalClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds aggregates with something to do: events that nobody delivered, clocks that are due. Which
 * replica takes which slot is an optimisation; every effect is a compare-and-set.
 */
public final class SlotWorkers implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SlotWorkers.class);
  private static final int BATCH_MAX = 500;

  // Where many clocks are due at once they wait for one another, and no report waits for them.
  private static final int PARALLEL_MAX = 4;

  private record Served(Settlement settlement, Waker waker) {}

  private final LegalClock clock;
  private final Relay relay;
  private final Supplier<List<Integer>> ownSlots;
  private final Duration pause;
  private final boolean sweeping;
  private final Map<String, Served> served = new ConcurrentHashMap<>();
  private final Semaphore parallel = new Semaphore(PARALLEL_MAX);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean open = true;

  /**
   * @param ownSlots the slots this replica takes care of now
   * @param pause between two looks
   * @param sweeping whether due clocks are fired; off, only deliveries are repeated
   */
  public SlotWorkers(
      LegalClock clock,
      Relay relay,
      Supplier<List<Integer>> ownSlots,
      Duration pause,
      boolean sweeping) {
    this.clock = clock;
    this.relay = relay;
    this.ownSlots = ownSlots;
    this.pause = pause;
    this.sweeping = sweeping;
  }

  /** Takes care of one more collection. */
  public void serve(Settlement settlement, Waker waker) {
    served.put(settlement.name(), new Served(settlement, waker));
  }

  /** Begins to look. */
  public void start() {
    Thread.ofVirtual().name("slot-workers").start(this::run);
  }

  private void run() {
    while (open) {
      boolean more = false;
      for (Served one : served.values()) {
        try {
          more |= look(one) == BATCH_MAX;
        } catch (RuntimeException e) {
          LOG.warn("looking for due {} failed, again shortly", one.settlement().name(), e);
        }
      }
      if (!more && !rest()) {
        return;
      }
    }
  }

  private boolean rest() {
    try {
      Thread.sleep(pause);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** One look at one collection; returns how many were found. */
  private int look(Served one) {
    List<Settlement.Due> due = one.settlement().due(ownSlots.get(), clock.instant(), BATCH_MAX);
    var running = new ArrayList<java.util.concurrent.Future<?>>();
    for (Settlement.Due aggregate : due) {
      if (aggregate.unsettled()) {
        relay.offer(one.settlement().name(), List.of(aggregate.id()));
      }
      if (aggregate.clock() && sweeping) {
        running.add(threads.submit(() -> wake(one, aggregate.id())));
      }
    }
    running.forEach(SlotWorkers::join);
    return running.isEmpty() ? 0 : due.size();
  }

  private void wake(Served one, String id) {
    parallel.acquireUninterruptibly();
    try {
      one.waker().wake(id);
    } catch (RuntimeException e) {
      LOG.warn("a clock of {} {} did not fire, again shortly", one.settlement().name(), id, e);
    } finally {
      parallel.release();
    }
  }

  private static void join(java.util.concurrent.Future<?> future) {
    try {
      future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException("wake() lets nothing out", e);
    }
  }

  @Override
  public void close() {
    open = false;
    threads.shutdownNow();
  }
}
