package io.holdfast.liaison.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.liaison.desk.StopCard.Clock;
import io.holdfast.liaison.desk.StopCard.ClockState;
import io.holdfast.liaison.desk.StopCard.Extension;
import io.holdfast.liaison.desk.StopCard.Paper;
import io.holdfast.liaison.desk.StopCard.Phase;
import io.holdfast.liaison.directory.Desk;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who must see to a stop that was born at a bank. */
class AdoptionRulesTest {
  private static final Instant NOON = Instant.parse("2026-11-21T04:00:00Z");
  private static final Instant DUE = NOON.plus(Duration.ofMinutes(30));
  private static final StopNews OTHER = new StopNews.Other();

  private static final String TABLE =
      """
      adoption  phase    open
      NONE      STOPPED
      AWAITED   STOPPED  ADOPT_STOP@station:UNIT_DESK
      UNADOPTED STOPPED  ADOPT_STOP@station:UNIT_DESK UNADOPTED_STOP@county:SUPERVISOR_DESK UNADOPTED_STOP@bank:SECURITY_DESK UNADOPTED_STOP@bank:LIAISON_DESK
      DISOWNED  STOPPED  UNADOPTED_STOP@county:SUPERVISOR_DESK UNADOPTED_STOP@bank:SECURITY_DESK UNADOPTED_STOP@bank:LIAISON_DESK
      ADOPTED   STOPPED
      AWAITED   ENDED    ADOPT_STOP@station:UNIT_DESK
      UNADOPTED ENDED    ADOPT_STOP@station:UNIT_DESK
      DISOWNED  ENDED
      ADOPTED   ENDED
      """;

  @Test
  void everyAdoptionLiesWhereTheTableSays() {
    String[] lines = TABLE.split("\n");
    for (int i = 1; i < lines.length; i++) {
      String[] cells = lines[i].trim().split("\\s+");
      StopCard card = card(Adoption.valueOf(cells[0]), Phase.valueOf(cells[1]));
      List<String> open =
          DeskRules.stop(card, OTHER).tasks().stream()
              .filter(place -> place.want() instanceof Want.Open)
              .map(place -> place.kind() + "@" + place.mailbox().id())
              .toList();
      assertThat(open).as(lines[i]).containsExactly(Arrays.copyOfRange(cells, 2, cells.length));
    }
  }

  @Test
  void theStationsTaskHasTheStationsTimeAndTheMissIsOnTheBoard() {
    Plan awaited =
        DeskRules.stop(card(Adoption.AWAITED, Phase.STOPPED), new StopNews.Warned("adoption"));
    assertThat(awaited.tasks())
        .contains(
            new Plan.Place(
                TaskKind.ADOPT_STOP,
                new Mailbox("station", Desk.UNIT_DESK),
                new Want.Open(DUE, Urgency.WARNED)));
    assertThat(running(awaited)).containsExactly("adoption@station");
    assertThat(running(DeskRules.stop(card(Adoption.UNADOPTED, Phase.STOPPED), OTHER)))
        .containsExactly("adoption@station");
    assertThat(running(DeskRules.stop(card(Adoption.UNADOPTED, Phase.ENDED), OTHER))).isEmpty();
  }

  @Test
  void aStationThatDidNotAskOwesNoPapers() {
    for (Adoption adoption : Adoption.values()) {
      Plan plan = DeskRules.stop(card(adoption, Phase.STOPPED, Paper.OWED), OTHER);
      boolean owes = adoption != Adoption.DISOWNED;
      assertThat(plan.tasks())
          .as(adoption.name())
          .filteredOn(place -> place.kind() == TaskKind.DELIVER_PAPER)
          .allMatch(place -> place.want() instanceof Want.Open == owes);
      assertThat(running(plan).contains("paper@station")).as(adoption.name()).isEqualTo(owes);
    }
  }

  @Test
  void wrongCodesLieOnBothOfTheBanksDesksUntilTheWaitIsOver() {
    Plan alarm = AdoptionRules.wrongCodes("tries", "bank", "999000", 5);
    assertThat(alarm.subject()).isEqualTo("callCodeTries/tries");
    assertThat(alarm.tasks())
        .extracting(place -> place.mailbox().id())
        .containsExactly("bank:SECURITY_DESK", "bank:LIAISON_DESK");
    assertThat(alarm.tasks()).allMatch(place -> place.want() instanceof Want.Open);
    assertThat(AdoptionRules.wrongCodes("tries", "bank", "999000", 0).tasks())
        .allMatch(place -> place.want() instanceof Want.Closed);
  }

  private static List<String> running(Plan plan) {
    return plan.clocks().stream()
        .flatMap(
            dial ->
                dial.running() == null
                    ? Stream.empty()
                    : Stream.of(dial.name() + '@' + dial.running().holder().institution()))
        .toList();
  }

  private static StopCard card(Adoption adoption, Phase phase) {
    return card(adoption, phase, Paper.NONE);
  }

  private static StopCard card(Adoption adoption, Phase phase, Paper paper) {
    ClockState state = adoption == Adoption.AWAITED ? ClockState.RUNNING : ClockState.MISSED;
    return new StopCard(
        "order",
        phase,
        "",
        "station",
        List.of("county"),
        "999001",
        "bank",
        "990001****1234",
        5_000_000,
        Extension.NOT_REQUESTED,
        paper,
        paper == Paper.NONE
            ? List.of(new Clock("adoption", NOON, DUE, state, "测试"))
            : List.of(new Clock("paper", NOON, DUE, ClockState.RUNNING, "测试")),
        false,
        0,
        false,
        adoption,
        false,
        NOON);
  }
}
