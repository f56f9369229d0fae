package io.holdfast.bench.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTest {
  @Test
  void medianIsTheMiddleRound() {
    assertThat(Figure.median(List.of(9.0, 1.0, 5.0))).isEqualTo(5.0);
    assertThat(Figure.median(List.of(4.0, 1.0, 2.0, 9.0))).isEqualTo(3.0);
    assertThatThrownBy(() -> Figure.median(List.of())).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void figureKeepsItsBarByTheMedianAlone() {
    Figure figure = Figure.of("x", "ms", Bar.atMost(300), List.of(100.0, 299.9994, 9000.0), "");
    assertThat(figure.holds()).isTrue();
    assertThat(figure.figure()).isEqualTo(299.999);
    assertThat(figure.min()).isEqualTo(100.0);
    assertThat(figure.max()).isEqualTo(9000.0);
    assertThat(figure.bar()).isEqualTo("<= 300");
    assertThat(Figure.of("x", "ratio", Bar.atLeast(0.7), List.of(0.69), "").holds()).isFalse();
    assertThat(Figure.shown("x", "ms", List.of(1.0), "").holds()).isNull();
    assertThat(Bar.atLeast(0.7)).hasToString(">= 0.7");
  }

  @Test
  void barIsKeptByTheFigureBeforeRounding() {
    assertThat(Figure.of("x", "ms", Bar.atMost(50), List.of(50.0001), "").holds()).isFalse();
  }

  @Test
  void percentilesAreOfAllThatWasAdded() {
    Percentiles latencies = new Percentiles();
    assertThatThrownBy(() -> latencies.millis(50)).isInstanceOf(IllegalStateException.class);
    for (int i = 1; i <= 1000; i++) {
      latencies.add(i * 1_000_000L);
    }
    assertThat(latencies.count()).isEqualTo(1000);
    assertThat(latencies.millis(50)).isBetween(499.0, 501.0);
    assertThat(latencies.millis(99)).isBetween(989.0, 991.0);
    assertThat(latencies.millis(100)).isBetween(999.0, 1001.0);
  }
}
