package io.holdfast.freezing.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Times told later than they happened. */
class ToldTimesTest {
  private static final Instant NOON = Instant.parse("2026-11-21T04:00:00Z");
  private static final Duration LATE = Duration.ofMinutes(15);

  @Test
  void timesInTheirOrderAndInTimeAreNothingOdd() {
    ToldTimes times = told(-1_200, -300, -240);
    assertThat(times.future()).isEmpty();
    assertThat(times.flags(LATE)).isEmpty();
    assertThat(times.first()).isEqualTo(NOON.minusSeconds(300));
  }

  @Test
  void whatCannotBeInThatOrderIsFlaggedFromTheSecondAfterTheClocksDifferenceOn() {
    assertThat(told(0, -120, null).flags(LATE)).isEmpty();
    assertThat(told(0, -121, null).flags(LATE)).containsExactly(TimeFlag.CALLED_BEFORE_TRANSFER);
    assertThat(told(-600, -300, -420).flags(LATE)).isEmpty();
    assertThat(told(-600, -300, -421).flags(LATE)).containsExactly(TimeFlag.EXECUTED_BEFORE_CALL);
    assertThat(told(-300, -200, -430).flags(LATE))
        .containsExactly(TimeFlag.EXECUTED_BEFORE_TRANSFER, TimeFlag.EXECUTED_BEFORE_CALL);
  }

  @Test
  void anEntryIsLateAfterThePolicysTimeAndNotAtIt() {
    assertThat(told(-2_000, -900, null).flags(LATE)).isEmpty();
    assertThat(told(-2_000, -901, null).flags(LATE)).containsExactly(TimeFlag.ENTERED_LATE);
    assertThat(told(-2_000, -100, -901).flags(LATE)).contains(TimeFlag.ENTERED_LATE);
  }

  @Test
  void aTimeThatHasNotComeIsNeverTaken() {
    assertThat(told(-600, 120, null).future()).isEmpty();
    assertThat(told(-600, 121, null).future()).contains(NOON.plusSeconds(121));
    assertThat(told(-600, -300, 121).future()).contains(NOON.plusSeconds(121));
    assertThat(told(121, -300, null).future()).contains(NOON.plusSeconds(121));
  }

  @Test
  void whateverIsToldNothingImpossibleIsSilentAndNothingPossibleIsFlagged() {
    long seed = Long.getLong("holdfast.seed", System.nanoTime());
    System.out.println("ToldTimesTest: -Dholdfast.seed=" + seed);
    var random = new SplittableRandom(seed);
    for (int i = 0; i < 10_000; i++) {
      int transfer = random.nextInt(-4_000, 400);
      int call = random.nextInt(-4_000, 400);
      Integer execute = random.nextBoolean() ? random.nextInt(-4_000, 400) : null;
      ToldTimes times = told(transfer, call, execute);
      List<TimeFlag> flags = times.flags(LATE);
      String as = "seed " + seed + ": " + transfer + ", " + call + ", " + execute;
      boolean future = Math.max(transfer, Math.max(call, execute == null ? call : execute)) > 120;
      assertThat(times.future().isPresent()).as(as).isEqualTo(future);
      assertThat(flags.contains(TimeFlag.CALLED_BEFORE_TRANSFER))
          .as(as)
          .isEqualTo(call + 120 < transfer);
      assertThat(flags.contains(TimeFlag.EXECUTED_BEFORE_CALL))
          .as(as)
          .isEqualTo(execute != null && execute + 120 < call);
      assertThat(flags.contains(TimeFlag.EXECUTED_BEFORE_TRANSFER))
          .as(as)
          .isEqualTo(execute != null && execute + 120 < transfer);
      int first = execute == null ? call : Math.min(call, execute);
      assertThat(flags.contains(TimeFlag.ENTERED_LATE)).as(as).isEqualTo(first < -900);
    }
  }

  private static ToldTimes told(int transfer, int call, @Nullable Integer execute) {
    return new ToldTimes(
        NOON.plusSeconds(transfer),
        NOON.plusSeconds(call),
        execute == null ? null : NOON.plusSeconds(execute),
        NOON);
  }
}
