package io.holdfast.liaison.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.liaison.roster.DutyRole;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WakeRulesTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final List<Wake> STATES =
      List.of(
          new Wake.Off(),
          new Wake.Due(DutyRole.A, 0, NOON),
          new Wake.Woken(DutyRole.A, NOON),
          new Wake.Failed(NOON),
          new Wake.NotNeeded(NOON));
  private static final List<Outcome> OUTCOMES =
      List.of(
          new Outcome.Taken(DutyRole.A),
          new Outcome.Refused(DutyRole.A),
          new Outcome.NotTaken(DutyRole.A),
          new Outcome.Overtaken());

  @Test
  void everyStateMeetsEveryOutcome() {
    assertThat(STATES).hasSize(Wake.class.getPermittedSubclasses().length);
    assertThat(OUTCOMES).hasSize(Outcome.class.getPermittedSubclasses().length);
    var rows = new ArrayList<String>();
    for (Wake state : STATES) {
      for (Outcome outcome : OUTCOMES) {
        Wake next = WakeRules.after(state, Cause.ARRIVED_UNATTENDED, outcome, NOON);
        if (!next.equals(state)) {
          rows.add(name(state) + " " + name(outcome) + " -> " + name(next));
        }
      }
    }
    assertThat(rows)
        .containsExactly(
            "Due Taken -> Woken",
            "Due Refused -> Due",
            "Due NotTaken -> Due",
            "Due Overtaken -> NotNeeded");
  }

  private static String name(Object of) {
    return of.getClass().getSimpleName();
  }

  @Test
  void withoutAGatewayNobodyIsWoken() {
    assertThat(WakeRules.raised(Cause.ARRIVED_UNATTENDED, false, NOON)).isEqualTo(new Wake.Off());
  }

  @Test
  void aIsWokenWhereNobodyIsAndBWhenTheMinutesAreOver() {
    assertThat(WakeRules.raised(Cause.ARRIVED_UNATTENDED, true, NOON))
        .isEqualTo(new Wake.Due(DutyRole.A, 0, NOON));
    assertThat(WakeRules.raised(Cause.NOT_ACKNOWLEDGED, true, NOON))
        .isEqualTo(new Wake.Due(DutyRole.B, 0, NOON));
  }

  @Test
  void aGatewayThatDoesNotAnswerIsAskedAgainLaterAndLaterThenForTheOther() {
    Wake wake = WakeRules.raised(Cause.ARRIVED_UNATTENDED, true, NOON);
    var seconds = new ArrayList<Long>();
    for (int i = 0; i < WakeRules.TRIES_MAX - 1; i++) {
      wake = WakeRules.after(wake, Cause.ARRIVED_UNATTENDED, notTaken(wake), NOON);
      seconds.add(((Wake.Due) wake).nextTime().getEpochSecond() - NOON.getEpochSecond());
    }
    assertThat(seconds).containsExactly(2L, 4L, 8L, 16L);
    wake = WakeRules.after(wake, Cause.ARRIVED_UNATTENDED, notTaken(wake), NOON);
    assertThat(wake).isEqualTo(new Wake.Due(DutyRole.B, 0, NOON));
    for (int i = 0; i < WakeRules.TRIES_MAX; i++) {
      wake = WakeRules.after(wake, Cause.ARRIVED_UNATTENDED, notTaken(wake), NOON);
    }
    assertThat(wake).isEqualTo(new Wake.Failed(NOON));
  }

  private static Outcome notTaken(Wake wake) {
    return new Outcome.NotTaken(((Wake.Due) wake).role());
  }

  @Test
  void whatSomebodyElseHasTriedForTheFirstDoesNotPassOverTheSecond() {
    Wake second =
        WakeRules.after(
            WakeRules.raised(Cause.ARRIVED_UNATTENDED, true, NOON),
            Cause.ARRIVED_UNATTENDED,
            new Outcome.Refused(DutyRole.A),
            NOON);
    assertThat(
            WakeRules.after(
                second, Cause.ARRIVED_UNATTENDED, new Outcome.Refused(DutyRole.A), NOON))
        .isEqualTo(second);
  }

  @Test
  void whateverHappensItEnds() {
    var random = new SplittableRandom(7);
    for (int run = 0; run < 10_000; run++) {
      Cause cause = random.nextBoolean() ? Cause.ARRIVED_UNATTENDED : Cause.NOT_ACKNOWLEDGED;
      Wake wake = WakeRules.raised(cause, true, NOON);
      int tries = 0;
      while (wake instanceof Wake.Due due) {
        Outcome outcome =
            random.nextInt(8) == 0
                ? new Outcome.Refused(due.role())
                : new Outcome.NotTaken(due.role());
        wake = WakeRules.after(wake, cause, outcome, NOON);
        tries++;
      }
      assertThat(tries).isLessThanOrEqualTo(2 * WakeRules.TRIES_MAX);
      assertThat(wake).isEqualTo(new Wake.Failed(NOON));
    }
  }
}
