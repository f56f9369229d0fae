package io.holdfast.bench.spine;

import io.holdfast.bench.figure.Bar;
import io.holdfast.bench.figure.Benchmark;
import io.holdfast.bench.figure.Figure;
import io.holdfast.bench.figure.Percentiles;
import io.holdfast.bench.load.ReportLoad;
import io.holdfast.bench.system.OwnSystem;
import io.holdfast.bench.system.Reports;
import io.holdfast.bench.system.Screens;
import io.holdfast.bench.system.Town;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * From the report to the task on the bank's open screen: the whole system, durable, encrypted,
 * audited. Where 50 reports a second are too many, also how many are not.
 */
public final class ReportToScreen implements Benchmark {
  private static final String P50 = "report-to-screen-p50";
  private static final String P99 = "report-to-screen-p99";
  private static final String RATE = "report-to-screen-rate";
  private static final String ANSWER = "file-report-answer-p50";
  private static final String ANSWER_STOPPED = "file-report-answer-p50-freeze-stopped";

  private static final int FULL_RATE = 50;
  private static final List<Integer> LOWER_RATES = List.of(5, 10, 20, 30, 40);
  private static final Bar P50_BAR = Bar.atMost(50);
  private static final Bar P99_BAR = Bar.atMost(300);

  private static final int WARM_UP_RATE = 25;
  private static final int WARM_UP_SECONDS = 30;
  private static final int FULL_SECONDS = 15;
  private static final int LOWER_SECONDS = 8;
  private static final int OUTAGE_RATE = 10;
  private static final int OUTAGE_SECONDS = 10;

  private final OwnSystem system;

  /** In this system, which it starts anew. */
  public ReportToScreen(OwnSystem system) {
    this.system = system;
  }

  @Override
  public String name() {
    return "report-to-screen";
  }

  @Override
  public List<String> figures() {
    return List.of(P50, P99, RATE, ANSWER, ANSWER_STOPPED);
  }

  @Override
  public List<Figure> measure(Consumer<String> progress) {
    try (system) {
      Town town = settled(progress);
      List<Double> medians = new ArrayList<>();
      List<Double> tails = new ArrayList<>();
      for (int round = 1; round <= ROUNDS; round++) {
        Percentiles arrivals = arrivals(town, FULL_RATE, FULL_SECONDS);
        medians.add(arrivals.millis(50));
        tails.add(arrivals.millis(99));
        progress.accept(line("round " + round, FULL_RATE, arrivals));
      }
      String how =
          "open loop, %d reports/s for %d s a round with 3 payee accounts each at 3 banks, latency of"
                  .formatted(FULL_RATE, FULL_SECONDS)
              + " each order from when its report was due; client on the same machine; policy with"
              + " real limits";
      List<Figure> figures = new ArrayList<>();
      figures.add(Figure.of(P50, "ms", P50_BAR, medians, how));
      Figure tail = Figure.of(P99, "ms", P99_BAR, tails, how);
      figures.add(tail);
      figures.add(
          Boolean.TRUE.equals(tail.holds())
              ? rate(FULL_RATE, "the full rate keeps p99 " + P99_BAR + " ms")
              : lowerRate(progress));
      figures.addAll(outage(progress));
      return figures;
    }
  }

  /** A fresh system, warm. */
  private Town settled(Consumer<String> progress) {
    progress.accept("starting a system");
    system.fresh();
    Town town = Town.settle(system);
    progress.accept(line("warm-up", WARM_UP_RATE, arrivals(town, WARM_UP_RATE, WARM_UP_SECONDS)));
    return town;
  }

  private static Percentiles arrivals(Town town, int rate, int seconds) {
    try (Screens screens = town.open()) {
      return ReportLoad.run(new Reports(town), rate, seconds).arrivals(screens);
    }
  }

  private static String line(String what, int rate, Percentiles arrivals) {
    return "%s: %d/s, p50 %.1f ms, p99 %.1f ms, %d orders"
        .formatted(what, rate, arrivals.millis(50), arrivals.millis(99), arrivals.count());
  }

  /** Begins anew: what the full rate left behind must not slow the lower ones. */
  private Figure lowerRate(Consumer<String> progress) {
    Town town = settled(progress);
    Map<Integer, List<Double>> tails = new TreeMap<>();
    for (int round = 1; round <= ROUNDS; round++) {
      for (int rate : LOWER_RATES) {
        Percentiles arrivals = arrivals(town, rate, LOWER_SECONDS);
        tails.computeIfAbsent(rate, _ -> new ArrayList<>()).add(arrivals.millis(99));
        progress.accept(line("round " + round, rate, arrivals));
      }
    }
    int highest = 0;
    StringBuilder each = new StringBuilder("p99 in ms by rate:");
    for (Map.Entry<Integer, List<Double>> at : tails.entrySet()) {
      double median = Figure.median(at.getValue());
      each.append(" %d/s %.0f".formatted(at.getKey(), median));
      if (P99_BAR.keeps(median)) {
        highest = at.getKey();
      }
    }
    return rate(highest, each.toString());
  }

  private static Figure rate(int rate, String note) {
    return Figure.of(
        RATE,
        "reports/s",
        Bar.atLeast(FULL_RATE),
        List.of((double) rate),
        "highest rate whose median p99 keeps the bar; " + note);
  }

  /** The answer must not wait for a service that is not there. */
  private List<Figure> outage(Consumer<String> progress) {
    Town town = settled(progress);
    List<Double> with = new ArrayList<>();
    List<Double> without = new ArrayList<>();
    List<Double> withTail = new ArrayList<>();
    List<Double> withoutTail = new ArrayList<>();
    for (int round = 1; round <= ROUNDS; round++) {
      try (Screens screens = town.open()) {
        ReportLoad load = ReportLoad.run(new Reports(town), OUTAGE_RATE, OUTAGE_SECONDS);
        load.arrivals(screens);
        with.add(load.answers().millis(50));
        withTail.add(load.answers().millis(99));
        system.stop("freeze");
        ReportLoad stopped = ReportLoad.run(new Reports(town), OUTAGE_RATE, OUTAGE_SECONDS);
        without.add(stopped.answers().millis(50));
        withoutTail.add(stopped.answers().millis(99));
        system.start("freeze");
        // Each must come to its bank after all.
        stopped.arrivals(screens);
      }
      progress.accept(
          "round %d: answered in %.1f ms (p99 %.1f), with freeze-service stopped %.1f ms (p99 %.1f)"
              .formatted(
                  round,
                  with.getLast(),
                  withTail.getLast(),
                  without.getLast(),
                  withoutTail.getLast()));
    }
    String how = "median time to FileReport's answer at %d reports/s".formatted(OUTAGE_RATE);
    return List.of(
        Figure.shown(ANSWER, "ms", with, how + tail(withTail)),
        Figure.shown(
            ANSWER_STOPPED,
            "ms",
            without,
            how
                + " while freeze-service is stopped; every order came on its screen after it was"
                + " started again"
                + tail(withoutTail)));
  }

  private static String tail(List<Double> tails) {
    return "; median p99 %.1f ms".formatted(Figure.median(tails));
  }
}
