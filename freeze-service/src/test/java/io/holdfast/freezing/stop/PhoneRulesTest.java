package io.holdfast.freezing.stop;

import static io.holdfast.freezing.stop.Given.NOON;
import static io.holdfast.freezing.stop.Given.PAPER;
import static io.holdfast.freezing.stop.Given.STOP;
import static io.holdfast.freezing.stop.Given.then;
import static io.holdfast.freezing.stop.SpokenGiven.ADOPTION;
import static io.holdfast.freezing.stop.SpokenGiven.CALL;
import static io.holdfast.freezing.stop.SpokenGiven.EXECUTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.freezing.phone.Adoption;
import io.holdfast.freezing.phone.AdoptionName;
import io.holdfast.freezing.phone.CallerProof;
import io.holdfast.freezing.phone.Spoken;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Orders born at a bank: who stands behind them, and what runs from when. */
class PhoneRulesTest {
  private static final String TABLE =
      """
      adoption         Adopt   AdoptOther Disown   ReleaseUnadopted RequestExtension Release
      none             -       -          -        -                ok               ok
      ADOPTION_AWAITED ADOPTED ADOPTED    DISOWNED -                -                ok
      UNADOPTED        ADOPTED ADOPTED    DISOWNED ok               -                ok
      DISOWNED         ADOPTED ADOPTED    ok       ok               -                ok
      ADOPTED          ok      -          -        -                ok               ok
      """;

  @Test
  void everyAdoptionMeetsEveryCommandAsTheTableSays() {
    Map<String, StopOrder> orders =
        Map.of(
            "none", Given.stopped(),
            "ADOPTION_AWAITED", SpokenGiven.phoned(),
            "UNADOPTED", SpokenGiven.phoned(),
            "DISOWNED", SpokenGiven.disowned(),
            "ADOPTED", SpokenGiven.adopted());
    Map<String, StopCommand> commands =
        Map.of(
            "Adopt",
            SpokenGiven.adopt("case-1"),
            "AdoptOther",
            SpokenGiven.adopt("case-2"),
            "Disown",
            SpokenGiven.disown(),
            "ReleaseUnadopted",
            new StopCommand.ReleaseUnadopted("无人认领"),
            "RequestExtension",
            new StopCommand.RequestExtension("仍需核查", 1, 2),
            "Release",
            new StopCommand.Release("与案件无关"));
    String[] lines = TABLE.split("\n");
    String[] columns = lines[0].trim().split("\\s+");
    for (int row = 1; row < lines.length; row++) {
      String[] cells = lines[row].trim().split("\\s+");
      Instant now = cells[0].equals("UNADOPTED") ? NOON.plus(ADOPTION) : NOON.plusSeconds(1);
      StopOrder order = Objects.requireNonNull(orders.get(cells[0]));
      for (int i = 1; i < cells.length; i++) {
        StopCommand command = Objects.requireNonNull(commands.get(columns[i]));
        assertThat(outcome(order, command, now))
            .as(cells[0] + " " + columns[i])
            .isEqualTo(cells[i]);
      }
    }
    assertThat(lines).hasSize(AdoptionName.values().length + 2);
  }

  private static String outcome(StopOrder order, StopCommand command, Instant now) {
    return switch (StopRules.decide(order, command, now)) {
      case Decision.Rejected _ -> "-";
      case Decision.Accepted(var events) -> {
        AdoptionName before = name(order.at(now));
        AdoptionName after = name(Evolution.evolve(order, events).at(now));
        yield before == after ? "ok" : String.valueOf(after);
      }
    };
  }

  private static AdoptionName name(StopOrder order) {
    Adoption adoption = order.spoken().adoption();
    return adoption == null ? AdoptionName.ADOPTED : adoption.name();
  }

  @Test
  void clocksRunFromTheTruth() {
    StopOrder order = SpokenGiven.phoned();
    assertThat(order.state())
        .isEqualTo(new StopState.Stopped(Ordinal.FIRST, EXECUTED, EXECUTED.plus(STOP)));
    assertThat(order.paper().state())
        .isEqualTo(new PaperState.Owed(new PaperState.Term(CALL, CALL.plus(PAPER))));
    assertThat(Clocks.of(order, NOON))
        .extracting(clock -> clock.name().word())
        .contains("adoption", "stop", "paper")
        .doesNotContain("second-officer");
  }

  @Test
  void theStationsTimeEndsAtItsEndAndNotBefore() {
    StopOrder order = SpokenGiven.phoned();
    Instant due = NOON.plus(ADOPTION);
    assertThat(name(order.at(due.minusMillis(1)))).isEqualTo(AdoptionName.ADOPTION_AWAITED);
    assertThat(name(order.at(due))).isEqualTo(AdoptionName.UNADOPTED);
    StopOrder swept = then(order, new StopCommand.FireClocks(), due);
    assertThat(swept.spoken().adoption()).isInstanceOf(Adoption.Unadopted.class);
    StopOrder released = then(order, new StopCommand.ReleaseUnadopted("无人认领"), due);
    assertThat(released.state())
        .isEqualTo(new StopState.Released(due, StopState.EndCause.NOT_ADOPTED, "无人认领"));
    StopOrder late = then(swept, SpokenGiven.adopt("case-1"), due.plusSeconds(60));
    assertThat(late.request().caseId()).isEqualTo("case-1");
    assertThat(late.seal()).isEqualTo(Given.SEAL);
    assertThat(Clocks.of(late, due.plusSeconds(60)))
        .filteredOn(clock -> clock.name() == ClockName.ADOPTION)
        .extracting(Clock::state)
        .containsExactly(Clock.State.MISSED);
  }

