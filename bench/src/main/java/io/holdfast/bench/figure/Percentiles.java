package io.holdfast.bench.figure;

import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Latencies from many threads, to three digits. */
public final class Percentiles {
  private static final int DIGITS = 3;
  private static final double NANOS_PER_MILLI = 1e6;

  private final Histogram histogram = new ConcurrentHistogram(DIGITS);

  /** Adds one latency, in nanoseconds. */
  public void add(long nanos) {
    histogram.recordValue(Math.max(0, nanos));
  }

  /** How many were added. */
  public long count() {
    return histogram.getTotalCount();
  }

  /**
   * A percentile in milliseconds.
   *
   * @param percentile 0 to 100
   */
  public double millis(double percentile) {
    if (histogram.getTotalCount() == 0) {
      throw new IllegalStateException("latencies: 0 (expected: 1 or more)");
    }
    return histogram.getValueAtPercentile(percentile) / NANOS_PER_MILLI;
  }
}
