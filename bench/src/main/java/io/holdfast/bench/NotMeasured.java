package io.holdfast.bench;

import io.holdfast.bench.figure.Figure;
import java.util.List;

/** Promises that nothing here measures yet, and why. */
final class NotMeasured {
  private static final String NO_OPPONENT =
      "needs Flowable on PostgreSQL behind the same contract, token check and transport; not built"
          + " yet";

  static final List<Figure> FIGURES =
      List.of(
          Figure.missing(
              "stop-vs-flowable",
              "ratio",
              ">= 3",
              "create and answer a stop with a 24 h" + " timer, 8 callers; " + NO_OPPONENT),
          Figure.missing(
              "clocks-vs-flowable", "ratio", ">= 7", "10,000 clocks due at once; " + NO_OPPONENT),
          Figure.missing(
              "clock-cost-flatness",
              "ratio",
              "",
              "cost per clock at 300,000 open orders"
                  + " against 10,000; comes with clocks-vs-flowable"),
          Figure.missing(
              "kill-9",
              "",
              "nothing lost",
              "a yes or no, not a figure: shown by the kill" + " tests in e2e and embedded-mongo"));

  private NotMeasured() {}
}
