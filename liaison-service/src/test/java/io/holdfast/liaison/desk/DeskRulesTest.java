package io.holdfast.liaison.desk;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.liaison.desk.StopCard.Clock;
import io.holdfast.liaison.desk.StopCard.ClockState;
import io.holdfast.liaison.desk.StopCard.Extension;
import io.holdfast.liaison.desk.StopCard.Paper;
import io.holdfast.liaison.desk.StopCard.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DeskRulesTest {
  private static final Instant NOON = Instant.parse("2026-11-21T04:00:00Z");
  private static final Instant ACK_DUE = NOON.plus(Duration.ofMinutes(5));
  private static final Instant PAPER_DUE = NOON.plus(Duration.ofDays(1));
  private static final Instant STOP_DUE = NOON.plus(Duration.ofDays(2));

  private static final StopNews OTHER = new StopNews.Other();

  static Stream<Arguments> table() {
    return Stream.of(
        // phase, bank, extension, paper, news -> open tasks (kind@institution:desk), clocks
        row(Phase.OPEN, "bank", Extension.NOT_REQUESTED, Paper.OWED, OTHER)
            .opens("ANSWER_STOP@bank:LIAISON_DESK", "DELIVER_PAPER@station:UNIT_DESK")
            .runs("acknowledge@bank", "paper@station"),
        row(Phase.OPEN, "", Extension.NOT_REQUESTED, Paper.OWED, OTHER)
            .opens("ROUTE_STOP@county:SUPERVISOR_DESK", "DELIVER_PAPER@station:UNIT_DESK")
            .runs("acknowledge@county", "paper@station"),
        row(Phase.OPEN, "bank", Extension.NOT_REQUESTED, Paper.NONE, OTHER)
            .opens("ANSWER_STOP@bank:LIAISON_DESK")
            .runs("acknowledge@bank"),
        row(Phase.STOPPED, "bank", Extension.NOT_REQUESTED, Paper.OWED, OTHER)
            .opens("DELIVER_PAPER@station:UNIT_DESK")
            .runs("stop@station", "paper@station"),
        row(Phase.STOPPED, "bank", Extension.NOT_REQUESTED, Paper.OVERDUE, OTHER)
            .opens("DELIVER_PAPER@station:UNIT_DESK")
            .runs("stop@station", "paper@station"),
        row(Phase.STOPPED, "bank", Extension.NOT_REQUESTED, Paper.REFUSED, OTHER)
            .opens("DELIVER_PAPER@station:UNIT_DESK")
            .runs("stop@station", "paper@station"),
        row(Phase.STOPPED, "bank", Extension.NOT_REQUESTED, Paper.DELIVERED, OTHER)
            .opens("COUNTERSIGN_PAPER@bank:SECURITY_DESK")
            .runs("stop@station", "countersign@bank"),
        row(Phase.STOPPED, "bank", Extension.NOT_REQUESTED, Paper.COUNTERSIGNED, OTHER)
            .opens()
            .runs("stop@station"),
        row(Phase.STOPPED, "bank", Extension.REQUESTED, Paper.COUNTERSIGNED, OTHER)
            .opens("ANSWER_EXTENSION@bank:LIAISON_DESK")
            .runs("stop@station"),
        row(Phase.STOPPED, "bank", Extension.GRANTED, Paper.COUNTERSIGNED, new StopNews.Extended())
            .opens()
            .runs("stop@station"),
        row(
                Phase.STOPPED,
                "bank",
                Extension.NOT_REQUESTED,
                Paper.COUNTERSIGNED,
                new StopNews.Warned("stop"))
            .opens("STOP_ENDING@station:UNIT_DESK")
            .runs("stop@station"),
        row(
                Phase.STOPPED,
                "bank",
                Extension.REQUESTED,
                Paper.COUNTERSIGNED,
                new StopNews.Warned("stop"))
            .opens("STOP_ENDING@station:UNIT_DESK", "ANSWER_EXTENSION@bank:LIAISON_DESK")
            .runs("stop@station"),
        row(Phase.NOT_OURS, "bank", Extension.NOT_REQUESTED, Paper.OWED, OTHER)
            .opens("ROUTE_STOP@county:SUPERVISOR_DESK", "DELIVER_PAPER@station:UNIT_DESK")
            .runs("paper@station"),
        row(Phase.NOT_OURS, "bank", Extension.NOT_REQUESTED, Paper.DELIVERED, OTHER)
            .opens("ROUTE_STOP@county:SUPERVISOR_DESK")
            .runs("countersign@bank"),
        row(Phase.ENDED, "bank", Extension.NOT_REQUESTED, Paper.NONE, OTHER).opens().runs(),
        row(Phase.ENDED, "", Extension.NOT_REQUESTED, Paper.NONE, OTHER).opens().runs(),
        row(Phase.ENDED, "bank", Extension.REQUESTED, Paper.OVERDUE, OTHER)
            .opens("DELIVER_PAPER@station:UNIT_DESK")
            .runs("paper@station"));
  }

  @ParameterizedTest(name = "{0} -> {1}, {2}")
  @MethodSource("table")
  void eachChangePutsTheRightWorkOnTheRightDesk(Row row, List<String> tasks, List<String> clocks) {
    Plan plan = DeskRules.stop(row.card(), row.news());
    assertThat(open(plan).keySet()).containsExactlyInAnyOrderElementsOf(tasks);
    assertThat(running(plan)).containsExactlyInAnyOrderElementsOf(clocks);
  }

  @Test
  void everyDueTimeIsTheClocks() {
    Map<String, Want.Open> owed =
        open(
            DeskRules.stop(
                row(Phase.OPEN, "bank", Extension.NOT_REQUESTED, Paper.OWED, OTHER).card(), OTHER));
    assertThat(owed.get("ANSWER_STOP@bank:LIAISON_DESK"))
        .isEqualTo(new Want.Open(ACK_DUE, Urgency.NONE));
    assertThat(owed.get("DELIVER_PAPER@station:UNIT_DESK"))
        .isEqualTo(new Want.Open(PAPER_DUE, Urgency.NONE));
  }

  @Test
  void aWarnedOrMissedClockMakesItsOwnTaskUrgentAndNoOther() {
    StopCard card = row(Phase.OPEN, "bank", Extension.NOT_REQUESTED, Paper.OWED, OTHER).card();
    Map<String, Want.Open> warned = open(DeskRules.stop(card, new StopNews.Warned("paper")));
    assertThat(requireNonNull(warned.get("DELIVER_PAPER@station:UNIT_DESK")).urgency())
        .isEqualTo(Urgency.WARNED);
    assertThat(requireNonNull(warned.get("ANSWER_STOP@bank:LIAISON_DESK")).urgency())
        .isEqualTo(Urgency.NONE);
    Map<String, Want.Open> missed = open(DeskRules.stop(card, new StopNews.Missed("acknowledge")));
    assertThat(requireNonNull(missed.get("ANSWER_STOP@bank:LIAISON_DESK")).urgency())
        .isEqualTo(Urgency.MISSED);
  }

  @Test
  void aStationWithoutAncestorsPlacesItsOwnStrays() {
    StopCard card = row(Phase.OPEN, "", Extension.NOT_REQUESTED, Paper.NONE, OTHER).card();
    var root =
        new StopCard(
            card.order(),
            card.phase(),
            card.caseId(),
            card.station(),
            List.of(),
            card.region(),
            card.bank(),
            card.maskedAccount(),
            card.amountFen(),
            card.extension(),
            card.paper(),
            card.clocks(),
            card.liftOwed(),
            card.heldBack(),
            card.awaitsCorrection(),
            card.adoption(),
            card.joined(),
            card.issueTime());
    assertThat(open(DeskRules.stop(root, OTHER)).keySet())
        .containsExactly("ROUTE_STOP@station:SUPERVISOR_DESK");
  }

  @Test
  void whatTheBankAndTheUnitOweAfterTheAnswerLiesOnTheirDesks() {
    StopCard plain = row(Phase.ENDED, "bank", Extension.NOT_REQUESTED, Paper.NONE, OTHER).card();
    assertThat(open(DeskRules.stop(owing(plain, false, 0, false), OTHER))).isEmpty();
    Plan lift = DeskRules.stop(owing(plain, true, 0, false), OTHER);
    assertThat(open(lift).keySet()).containsExactly("CONFIRM_LIFT@bank:LIAISON_DESK");
    assertThat(running(lift)).containsExactly("lift@bank");
    assertThat(open(DeskRules.stop(owing(plain, false, 2, true), OTHER)).keySet())
        .containsExactly("MEND_STOP@station:UNIT_DESK", "DECIDE_LAYER@station:UNIT_DESK");
  }

  @Test
  void anOrderThatHasJoinedAnothersStopLiesOnNoDeskOfTheBank() {
    StopCard plain = row(Phase.OPEN, "bank", Extension.REQUESTED, Paper.NONE, OTHER).card();
    assertThat(open(DeskRules.stop(joined(plain, List.of()), new StopNews.Arrived(true))))
        .isEmpty();
    StopCard stopped = row(Phase.STOPPED, "bank", Extension.REQUESTED, Paper.NONE, OTHER).card();
    Plan noticed =
        DeskRules.stop(
            joined(stopped, List.of(clock("release-notice", PAPER_DUE, ClockState.RUNNING))),
            OTHER);
    assertThat(open(noticed).keySet()).containsExactly("GIVE_WORD@station:UNIT_DESK");
    assertThat(running(noticed)).containsExactly("release-notice@station");
    assertThat(open(DeskRules.stop(joined(stopped, List.of()), OTHER))).isEmpty();
  }

  private static StopCard joined(StopCard card, List<StopCard.Clock> clocks) {
    return new StopCard(
        card.order(),
        card.phase(),
        card.caseId(),
        card.station(),
        card.stationAncestors(),
        card.region(),
        card.bank(),
        card.maskedAccount(),
        card.amountFen(),
        card.extension(),
        card.paper(),
        clocks,
        false,
        0,
        false,
        card.adoption(),
        true,
        card.issueTime());
  }

  private static StopCard owing(StopCard card, boolean lift, int heldBack, boolean mend) {
    return new StopCard(
        card.order(),
        card.phase(),
        card.caseId(),
        card.station(),
        card.stationAncestors(),
        card.region(),
        card.bank(),
        card.maskedAccount(),
        card.amountFen(),
        card.extension(),
        card.paper(),
        lift ? List.of(clock("lift", STOP_DUE, ClockState.MISSED)) : card.clocks(),
        lift,
        heldBack,
        mend,
        card.adoption(),
        false,
        card.issueTime());
  }

  @Test
  void aCaseUnderReviewLiesOnTheCountysDeskUntilItIsDecided() {
    Plan review = FilingRules.of(note(CaseNote.Phase.REVIEW));
    assertThat(open(review).keySet()).containsExactly("DECIDE_FILING@county:UNIT_DESK");
    assertThat(open(FilingRules.of(note(CaseNote.Phase.FILED)))).isEmpty();
    assertThat(open(FilingRules.of(note(CaseNote.Phase.RECEIVED)))).isEmpty();
  }

  @Test
  void whatACaseOwesPressesTheStationAndOnceMissedTheSupervisors() {
    Plan warned =
        FilingRules.of(
            note(CaseNote.Phase.RECEIVED, owed("entry", CaseNote.ClockState.RUNNING, true)));
    assertThat(open(warned))
        .containsExactly(
            Map.entry("MOVE_CASE@station:UNIT_DESK", new Want.Open(STOP_DUE, Urgency.WARNED)));
    Plan missed =
        FilingRules.of(
            note(CaseNote.Phase.REVIEW, owed("filing-decision", CaseNote.ClockState.MISSED, true)));
    // Once it is the county's to decide, it is no longer the station's to move.
    assertThat(open(missed).keySet())
        .containsExactly("DECIDE_FILING@county:UNIT_DESK", "MOVE_CASE@county:SUPERVISOR_DESK");
    assertThat(missed.clocks())
        .filteredOn(dial -> dial.running() != null)
        .extracting(Plan.Dial::name)
        .containsExactly("filing-decision");
    Plan refused =
        FilingRules.of(
            note(
                CaseNote.Phase.NOT_FILED,
                owed("filing-decision", CaseNote.ClockState.MET, true),
                owed("filing-notice", CaseNote.ClockState.RUNNING, false)));
    assertThat(open(refused))
        .containsExactly(
            Map.entry("SERVE_NOTICE@station:UNIT_DESK", new Want.Open(STOP_DUE, Urgency.NONE)));
    Plan told =
        FilingRules.of(
            note(CaseNote.Phase.NOT_FILED, owed("filing-notice", CaseNote.ClockState.MET, true)));
    assertThat(open(told)).isEmpty();
  }

  private static CaseNote.Clock owed(String name, CaseNote.ClockState state, boolean warned) {
    return new CaseNote.Clock(name, STOP_DUE.minusSeconds(60), STOP_DUE, state, warned, "测试");
  }

  private static CaseNote note(CaseNote.Phase phase, CaseNote.Clock... clocks) {
    return new CaseNote(
        "case",
        phase,
        "station",
        List.of("county", "city"),
        "999001",
        "R-1",
        5_000_000,
        List.of(clocks));
  }

  private static Map<String, Want.Open> open(Plan plan) {
    Map<String, Want.Open> open = new LinkedHashMap<>();
    for (Plan.Place place : plan.tasks()) {
      if (place.want() instanceof Want.Open want) {
        open.put(place.kind() + "@" + place.mailbox().id(), want);
      }
    }
    return open;
  }

  private static List<String> running(Plan plan) {
    var running = new ArrayList<String>();
    for (Plan.Dial dial : plan.clocks()) {
      Plan.Running clock = dial.running();
      if (clock != null) {
        running.add(dial.name() + '@' + clock.holder().institution());
      }
    }
    return running;
  }

  record Row(StopCard card, StopNews news) {
    Expected opens(String... tasks) {
      return new Expected(this, List.of(tasks));
    }

    @Override
    public String toString() {
      return Stream.of(card.phase(), card.bank(), card.extension(), card.paper(), news)
          .map(Object::toString)
          .collect(Collectors.joining(" "));
    }
  }

  record Expected(Row row, List<String> tasks) {
    Arguments runs(String... clocks) {
      return Arguments.of(row, tasks, List.of(clocks));
    }
  }

  private static Row row(
      Phase phase, String bank, Extension extension, Paper paper, StopNews news) {
    var clocks = new ArrayList<Clock>();
    clocks.add(
        clock("acknowledge", ACK_DUE, phase == Phase.OPEN ? ClockState.RUNNING : ClockState.MET));
    if (phase == Phase.STOPPED) {
      clocks.add(clock("stop", STOP_DUE, ClockState.RUNNING));
    }
    switch (paper) {
      case OWED, REFUSED -> clocks.add(clock("paper", PAPER_DUE, ClockState.RUNNING));
      case OVERDUE -> clocks.add(clock("paper", PAPER_DUE, ClockState.MISSED));
      case DELIVERED -> {
        clocks.add(clock("paper", PAPER_DUE, ClockState.MET));
        clocks.add(clock("countersign", PAPER_DUE, ClockState.RUNNING));
      }
      case COUNTERSIGNED -> clocks.add(clock("countersign", PAPER_DUE, ClockState.MET));
      case NONE -> {}
    }
    var card =
        new StopCard(
            "order",
            phase,
            "case",
            "station",
            List.of("county", "city"),
            "999001",
            bank,
            "990001****1234",
            5_000_000,
            extension,
            paper,
            clocks,
            false,
            0,
            false,
            Adoption.NONE,
            false,
            NOON);
    return new Row(card, news);
  }

  private static Clock clock(String name, Instant due, ClockState state) {
    return new Clock(name, NOON, due, state, "银发〔2016〕86号");
  }
}
