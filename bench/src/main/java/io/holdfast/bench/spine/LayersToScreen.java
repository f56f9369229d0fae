package io.holdfast.bench.spine;

import io.holdfast.bench.figure.Bar;
import io.holdfast.bench.figure.Benchmark;
import io.holdfast.bench.figure.Figure;
import io.holdfast.bench.figure.Percentiles;
import io.holdfast.bench.load.ReportLoad;
import io.holdfast.bench.system.Clerks;
import io.holdfast.bench.system.Crowd;
import io.holdfast.bench.system.OwnSystem;
import io.holdfast.bench.system.Reports;
import io.holdfast.bench.system.Screens;
import io.holdfast.bench.system.Town;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Reports whose every order is answered at once and opens a next layer at another bank, while 1,000
 * other streams are open.
 */
public final class LayersToScreen implements Benchmark {
  private static final String P50 = "layers-to-screen-p50";
  private static final String P99 = "layers-to-screen-p99";
  private static final String NEXT_P50 = "next-layer-to-screen-p50";
  private static final String NEXT_P99 = "next-layer-to-screen-p99";
  private static final String RATE = "layers-to-screen-rate";
  private static final String MEMORY = "streams-memory";

  private static final String NEXT =
      "; from the answer that names the account to its order's task on the next bank's screen";

  private static final int STREAMS = 1_000;
  private static final List<Integer> RATES = List.of(1, 2, 4);

  /** The rate whose latencies are shown. */
  private static final int SHOWN_RATE = 2;

  private static final int WARM_UP_RATE = 3;
  private static final int SECONDS = 10;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final OwnSystem system;

  /** In this system, which it starts anew. */
  public LayersToScreen(OwnSystem system) {
    this.system = system;
  }

  @Override
  public String name() {
    return "layers-to-screen";
  }

  @Override
  public List<String> figures() {
    return List.of(P50, P99, NEXT_P50, NEXT_P99, RATE, MEMORY);
  }

  /** Latencies of one round at one rate. */
  private record Round(Percentiles first, Percentiles next) {}

  @Override
  public List<Figure> measure(Consumer<String> progress) {
    try (system) {
      progress.accept("starting a system");
      system.fresh();
      Town town = Town.settle(system);
      try (Crowd _ = town.crowd(STREAMS)) {
        progress.accept(STREAMS + " streams are open");
        WarmUp.run(
            () -> round("warm-up", town, WARM_UP_RATE, WarmUp.SECONDS, progress).next().millis(50));
        return figures(town, progress);
      }
    }
  }

  private List<Figure> figures(Town town, Consumer<String> progress) {
    Map<Integer, List<Round>> rounds = new TreeMap<>();
    List<Double> highest = new ArrayList<>();
    List<Double> memory = new ArrayList<>();
    for (int number = 1; number <= ROUNDS; number++) {
      double kept = 0;
      for (int rate : RATES) {
        Round round = round("round " + number, town, rate, SECONDS, progress);
        rounds.computeIfAbsent(rate, _ -> new ArrayList<>()).add(round);
        if (ReportToScreen.P99_BAR.keeps(round.first().millis(99))
            && ReportToScreen.P99_BAR.keeps(round.next().millis(99))) {
          kept = rate;
        }
      }
      highest.add(kept);
      memory.add(system.residentGigabytes());
    }
    List<Round> shown = Objects.requireNonNull(rounds.get(SHOWN_RATE));
    String how =
        ("open loop, %d reports/s for %d s a round with 3 payee accounts each, every order"
                + " acknowledged and answered at once with one account the money moved on to, whose"
                + " order is answered too; %d other streams open; client on the same machine")
            .formatted(SHOWN_RATE, SECONDS, STREAMS);
    return List.of(
        Figure.of(P50, "ms", ReportToScreen.P50_BAR, of(shown, true, 50), how),
        Figure.of(P99, "ms", ReportToScreen.P99_BAR, of(shown, true, 99), how),
        Figure.of(NEXT_P50, "ms", ReportToScreen.P50_BAR, of(shown, false, 50), how + NEXT),
        Figure.of(NEXT_P99, "ms", ReportToScreen.P99_BAR, of(shown, false, 99), how + NEXT),
        Figure.of(RATE, "reports/s", Bar.atLeast(ReportToScreen.FULL_RATE), highest, each(rounds)),
        Figure.of(
            MEMORY,
            "GB",
            Bar.atMost(2.5),
            memory,
            "resident memory of all processes with %d streams open".formatted(STREAMS)));
  }

  private static List<Double> of(List<Round> rounds, boolean first, double percentile) {
    return rounds.stream()
        .map(round -> (first ? round.first() : round.next()).millis(percentile))
        .toList();
  }

  private static String each(Map<Integer, List<Round>> rounds) {
    StringBuilder each =
        new StringBuilder(
            "highest rate that keeps the bar of p99 for both layers in each round; median p99 ms of"
                + " first/next layer:");
    rounds.forEach(
        (rate, of) ->
            each.append(
                " %d/s %.0f/%.0f"
                    .formatted(
                        rate, Figure.median(of(of, true, 99)), Figure.median(of(of, false, 99)))));
    return each.toString();
  }

  private static Round round(
      String what, Town town, int rate, int seconds, Consumer<String> progress) {
    Reports reports = new Reports(town);
    try (Clerks clerks = new Clerks(reports);
        Screens screens = town.open(clerks)) {
      ReportLoad load = ReportLoad.run(reports, rate, seconds);
      Percentiles first = load.arrivals(screens);
      if (!clerks.allAnswered(PATIENCE)) {
        throw new IllegalStateException("not every layer came and was answered" + clerks.refused());
      }
      Round round = new Round(first, clerks.nextLayers());
      progress.accept(
          "%s: %d/s, first layer p50 %.1f ms, p99 %.1f ms, next layer p50 %.1f ms, p99 %.1f ms%s"
              .formatted(
                  what,
                  rate,
                  first.millis(50),
                  first.millis(99),
                  round.next().millis(50),
                  round.next().millis(99),
                  load.refused()));
      return round;
    }
  }
}
