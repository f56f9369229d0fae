package io.holdfast.bench.spine;

import io.holdfast.bench.figure.Bar;
import io.holdfast.bench.figure.Benchmark;
import io.holdfast.bench.figure.Figure;
import io.holdfast.bench.system.OwnSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** {@code up -d} on a built tree until all is healthy, and the memory it takes after the demo. */
public final class StartUp implements Benchmark {
  private static final String FIRST = "up";
  private static final String AGAIN = "up-again";
  private static final String MEMORY = "up-memory";

  private final OwnSystem system;

  /** Of this system. */
  public StartUp(OwnSystem system) {
    this.system = system;
  }

  @Override
  public String name() {
    return FIRST;
  }

  @Override
  public List<String> figures() {
    return List.of(FIRST, AGAIN, MEMORY);
  }

  @Override
  public List<Figure> measure(Consumer<String> progress) {
    try (system) {
      progress.accept("building what is missing, and one start to record start-up data");
      system.fresh();
      List<Double> first = new ArrayList<>();
      List<Double> again = new ArrayList<>();
      List<Double> memory = new ArrayList<>();
      for (int round = 1; round <= ROUNDS; round++) {
        system.forget();
        first.add(secondsUp());
        system.demo();
        memory.add(system.residentGigabytes());
        system.down();
        again.add(secondsUp());
        progress.accept(
            "round %d: up in %.1f s, %.2f GB after the demo, up again in %.1f s"
                .formatted(round, first.getLast(), memory.getLast(), again.getLast()));
      }
      Bar seconds = Bar.atMost(60);
      return List.of(
          Figure.of(
              FIRST,
              "s",
              seconds,
              first,
              "up -d without data: secrets, keys, realm and the demo's institutions are made in it;"
                  + " jars, Keycloak and start-up data are there"),
          Figure.of(AGAIN, "s", seconds, again, "up -d with the data of the run before"),
          Figure.of(
              MEMORY,
              "GB",
              Bar.atMost(2.5),
              memory,
              "resident memory of all processes after one demo, 10^9 bytes; pages they share count"
                  + " in each"));
    }
  }

  private double secondsUp() {
    long begin = System.nanoTime();
    system.up();
    return (System.nanoTime() - begin) / 1e9;
  }
}
