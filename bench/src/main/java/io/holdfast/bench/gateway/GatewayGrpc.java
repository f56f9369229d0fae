package io.holdfast.bench.gateway;

import io.holdfast.bench.figure.Bar;
import io.holdfast.bench.figure.Benchmark;
import io.holdfast.bench.figure.Figure;
import io.holdfast.bench.load.GrpcCallers;
import io.holdfast.bench.system.OwnSystem;
import io.holdfast.bench.system.Person;
import io.holdfast.bench.system.Town;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Native gRPC through the gateway against dialling the service. */
public final class GatewayGrpc implements Benchmark {
  private static final String NAME = "gateway-grpc";
  private static final Bar BAR = Bar.atLeast(0.5);
  private static final List<Integer> CALLERS = List.of(8, 32);

  /** By calls and not by time: on a busy machine twenty seconds warm nothing. */
  private static final double WARM_UP_CALLS = 150_000;

  private static final int WARM_UP_PASSES_MAX = 15;
  private static final int ROUND_SECONDS = 6;

  private final OwnSystem system;

  /** In this system, which it starts anew. */
  public GatewayGrpc(OwnSystem system) {
    this.system = system;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> figures() {
    return CALLERS.stream().map(GatewayGrpc::figureName).toList();
  }

  private static String figureName(int callers) {
    return NAME + "-vs-direct-" + callers;
  }

  @Override
  public List<Figure> measure(Consumer<String> progress) {
    try (system) {
      progress.accept("starting a system");
      system.fresh();
      Person officer = Town.settle(system).officer();
      String institution =
          officer.get("/v1/institutions?pageSize=1").at("/institutions/0/id").asString();
      int gateway = system.port(8080);
      int direct = system.port(7103);
      progress.accept("warm-up of direct: " + warmUp(officer, direct, institution));
      progress.accept("warm-up of gateway: " + warmUp(officer, gateway, institution));
      Map<Integer, Rates> rates = new LinkedHashMap<>();
      for (int round = 1; round <= ROUNDS; round++) {
        for (int callers : CALLERS) {
          Rates kept = rates.computeIfAbsent(callers, _ -> new Rates());
          kept.direct.add(callsPerSecond(officer, direct, institution, callers, ROUND_SECONDS));
          kept.gateway.add(callsPerSecond(officer, gateway, institution, callers, ROUND_SECONDS));
          progress.accept(
              "round %d, %d callers: gateway %.0f/s, direct %.0f/s"
                  .formatted(round, callers, kept.gateway.getLast(), kept.direct.getLast()));
        }
      }
      List<Figure> figures = new ArrayList<>();
      rates.forEach((callers, each) -> figures.add(each.figure(callers)));
      return figures;
    }
  }

  private static String warmUp(Person officer, int port, String institution) {
    double calls = 0;
    int passes = 0;
    while (calls < WARM_UP_CALLS && passes < WARM_UP_PASSES_MAX) {
      calls +=
          callsPerSecond(officer, port, institution, CALLERS.getLast(), ROUND_SECONDS)
              * ROUND_SECONDS;
      passes++;
    }
    return "%.0f calls in %d s".formatted(calls, passes * ROUND_SECONDS);
  }

  private static double callsPerSecond(
      Person officer, int port, String institution, int callers, int seconds) {
    try (GrpcCallers all = new GrpcCallers(port, institution, officer.token())) {
      return all.run(callers, seconds);
    }
  }

  /** Calls per second of each round. */
  private static final class Rates {
    private final List<Double> gateway = new ArrayList<>();
    private final List<Double> direct = new ArrayList<>();

    Figure figure(int callers) {
      List<Double> ratios = new ArrayList<>();
      for (int i = 0; i < gateway.size(); i++) {
        ratios.add(gateway.get(i) / direct.get(i));
      }
      return Figure.of(
          figureName(callers),
          "ratio",
          BAR,
          ratios,
          "GetInstitution, %d callers, closed loop, warm; calls/s: gateway %.0f, direct %.0f"
              .formatted(callers, Figure.median(gateway), Figure.median(direct)));
    }
  }
}
