package io.holdfast.bench.figure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One figure: the median of its rounds, or the reason why there is none yet.
 *
 * @param name e.g. {@code report-to-screen-p99}
 * @param figure median of the rounds; null: not measured
 * @param unit e.g. {@code ms}
 * @param bar e.g. {@code <= 300}; empty where nothing was promised
 * @param holds whether the median keeps the bar; null without bar or figure
 * @param rounds as they came
 * @param note how it was measured, or why not
 */
public record Figure(
    String name,
    @Nullable Double figure,
    String unit,
    String bar,
    @Nullable Boolean holds,
    List<Double> rounds,
    @Nullable Double min,
    @Nullable Double max,
    String note) {
  private static final double KEPT_DIGITS = 1_000;

  /** A figure with a bar. */
  public static Figure of(String name, String unit, Bar bar, List<Double> rounds, String note) {
    double median = median(rounds);
    return measured(name, unit, bar.toString(), bar.keeps(median), rounds, note);
  }

  /** A figure nothing was promised about. */
  public static Figure shown(String name, String unit, List<Double> rounds, String note) {
    return measured(name, unit, "", null, rounds, note);
  }

  /** A promise that cannot be measured yet. */
  public static Figure missing(String name, String unit, String bar, String why) {
    return new Figure(name, null, unit, bar, null, List.of(), null, null, why);
  }

  private static Figure measured(
      String name,
      String unit,
      String bar,
      @Nullable Boolean holds,
      List<Double> rounds,
      String note) {
    return new Figure(
        name,
        rounded(median(rounds)),
        unit,
        bar,
        holds,
        rounds.stream().map(Figure::rounded).toList(),
        rounded(Collections.min(rounds)),
        rounded(Collections.max(rounds)),
        note);
  }

  /** The middle one; of an even number, the mean of the two in the middle. */
  public static double median(List<Double> rounds) {
    if (rounds.isEmpty()) {
      throw new IllegalArgumentException("rounds: 0 (expected: 1 or more)");
    }
    List<Double> sorted = new ArrayList<>(rounds);
    Collections.sort(sorted);
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  private static double rounded(double value) {
    return Math.round(value * KEPT_DIGITS) / KEPT_DIGITS;
  }
}
