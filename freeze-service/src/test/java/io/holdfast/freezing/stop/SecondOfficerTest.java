package io.holdfast.freezing.stop;

import static io.holdfast.freezing.stop.Given.NOON;
import static io.holdfast.freezing.stop.Given.SECOND_OFFICER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The second officer's own word: the order goes without it, and the bank sees that. */
class SecondOfficerTest {
  private static final Instant DUE = NOON.plus(SECOND_OFFICER);
  private static final Officer OFFICER = Given.request(Given.limits()).secondOfficer();

  @Test
  void unconfirmedUntilTheInstantItIsOverdue() {
    StopRequest request = unconfirmed().request();
    assertThat(request.confirmation().at(DUE.minusNanos(1)))
        .isEqualTo(new SecondOfficer.Unconfirmed(DUE));
    assertThat(request.confirmation().at(DUE)).isEqualTo(new SecondOfficer.Overdue(DUE));
    assertThat(clock(unconfirmed(), DUE.minusNanos(1))).isEqualTo(Clock.State.RUNNING);
    assertThat(clock(unconfirmed(), DUE)).isEqualTo(Clock.State.MISSED);
  }

  @Test
  void confirmedInTimeOrLate() {
    StopOrder inTime = confirmed(unconfirmed(), DUE.minusNanos(1));
    assertThat(clock(inTime, DUE)).isEqualTo(Clock.State.MET);
    assertThat(Clocks.due(inTime, DUE))
        .noneMatch(event -> event.toString().contains("SECOND_OFFICER"));
    StopOrder late = confirmed(unconfirmed(), DUE);
    assertThat(clock(late, DUE)).isEqualTo(Clock.State.MISSED);
    assertThat(late.request().confirmation())
        .isEqualTo(new SecondOfficer.Confirmed(DUE, OFFICER, DUE));
    assertThat(confirmed(late, DUE.plusSeconds(9))).isEqualTo(late);
  }

  @Test
  void hisClockWarnsAndEndsOnce() {
    assertThat(Clocks.due(unconfirmed(), DUE))
        .contains(new StopEvent.ClockMissed(ClockName.SECOND_OFFICER, DUE));
    assertThat(Clocks.due(unconfirmed(), DUE.minusSeconds(1)))
        .contains(new StopEvent.ClockWarned(ClockName.SECOND_OFFICER, DUE, 1));
  }

  @Test
  void anEndedOrderWaitsForHimNoMore() {
    StopOrder recalled =
        Given.then(unconfirmed(), new StopCommand.Recall("测试"), NOON.plusSeconds(1));
    assertThat(Clocks.of(recalled, DUE))
        .noneMatch(clock -> clock.name() == ClockName.SECOND_OFFICER);
    assertThat(Clocks.next(recalled)).isEmpty();
    assertThat(confirmed(recalled, DUE).request().confirmation())
        .isInstanceOf(SecondOfficer.Confirmed.class);
  }

  private static StopOrder unconfirmed() {
    StopRequest request = Given.request(Given.limits()).with(new SecondOfficer.Unconfirmed(DUE));
    return MadeOrder.make(request, Given.found(), new Count.Taken(1), Given.SEAL, NOON).order();
  }

  private static StopOrder confirmed(StopOrder order, Instant time) {
    var confirm = new StopCommand.ConfirmSecondOfficer(OFFICER, time);
    return switch (StopRules.decide(order, confirm, NOON)) {
      case Decision.Accepted(var events) -> Evolution.evolve(order, events);
      case Decision.Rejected(var why) -> throw new AssertionError("rejected: " + why);
    };
  }

  private static Clock.State clock(StopOrder order, Instant now) {
    List<Clock> found =
        Clocks.of(order, now).stream()
            .filter(clock -> clock.name() == ClockName.SECOND_OFFICER)
            .toList();
    assertThat(found).hasSize(1);
    return found.getFirst().state();
  }
}
