package io.holdfast.bench.spine;

import io.holdfast.bench.figure.Bar;
import io.holdfast.bench.figure.Benchmark;
import io.holdfast.bench.figure.Figure;
import io.holdfast.bench.system.OwnSystem;
import io.holdfast.bench.system.Reports;
import io.holdfast.bench.system.Screens;
import io.holdfast.bench.system.Town;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Write commands sent to the store for one report with three payee accounts, one report at a time:
 * the next is filed when the last one's tasks are on the screens, so nothing is shared between two.
 */
public final class DurableWrites implements Benchmark {
  private static final String PER_REPORT = "durable-writes";
  private static final String METRIC = "store_writes";
  private static final Map<String, Integer> SERVICES =
      Map.of("case", 7201, "freeze", 7202, "liaison", 7203);

  private static final int REPORTS = 30;
  private static final int WARM_UP_REPORTS = 10;
  private static final Duration QUIET = Duration.ofSeconds(10);
  private static final Duration SETTLING = Duration.ofSeconds(3);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final OwnSystem system;

  /** In this system, which it starts anew. */
  public DurableWrites(OwnSystem system) {
    this.system = system;
  }

  @Override
  public String name() {
    return PER_REPORT;
  }

  @Override
  public List<String> figures() {
    return List.of(PER_REPORT);
  }

  @Override
  public List<Figure> measure(Consumer<String> progress) {
    try (system) {
      progress.accept("starting a system");
      system.fresh();
      Town town = Town.settle(system);
      file(town, WARM_UP_REPORTS);
      List<Double> net = new ArrayList<>();
      List<Double> gross = new ArrayList<>();
      Map<String, List<Double>> byService = new LinkedHashMap<>();
      for (int round = 1; round <= ROUNDS; round++) {
        Counted idle = counted(town, () -> pause(QUIET));
        Counted busy = counted(town, () -> file(town, REPORTS));
        double sum = 0;
        for (String service : SERVICES.keySet()) {
          double own =
              (busy.writes(service) - idle.writes(service) / idle.seconds() * busy.seconds())
                  / REPORTS;
          byService.computeIfAbsent(service, _ -> new ArrayList<>()).add(own);
          sum += own;
        }
        net.add(sum);
        gross.add(busy.sum() / REPORTS);
        progress.accept(
            "round %d: %.2f writes a report, %.2f with the %.2f a second that idle services make"
                .formatted(round, sum, gross.getLast(), idle.sum() / idle.seconds()));
      }
      StringBuilder parts = new StringBuilder();
      byService.forEach(
          (service, each) -> parts.append(" %s %.2f".formatted(service, Figure.median(each))));
      return List.of(
          Figure.of(
              PER_REPORT,
              "writes",
              Bar.atMost(16),
              net,
              ("write commands per report with 3 accounts, %d one after the other a round, less"
                      + " what idle services write in that time (with it %.2f);%s")
                  .formatted(REPORTS, Figure.median(gross), parts)));
    }
  }

  private static void file(Town town, int count) {
    Reports reports = new Reports(town);
    try (Screens screens = town.open()) {
      for (int i = 0; i < count; i++) {
        if (!screens.allCame(reports.file(reports.next()), PATIENCE)) {
          throw new IllegalStateException("an order came on no screen");
        }
      }
    }
    // What is written after the task was seen belongs to the report too.
    pause(SETTLING);
  }

  private static Counted counted(Town town, Runnable work) {
    Map<String, Double> before = read(town);
    long begin = System.nanoTime();
    work.run();
    double seconds = (System.nanoTime() - begin) / 1e9;
    Map<String, Double> writes = read(town);
    writes.replaceAll((service, after) -> after - before.getOrDefault(service, 0.0));
    return new Counted(writes, seconds);
  }

  private static Map<String, Double> read(Town town) {
    Map<String, Double> counters = new LinkedHashMap<>();
    SERVICES.forEach((service, port) -> counters.put(service, town.metric(METRIC, port)));
    return counters;
  }

  private static void pause(Duration duration) {
    long end = System.nanoTime() + duration.toNanos();
    for (long left = duration.toNanos(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private record Counted(Map<String, Double> byService, double seconds) {
    double writes(String service) {
      return byService.getOrDefault(service, 0.0);
    }

    double sum() {
      return byService.values().stream().mapToDouble(Double::doubleValue).sum();
    }
  }
}
