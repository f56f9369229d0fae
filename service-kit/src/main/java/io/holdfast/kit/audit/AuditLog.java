package io.holdfast.kit.audit;

import io.holdfast.kit.problem.KitReason;
import io.holdfast.kit.problem.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends entries of many calls with few writes, and lets each go on only when its own are durable.
 */
public final class AuditLog implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);
  private static final int WAITING_MAX = 4_000;
  private static final int BATCH_MAX = 256;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private record Waiting(List<AuditEntry> entries, CompletableFuture<Void> durable) {}

  private final AuditSink sink;
  private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(WAITING_MAX);
  private final Thread writer;
  private volatile boolean open = true;

  /** Writes to {@code sink} until closed. */
  public AuditLog(AuditSink sink) {
    this.sink = sink;
    this.writer = Thread.ofVirtual().name("audit").start(this::run);
  }

  /**
   * Appends entries and returns when they are durable.
   *
   * @throws Problem {@link KitReason#STORE_UNAVAILABLE} if that cannot be had; what was to be
   *     audited must not happen
   */
  public void append(List<AuditEntry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    var waiting = new Waiting(List.copyOf(entries), new CompletableFuture<>());
    try {
      if (!open || !queue.offer(waiting, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw unavailable();
      }
      waiting.durable().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable();
    } catch (ExecutionException | TimeoutException e) {
      throw unavailable();
    }
  }

  /** Writes what waits, then takes no more. */
  @Override
  public void close() {
    open = false;
    try {
      writer.join(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (open || !queue.isEmpty()) {
      List<Waiting> batch = next();
      if (!batch.isEmpty()) {
        write(batch);
      }
    }
  }

  private List<Waiting> next() {
    var batch = new ArrayList<Waiting>();
    try {
      Waiting first = queue.poll(100, TimeUnit.MILLISECONDS);
      if (first != null) {
        batch.add(first);
        queue.drainTo(batch, BATCH_MAX - 1);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      open = false;
    }
    return batch;
  }

  private void write(List<Waiting> batch) {
    try {
      sink.insert(batch.stream().flatMap(waiting -> waiting.entries().stream()).toList());
      batch.forEach(waiting -> waiting.durable().complete(null));
    } catch (RuntimeException e) {
      LOG.error("{} audit entries could not be written", batch.size(), e);
      batch.forEach(waiting -> waiting.durable().completeExceptionally(e));
    }
  }

  private static Problem unavailable() {
    return Problem.of(KitReason.STORE_UNAVAILABLE).retryAfter(Duration.ofSeconds(1));
  }
}
