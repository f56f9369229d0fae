package io.holdfast.bench.spine;

import java.util.function.DoubleSupplier;

/**
 * Load before the first figure. A service runs for weeks, and its first minutes belong to the
 * compilers: here they take about as much of two cores as the service itself.
 */
final class WarmUp {
  static final int SECONDS = 30;
  private static final int ROUNDS_MAX = 10;

  /** Rounds that may pass without a better one. */
  private static final int PATIENCE = 3;

  private static final double BETTER = 0.95;

  private WarmUp() {}

  /**
   * Repeats a round until it gets no faster, but not for ever.
   *
   * @param median runs a round of {@link #SECONDS} and tells its median latency
   */
  static void run(DoubleSupplier median) {
    double best = Double.MAX_VALUE;
    int since = 0;
    for (int round = 0; round < ROUNDS_MAX && since < PATIENCE; round++) {
      double now = median.getAsDouble();
      since = now < BETTER * best ? 0 : since + 1;
      best = Math.min(best, now);
    }
  }
}
