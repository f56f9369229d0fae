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
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * From the report to the task on the bank's open screen: the whole system, durable, encrypted,
 * audited. And where 50 reports a second are too many, how many are not.
 */
public final class ReportToScreen implements Benchmark {
  private static final String P50 = "report-to-screen-p50";
  private static final String P99 = "report-to-screen-p99";
  private static final String RATE = "report-to-screen-rate";
  private static final String ANSWER = "file-report-answer-p50";
  private static final String ANSWER_STOPPED = "file-report-answer-p50-freeze-stopped";

  /** Reports a second that are promised. */
  static final int FULL_RATE = 50;

  private static final List<Integer> RATES = List.of(10, 20, 30, 40);

  /** Milliseconds to the screen. */
  static final Bar P50_BAR = Bar.atMost(50);

  /** Milliseconds to the screen. */
  static final Bar P99_BAR = Bar.atMost(300);

  // Rates that even a cold system can take.
  private static final List<Integer> FIRST_RATES = List.of(4, 8);
  private static final int WARM_UP_RATE = 16;
  private static final int FULL_SECONDS = 12;
  private static final int RATE_SECONDS = 8;
  private static final int OUTAGE_RATE = 10;
  private static final int OUTAGE_SECONDS = 8;

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
      progress.accept("starting a system");
      system.fresh();
      Town town = Town.settle(system);
      for (int rate : FIRST_RATES) {
        arrivals("warm-up", town, rate, WarmUp.SECONDS, progress);
      }
      WarmUp.run(
          () -> arrivals("warm-up", town, WARM_UP_RATE, WarmUp.SECONDS, progress).millis(50));
      Figure rate = rate(town, progress);
      List<Figure> figures = new ArrayList<>(full(town, progress));
      figures.add(rate);
      figures.addAll(outage(town, progress));
      return figures;
    }
  }

  private static List<Figure> full(Town town, Consumer<String> progress) {
    List<Double> medians = new ArrayList<>();
    List<Double> tails = new ArrayList<>();
    for (int round = 1; round <= ROUNDS; round++) {
      Percentiles arrivals = arrivals("round " + round, town, FULL_RATE, FULL_SECONDS, progress);
      medians.add(arrivals.millis(50));
      tails.add(arrivals.millis(99));
    }
    String how =
        "open loop, %d reports/s for %d s a round with 3 payee accounts each at 3 banks, latency of"
                .formatted(FULL_RATE, FULL_SECONDS)
            + " each order from when its report was due, a refused report's with all the patience"
            + " there is; orders are taken back after each round; client on the same machine;"
            + " policy with real limits";
    return List.of(
        Figure.of(P50, "ms", P50_BAR, medians, how), Figure.of(P99, "ms", P99_BAR, tails, how));
  }

  private static Percentiles arrivals(
      String what, Town town, int rate, int seconds, Consumer<String> progress) {
    Reports reports = new Reports(town);
    try (Screens screens = town.open()) {
      ReportLoad load = ReportLoad.run(reports, rate, seconds);
      Percentiles arrivals = load.arrivals(screens);
      reports.recall(load.orders());
      progress.accept(
          "%s: %d/s, p50 %.1f ms, p99 %.1f ms, %d orders%s"
              .formatted(
                  what,
                  rate,
                  arrivals.millis(50),
                  arrivals.millis(99),
                  arrivals.count(),
                  load.refused()));
      return arrivals;
    }
  }

  private static Figure rate(Town town, Consumer<String> progress) {
    Map<Integer, List<Double>> medians = new TreeMap<>();
    Map<Integer, List<Double>> tails = new TreeMap<>();
    List<Double> highest = new ArrayList<>();
    for (int round = 1; round <= ROUNDS; round++) {
      double kept = 0;
      for (int rate : RATES) {
        Percentiles arrivals = arrivals("round " + round, town, rate, RATE_SECONDS, progress);
        medians.computeIfAbsent(rate, _ -> new ArrayList<>()).add(arrivals.millis(50));
        tails.computeIfAbsent(rate, _ -> new ArrayList<>()).add(arrivals.millis(99));
        if (P99_BAR.keeps(arrivals.millis(99))) {
          kept = rate;
        }
      }
      highest.add(kept);
    }
    StringBuilder each =
        new StringBuilder("highest rate whose p99 keeps the bar in each round; median p50/p99 ms:");
    tails.forEach(
        (rate, of) ->
            each.append(
                " %d/s %.0f/%.0f"
                    .formatted(
                        rate,
                        Figure.median(Objects.requireNonNull(medians.get(rate))),
                        Figure.median(of))));
    return Figure.of(RATE, "reports/s", Bar.atLeast(FULL_RATE), highest, each.toString());
  }

  /** The answer must not wait for a service that is not there. */
  private List<Figure> outage(Town town, Consumer<String> progress) {
    List<Double> with = new ArrayList<>();
    List<Double> without = new ArrayList<>();
    List<Double> withTail = new ArrayList<>();
    List<Double> withoutTail = new ArrayList<>();
    for (int round = 1; round <= ROUNDS; round++) {
      try (Screens screens = town.open()) {
        Reports reports = new Reports(town);
        ReportLoad load = ReportLoad.run(reports, OUTAGE_RATE, OUTAGE_SECONDS);
        load.arrivals(screens);
        with.add(load.answers().millis(50));
        withTail.add(load.answers().millis(99));
        system.stop("freeze");
        ReportLoad stopped = ReportLoad.run(reports, OUTAGE_RATE, OUTAGE_SECONDS);
        without.add(stopped.answers().millis(50));
        withoutTail.add(stopped.answers().millis(99));
        system.start("freeze");
        // Each must come to its bank after all.
        stopped.arrivals(screens);
        reports.recall(load.orders());
        reports.recall(stopped.orders());
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
