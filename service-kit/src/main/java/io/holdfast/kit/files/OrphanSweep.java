package io.holdfast.kit.files;

import io.holdfast.kit.time.LegalClock;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes uploads that no aggregate kept within 24 hours; looks about once an hour. */
public final class OrphanSweep implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OrphanSweep.class);
  private static final Duration AGE = Duration.ofHours(24);
  private static final Duration PAUSE = Duration.ofHours(1);

  private final Files files;
  private final LegalClock clock;
  private final RandomGenerator random;
  private final Thread thread;

  /** Looks from now on until closed. */
  public OrphanSweep(Files files, LegalClock clock, RandomGenerator random) {
    this.files = files;
    this.clock = clock;
    this.random = random;
    this.thread = Thread.ofVirtual().name("orphan-files").start(this::run);
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        // Not all replicas at once: each pause is up to a fifth shorter or longer.
        Thread.sleep(PAUSE.toMillis() * (80 + random.nextInt(41)) / 100);
        sweep();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void sweep() {
    try {
      files.sweep(clock.instant().minus(AGE));
    } catch (RuntimeException e) {
      LOG.warn("orphaned files stay for now: {}", e.toString());
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
