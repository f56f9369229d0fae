package io.holdfast.kit.boot;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether calls make sense now: the service has started whole, the store answers a ping within a
 * second, and nobody is shutting down.
 */
final class Readiness {
  private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);
  private static final Duration LIMIT = Duration.ofSeconds(1);
  private static final Duration KEPT = Duration.ofMillis(500);

  private final Runnable ping;
  private final Executor threads = task -> Thread.ofVirtual().name("ready").start(task);
  private @Nullable CompletableFuture<Void> asked;
  private long checkedAt;
  private boolean checked;
  private boolean last;
  private volatile boolean open;

  /**
   * @param ping asks the store for a sign of life; throws when there is none
   */
  Readiness(Runnable ping) {
    this.ping = ping;
  }

  /** The service has started: from now on the store decides. */
  void open() {
    open = true;
  }

  /** From now on unready. */
  void drain() {
    open = false;
  }

  /** Asks the store, unless it was asked a moment ago. */
  synchronized boolean check() {
    if (!open) {
      return false;
    }
    long now = System.nanoTime();
    if (checked && now - checkedAt < KEPT.toNanos()) {
      return last;
    }
    boolean ready = answers();
    if (!checked || ready != last) {
      LOG.info("the store {}", ready ? "answers" : "does not answer; unready");
    }
    checked = true;
    checkedAt = System.nanoTime();
    last = ready;
    return ready;
  }

  private boolean answers() {
    CompletableFuture<Void> pending = asked;
    if (pending == null || pending.isDone()) {
      // At most one ping is under way, however long it hangs.
      pending = CompletableFuture.runAsync(ping, threads);
      asked = pending;
    }
    try {
      pending.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException | TimeoutException e) {
      return false;
    }
  }
}
