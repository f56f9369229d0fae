package io.holdfast.bench;

import io.holdfast.bench.console.InBrowser;
import io.holdfast.bench.console.PasteAccuracy;
import io.holdfast.bench.figure.Benchmark;
import io.holdfast.bench.figure.Figure;
import io.holdfast.bench.figure.Machine;
import io.holdfast.bench.figure.Results;
import io.holdfast.bench.gateway.GatewayGrpc;
import io.holdfast.bench.gateway.GatewayRest;
import io.holdfast.bench.spine.DurableWrites;
import io.holdfast.bench.spine.LayersToScreen;
import io.holdfast.bench.spine.ReportToScreen;
import io.holdfast.bench.spine.StartUp;
import io.holdfast.bench.system.OwnSystem;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures the promises, or those named. Exit 0 also where a promise is not kept: the table says
 * so; 1 where one could not be measured.
 */
public final class Bench {
  private static final InstantSource CLOCK = InstantSource.system();

  private final PrintStream out;
  private final Path root;

  private Bench(PrintStream out, Path root) {
    this.out = out;
    this.root = root;
  }

  public static void main(String[] arguments) throws IOException {
    Bench bench = new Bench(System.out, root());
    System.exit(bench.run(List.of(arguments)) ? 0 : 1);
  }

  /** The checkout this was built in: the folder above that holds the script. */
  private static Path root() {
    Path jar =
        Path.of(
            java.net.URI.create(
                Bench.class.getProtectionDomain().getCodeSource().getLocation().toString()));
    for (Path at = jar; at != null; at = at.getParent()) {
      if (Files.isRegularFile(at.resolve("holdfast"))) {
        return at;
      }
    }
    throw new IllegalStateException("no script `holdfast` above " + jar);
  }

  private boolean run(List<String> names) throws IOException {
    OwnSystem system = new OwnSystem(root);
    List<Benchmark> all =
        List.of(
            new ReportToScreen(system),
            new LayersToScreen(system),
            new DurableWrites(system),
            new GatewayRest(system),
            new GatewayGrpc(system),
            new StartUp(system),
            new InBrowser(system, root),
            new PasteAccuracy(system, root));
    List<String> known = all.stream().map(Benchmark::name).toList();
    for (String name : names) {
      if (!known.contains(name)) {
        out.println("there is no benchmark " + name + "; there are: " + String.join(" ", known));
        return false;
      }
    }
    Results results = Results.in(root.resolve("bench/results/latest.json"));
    boolean measured = true;
    for (Benchmark benchmark : all) {
      if (names.isEmpty() || names.contains(benchmark.name())) {
        measured &= measure(benchmark, results);
      }
    }
    Results.Circumstances now = circumstances(Machine.load());
    NotMeasured.FIGURES.forEach(figure -> results.put(figure, now));
    results.arrange(figureNames(all));
    results.write();
    out.println();
    out.print(results.table());
    out.println("written to bench/results/latest.json");
    return measured;
  }

  private static List<String> figureNames(List<Benchmark> all) {
    List<String> names = new ArrayList<>();
    all.forEach(benchmark -> names.addAll(benchmark.figures()));
    NotMeasured.FIGURES.forEach(figure -> names.add(figure.name()));
    return names;
  }

  private boolean measure(Benchmark benchmark, Results results) throws IOException {
    out.println("==== " + benchmark.name());
    String before = Machine.load();
    try {
      List<Figure> figures = benchmark.measure(line -> out.println("  " + line));
      Results.Circumstances where = circumstances(before);
      figures.forEach(figure -> results.put(figure, where));
      results.write();
      return true;
    } catch (IllegalStateException | java.io.UncheckedIOException e) {
      out.println("  NOT MEASURED: " + e.getMessage());
      return false;
    }
  }

  private Results.Circumstances circumstances(String loadBefore) {
    return new Results.Circumstances(
        Machine.describe(),
        Machine.commit(root),
        CLOCK.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
        loadBefore + " before, " + Machine.load() + " after");
  }
}
