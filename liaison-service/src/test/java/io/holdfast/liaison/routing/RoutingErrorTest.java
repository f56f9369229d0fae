package io.holdfast.liaison.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.liaison.routing.RoutingError.Line;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RoutingErrorTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  @Test
  void theReasonNamesTheLine() {
    assertThat(Line.of("BIN 990001, table 3")).isEqualTo(new Line("BIN 990001", 3));
    assertThat(Line.of("name 测试银行一, table 12")).isEqualTo(new Line("name 测试银行一", 12));
    assertThat(Line.of("chosen by the officer; BIN 990001, table 3 agrees"))
        .isEqualTo(new Line("BIN 990001", 3));
    assertThat(Line.of("chosen institution unknown; BIN 990001, table 3"))
        .isEqualTo(new Line("BIN 990001", 3));
  }

  @Test
  void whereNoLineDecidedNoneIsBlamed() {
    assertThat(Line.of("chosen by the officer; against BIN 990001, table 3"))
        .isEqualTo(new Line("chosen by the officer", 0));
    assertThat(Line.of("chosen by the officer")).isEqualTo(new Line("chosen by the officer", 0));
    assertThat(Line.of("")).isEqualTo(new Line("not known", 0));
  }

  @Test
  void onlyTheLeadingDigitsAreKept() {
    assertThat(RoutingError.prefix("990001****0017")).isEqualTo("990001");
    assertThat(RoutingError.prefix("9900010000000000017")).isEqualTo("990001");
    assertThat(RoutingError.prefix("99**17")).isEqualTo("99");
    assertThat(RoutingError.prefix("****0017")).isEmpty();
  }

  @Test
  void anAnswerCountsOnce() {
    RoutingError one = RoutingError.first(new Line("BIN 990001", 3), "bank", "990001", "e1", NOON);
    assertThat(one.with("e1", NOON.plusSeconds(9))).isEqualTo(one);
    RoutingError two = one.with("e2", NOON.plusSeconds(5));
    assertThat(two.count()).isEqualTo(2);
    assertThat(two.firstTime()).isEqualTo(NOON);
    assertThat(two.lastTime()).isEqualTo(NOON.plusSeconds(5));
    RoutingError many = two;
    for (int i = 0; i < 100; i++) {
      many = many.with("m" + i, NOON);
    }
    assertThat(many.count()).isEqualTo(102);
    assertThat(many.recent()).hasSize(32);
  }
}
