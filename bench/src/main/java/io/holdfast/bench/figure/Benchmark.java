package io.holdfast.bench.figure;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Something that can be measured. */
public interface Benchmark {
  /** Rounds of each figure. */
  int ROUNDS = 5;

  /** How it is called on the command line. */
  String name();

  /** Names of the figures it may give. */
  List<String> figures();

  /**
   * Measures.
   *
   * @param progress takes a line about each round
   */
  List<Figure> measure(Consumer<String> progress) throws IOException;
}
