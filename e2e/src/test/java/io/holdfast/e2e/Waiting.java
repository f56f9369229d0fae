package io.holdfast.e2e;

import io.holdfast.e2e.driver.World;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waiting for a running system, with an end. */
final class Waiting {
  private static final Duration STEP = Duration.ofMillis(100);

  private Waiting() {}

  static void until(String what, Duration patience, BooleanSupplier condition) {
    long end = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not within " + patience.toSeconds() + " s: " + what);
      }
      pause(STEP);
    }
  }

  /** Tries again while the system is unreachable, as a patient client would. */
  static <T> T patiently(Duration patience, Supplier<T> attempt) {
    long end = System.nanoTime() + patience.toNanos();
    while (true) {
      try {
        return attempt.get();
      } catch (World.Unreachable | IllegalStateException e) {
        if (System.nanoTime() > end) {
          throw e;
        }
        pause(STEP);
      }
    }
  }

  static void pause(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}
