package io.holdfast.bench.gateway;

import io.holdfast.bench.figure.Bar;
import io.holdfast.bench.figure.Benchmark;
import io.holdfast.bench.figure.Figure;
import io.holdfast.bench.load.HttpCallers;
import io.holdfast.bench.system.OwnSystem;
import io.holdfast.bench.system.Person;
import io.holdfast.bench.system.Town;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** REST through the gateway against a handler of one's own, with and without nginx before it. */
public final class GatewayRest implements Benchmark {
  private static final String AGAINST_DIRECT = "gateway-rest-vs-direct";
  private static final String AGAINST_NGINX = "gateway-rest-vs-nginx";
  private static final Bar DIRECT_BAR = Bar.atLeast(0.7);
  private static final Bar NGINX_BAR = Bar.atLeast(1);

  private static final String GATEWAY = "gateway";
  private static final String DIRECT = "direct";
  private static final String NGINX = "nginx";
  private static final int DIRECT_PORT = 8090;
  private static final int NGINX_PORT = 8091;

  private static final int CALLERS = 32;

  /** By calls and not by time: on a busy machine twenty seconds warm nothing. */
  private static final double WARM_UP_CALLS = 150_000;

  private static final int WARM_UP_PASSES_MAX = 15;
  private static final int ROUND_SECONDS = 6;

  private final OwnSystem system;

  /** In this system, which it starts anew. */
  public GatewayRest(OwnSystem system) {
    this.system = system;
  }

  @Override
  public String name() {
    return "gateway-rest";
  }

  @Override
  public List<String> figures() {
    return List.of(AGAINST_DIRECT, AGAINST_NGINX);
  }

  @Override
  public List<Figure> measure(Consumer<String> progress) throws IOException {
    Path folder = system.scratch();
    Map<String, Integer> ports = new LinkedHashMap<>();
    ports.put(GATEWAY, system.port(8080));
    ports.put(DIRECT, system.port(DIRECT_PORT));
    Optional<Path> nginx = SideProcess.nginx();
    try (system) {
      progress.accept("starting a system");
      system.fresh();
      Person officer = Town.settle(system).officer();
      try (SideProcess direct =
          SideProcess.directHandler(
              folder,
              system.port(DIRECT_PORT),
              "127.0.0.1:" + system.port(7103),
              system.issuer())) {
        if (nginx.isEmpty()) {
          return figures(rounds(officer, ports, progress));
        }
        ports.put(NGINX, system.port(NGINX_PORT));
        try (SideProcess proxy =
            SideProcess.nginx(
                nginx.get(), folder, system.port(NGINX_PORT), system.port(DIRECT_PORT))) {
          return figures(rounds(officer, ports, progress));
        }
      }
    }
  }

  private static Map<String, List<Double>> rounds(
      Person officer, Map<String, Integer> ports, Consumer<String> progress) {
    String path =
        "/v1/institutions/"
            + officer.get("/v1/institutions?pageSize=1").at("/institutions/0/id").asString();
    ports.forEach((name, port) -> progress.accept(warmUp(officer, name, port, path)));
    Map<String, List<Double>> rates = new LinkedHashMap<>();
    for (int round = 1; round <= Benchmark.ROUNDS; round++) {
      StringBuilder line = new StringBuilder("round " + round + ":");
      for (Map.Entry<String, Integer> each : ports.entrySet()) {
        double rate = callsPerSecond(officer, each.getValue(), path, ROUND_SECONDS);
        rates.computeIfAbsent(each.getKey(), _ -> new ArrayList<>()).add(rate);
        line.append(" %s %.0f/s".formatted(each.getKey(), rate));
      }
      progress.accept(line.toString());
    }
    return rates;
  }

  private static String warmUp(Person officer, String name, int port, String path) {
    double calls = 0;
    int passes = 0;
    while (calls < WARM_UP_CALLS && passes < WARM_UP_PASSES_MAX) {
      calls += callsPerSecond(officer, port, path, ROUND_SECONDS) * ROUND_SECONDS;
      passes++;
    }
    return "warm-up of %s: %.0f calls in %d s".formatted(name, calls, passes * ROUND_SECONDS);
  }

  private static double callsPerSecond(Person officer, int port, String path, int seconds) {
    try (HttpCallers callers = new HttpCallers(CALLERS, port, path, officer.token())) {
      return callers.run(seconds);
    }
  }

  private static List<Figure> figures(Map<String, List<Double>> rates) {
    StringBuilder how =
        new StringBuilder(
            "GET of an institution, %d callers, closed loop, warm; calls/s:".formatted(CALLERS));
    rates.forEach((name, each) -> how.append(" %s %.0f".formatted(name, Figure.median(each))));
    return List.of(
        Figure.of(AGAINST_DIRECT, "ratio", DIRECT_BAR, ratios(rates, DIRECT), how.toString()),
        rates.containsKey(NGINX)
            ? Figure.of(AGAINST_NGINX, "ratio", NGINX_BAR, ratios(rates, NGINX), how.toString())
            : Figure.missing(
                AGAINST_NGINX,
                "ratio",
                NGINX_BAR.toString(),
                "no nginx on this machine; HOLDFAST_NGINX names one"));
  }

  /** Of each round, so that what else the machine did falls out. */
  private static List<Double> ratios(Map<String, List<Double>> rates, String other) {
    List<Double> own = rates.getOrDefault(GATEWAY, List.of());
    List<Double> others = rates.getOrDefault(other, List.of());
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < own.size(); i++) {
      ratios.add(own.get(i) / others.get(i));
    }
    return ratios;
  }
}
