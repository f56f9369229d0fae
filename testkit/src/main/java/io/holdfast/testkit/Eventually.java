package io.holdfast.testkit;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waiting for what happens in the background: polls a condition, with an end. */
public final class Eventually {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final Duration STEP = Duration.ofMillis(20);

  private Eventually() {}

  /** Returns once {@code condition} holds; fails after 20 seconds. */
  public static void holds(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not within " + LIMIT.toSeconds() + " s: " + what);
      }
      pause();
    }
  }

  /**
   * The first value that satisfies the caller, who says so by not returning null; fails after 20
   * seconds.
   */
  public static <T> T value(String what, Supplier<@org.jspecify.annotations.Nullable T> supplier) {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (System.nanoTime() < end) {
      T value = supplier.get();
      if (value != null) {
        return value;
      }
      pause();
    }
    throw new AssertionError("not within " + LIMIT.toSeconds() + " s: " + what);
  }

  private static void pause() {
    try {
      Thread.sleep(STEP);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}