  @Test
  void theSecondOfficersTimeRunsFromTheAdoption() {
    StopOrder adopted =
        then(SpokenGiven.phoned(), SpokenGiven.adopt("case-1"), NOON.plusSeconds(9));
    assertThat(adopted.request().confirmation())
        .isEqualTo(new SecondOfficer.Unconfirmed(NOON.plusSeconds(9).plus(Given.SECOND_OFFICER)));
    assertThat(Clocks.of(adopted, NOON.plusSeconds(9)))
        .filteredOn(clock -> clock.name() == ClockName.SECOND_OFFICER)
        .extracting(Clock::startTime)
        .containsExactly(NOON.plusSeconds(9));
  }

  @Test
  void aCallToldOfLaterMovesThePapersTimeBackAndNeverForth() {
    StopOrder stopped = Given.stopped();
    Instant earlier = NOON.minusSeconds(600);
    StopOrder told = then(stopped, new StopCommand.RecordNotice(SpokenGiven.notice(earlier)), NOON);
    assertThat(told.paper().state())
        .isEqualTo(new PaperState.Owed(new PaperState.Term(earlier, earlier.plus(PAPER))));
    StopOrder again =
        then(
            told,
            new StopCommand.RecordNotice(SpokenGiven.notice(NOON.plusSeconds(60))),
            NOON.plusSeconds(60));
    assertThat(again.paper()).isEqualTo(told.paper());
    StopOrder acknowledged =
        then(Given.acknowledged(), new StopCommand.RecordNotice(SpokenGiven.notice(earlier)), NOON);
    assertThat(
            then(acknowledged, Given.recordStop(Given.EQUAL, null), NOON.plusSeconds(30))
                .paper()
                .state())
        .isEqualTo(new PaperState.Owed(new PaperState.Term(earlier, earlier.plus(PAPER))));
  }

  @Test
  void callsAreBoundedAndACallBackNeedsOne() {
    StopOrder order = Given.acknowledged();
    assertThat(
            StopRules.decide(order, new StopCommand.RecordCallback(SpokenGiven.callback()), NOON))
        .isEqualTo(new Decision.Rejected(new Rejection.OralNoticeMissing()));
    for (int i = 0; i < Spoken.NOTICES_MAX; i++) {
      order = then(order, new StopCommand.RecordNotice(SpokenGiven.notice(NOON)), NOON);
    }
    assertThat(
            StopRules.decide(order, new StopCommand.RecordNotice(SpokenGiven.notice(NOON)), NOON))
        .isEqualTo(new Decision.Rejected(new Rejection.OralNoticesFull(Spoken.NOTICES_MAX)));
    StopOrder proven = then(order, new StopCommand.RecordCallback(SpokenGiven.callback()), NOON);
    assertThat(proven.spoken().notices().getLast().proof())
        .isInstanceOf(CallerProof.ByCallback.class);
    assertThat(proven.spoken().notices().getFirst().proof())
        .isInstanceOf(CallerProof.NotProven.class);
  }

  /** Whatever station and bank do, in whatever order and at whatever times. */
  @Test
  void noOrderBelongsToTwoCasesOrIsLetGoWhileSomebodyStandsBehindIt() {
    long seed = Long.getLong("holdfast.seed", System.nanoTime());
    System.out.println("PhoneRulesTest: -Dholdfast.seed=" + seed);
    var random = new SplittableRandom(seed);
    for (int life = 0; life < 10_000; life++) {
      StopOrder order = SpokenGiven.phoned();
      Instant now = NOON;
      String bound = "";
      for (int step = 0; step < 8; step++) {
        now = now.plus(Duration.ofMinutes(random.nextInt(40)));
        StopCommand command = command(random);
        boolean forsaken = Objects.requireNonNull(order.at(now).spoken().adoption()).forsaken();
        if (StopRules.decide(order, command, now) instanceof Decision.Accepted(var events)) {
          order = Evolution.evolve(order, events);
          if (command instanceof StopCommand.ReleaseUnadopted) {
            assertThat(forsaken).as("seed " + seed + ", life " + life).isTrue();
          }
          bound = held(order, bound, "seed " + seed + ", life " + life);
        }
      }
    }
  }

  private static String held(StopOrder order, String bound, String as) {
    String caseId = order.request().caseId();
    if (!bound.isEmpty()) {
      assertThat(caseId).as(as).isEqualTo(bound);
    }
    assertThat(caseId.isEmpty()).as(as).isEqualTo(order.spoken().awaitsCase());
    assertThat(order.seal() == null).as(as).isEqualTo(caseId.isEmpty());
    return caseId;
  }

  private static StopCommand command(SplittableRandom random) {
    List<StopCommand> commands =
        List.of(
            SpokenGiven.adopt("case-1"),
            SpokenGiven.adopt("case-2"),
            SpokenGiven.disown(),
            new StopCommand.ReleaseUnadopted("无人认领"),
            new StopCommand.RecordNotice(SpokenGiven.notice(CALL)),
            new StopCommand.RecordCallback(SpokenGiven.callback()),
            new StopCommand.FireClocks(),
            new StopCommand.Release("与案件无关"));
    return commands.get(random.nextInt(commands.size()));
  }
}
