package io.holdfast.store;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.h2.mvstore.MVStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the file from growing: every commit writes pages anew, and a part of the file that is
 * mostly dead is only freed when its live pages are moved. Moves a little at a time, between
 * commands.
 */
final class Maintenance implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Maintenance.class);

  private static final int PERIOD_MILLIS = 1_000;
  private static final int FILL_PERCENT_WANTED = 50;
  private static final int BYTES_AT_A_TIME = 1024 * 1024;

  private final MVStore store;
  private final GroupCommit commits;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("store-maintenance").factory());

  Maintenance(MVStore store, GroupCommit commits) {
    this.store = store;
    this.commits = commits;
    var unused =
        timer.scheduleWithFixedDelay(
            this::compact, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void compact() {
    try {
      commits.exclusively(() -> store.compact(FILL_PERCENT_WANTED, BYTES_AT_A_TIME));
    } catch (RuntimeException e) {
      log.warn("the store file could not be compacted", e);
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
    try {
      timer.awaitTermination(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
