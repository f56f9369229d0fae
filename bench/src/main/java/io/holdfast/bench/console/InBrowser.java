package io.holdfast.bench.console;

import io.holdfast.bench.figure.Bar;
import io.holdfast.bench.figure.Benchmark;
import io.holdfast.bench.figure.Figure;
import io.holdfast.bench.system.OwnSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Chromium before a running system: how soon an order is on the bank's open page, and how the
 * intake page is on an old machine behind a thin line.
 */
public final class InBrowser implements Benchmark {
  private static final String ARRIVAL_MAX = "browser-arrival-max";
  private static final String ARRIVAL_P50 = "browser-arrival-p50";
  private static final String USABLE = "intake-usable";
  private static final String KEY = "intake-slowest-key";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String SLOW =
      ", CPU 6 times slower, 1 Mbit/s with 40 ms; Chromium on the same machine as the system";

  private final OwnSystem system;
  private final NodeScript script;

  /** In this system, which it starts anew, with the console's own program. */
  public InBrowser(OwnSystem system, Path root) throws IOException {
    this.system = system;
    this.script = new NodeScript(root.resolve("console"), system.scratch());
  }

  @Override
  public String name() {
    return "browser";
  }

  @Override
  public List<String> figures() {
    return List.of(ARRIVAL_MAX, ARRIVAL_P50, USABLE, KEY);
  }

  @Override
  public List<Figure> measure(Consumer<String> progress) {
    try (system) {
      progress.accept("starting a system");
      system.fresh();
      List<Double> longest = new ArrayList<>();
      List<Double> medians = new ArrayList<>();
      List<Double> usable = new ArrayList<>();
      List<Double> keys = new ArrayList<>();
      for (int round = 1; round <= ROUNDS; round++) {
        JsonNode found = round();
        List<Double> arrivals = all(found, "arrivals");
        longest.add(Collections.max(arrivals));
        medians.add(Figure.median(arrivals));
        usable.add(Figure.median(all(found, "usable")) / 1e3);
        keys.add(Collections.max(all(found, "keys")));
        progress.accept(
            "round %d: %d orders, p50 %.0f ms, the last after %.0f ms; intake in %.1f s, keys within %.0f ms"
                .formatted(
                    round,
                    arrivals.size(),
                    medians.getLast(),
                    longest.getLast(),
                    usable.getLast(),
                    keys.getLast()));
      }
      String arrival =
          " of 50 orders a round, one after the other, from sending the report to the row";
      return List.of(
          Figure.of(ARRIVAL_MAX, "ms", Bar.atMost(1_000), longest, "longest" + arrival),
          Figure.shown(ARRIVAL_P50, "ms", medians, "median" + arrival),
          Figure.of(
              USABLE,
              "s",
              Bar.atMost(5),
              usable,
              "from opening the address with an empty cache to the first field, logged in already"
                  + SLOW),
          Figure.of(
              KEY,
              "ms",
              Bar.atMost(100),
              keys,
              "longest time from a key to the next paint, as the browser itself says" + SLOW));
    }
  }

  private JsonNode round() {
    String told =
        script.run(
            Map.of("HOLDFAST_URL", system.gateway(), "HOLDFAST_ISSUER", system.issuer()),
            "node",
            "browser/measure.mjs");
    return JSON.readTree(told.lines().filter(line -> line.startsWith("{")).findFirst().orElse(""));
  }

  private static List<Double> all(JsonNode found, String name) {
    List<Double> all = new ArrayList<>();
    found.path(name).forEach(each -> all.add(each.asDouble()));
    return all;
  }
}
