package io.holdfast.freezing.callcode;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.kit.value.Personal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Codes and wrong tries at the instants that count. */
class CodeTriesTest {
  private static final Instant NOON = Instant.parse("2026-11-21T04:00:00Z");
  private static final Duration LOCK = Duration.ofMinutes(15);

  @Test
  void theLastTryAllowedLocksAndTheEndOfTheLockBeginsAnew() {
    CodeTries tries = CodeTries.none("bank", "999001");
    for (int i = 0; i < 4; i++) {
      tries = tries.wrong(NOON.plusSeconds(i), 5, LOCK);
      assertThat(tries.locked(NOON.plusSeconds(i))).isFalse();
    }
    tries = tries.wrong(NOON.plusSeconds(4), 5, LOCK);
    Instant end = NOON.plusSeconds(4).plus(LOCK);
    assertThat(tries.lockEndTime()).isEqualTo(end);
    assertThat(tries.locked(end.minusMillis(1))).isTrue();
    assertThat(tries.locked(end)).isFalse();
    assertThat(tries.at(end)).isEqualTo(CodeTries.none("bank", "999001"));
    assertThat(tries.at(end.minusMillis(1))).isEqualTo(tries);
    assertThat(tries.wrong(end, 5, LOCK).wrongTimes()).containsExactly(end);
  }

  @Test
  void wrongCodesLongAgoCountNoMore() {
    CodeTries tries = CodeTries.none("bank", "999001");
    for (int i = 0; i < 20; i++) {
      tries = tries.wrong(NOON.plus(Duration.ofMinutes(5L * i)), 5, LOCK);
      assertThat(tries.lockEndTime()).isNull();
      assertThat(tries.wrongTimes().size()).isLessThanOrEqualTo(3);
    }
  }

  @Test
  void aCodeIsUsableUntilItsEndAndOnce() {
    var code =
        new CallCode(
            "bound",
            "hash",
            "station",
            Personal.of(Personal.Kind.NAME, "测试民警"),
            "099001",
            NOON,
            NOON.plus(Duration.ofMinutes(5)),
            null);
    assertThat(code.usable(code.expireTime().minusMillis(1))).isTrue();
    assertThat(code.usable(code.expireTime())).isFalse();
    assertThat(code.used(new CallCode.Use("li", "bank", "r1", NOON)).usable(NOON)).isFalse();
  }
}
