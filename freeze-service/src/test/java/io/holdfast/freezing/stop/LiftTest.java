package io.holdfast.freezing.stop;

import static io.holdfast.freezing.stop.Given.LIFT;
import static io.holdfast.freezing.stop.Given.NOON;
import static io.holdfast.freezing.stop.Given.OPERATOR;
import static io.holdfast.freezing.stop.Given.then;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LiftTest {
  @Test
  void everyEndOfAHoldIsToBeConfirmed() {
    for (StopOrder ended : List.of(Given.released(), Given.lapsed(), Given.recalled())) {
      assertThat(Lift.of(ended, NOON)).isEqualTo(new Lift.Owed(NOON, NOON.plus(LIFT)));
    }
    for (StopOrder running :
        List.of(Given.issued(), Given.stopped(), Given.mismatched(), Given.converted())) {
      assertThat(Lift.of(running, NOON)).isEqualTo(new Lift.NotOwed());
    }
  }

  @Test
  void whatNeverReachedABankIsNotLifted() {
    StopOrder recalled = then(Given.unrouted(), new StopCommand.Recall("误报"), NOON);
    assertThat(Lift.of(recalled, NOON)).isEqualTo(new Lift.NotOwed());
  }

  @Test
  void theInstantOfTheEndIsTooLate() {
    StopOrder released = Given.released();
    assertThat(Lift.of(released, NOON.plus(LIFT).minusMillis(1))).isInstanceOf(Lift.Owed.class);
    assertThat(Lift.of(released, NOON.plus(LIFT))).isInstanceOf(Lift.Overdue.class);
    assertThat(Clocks.due(released, NOON.plus(LIFT)))
        .containsExactly(new StopEvent.ClockMissed(ClockName.LIFT, NOON.plus(LIFT)));
  }

  @Test
  void theBankConfirmsOnceAndNotForATimeBeforeTheEnd() {
    var confirm = new StopCommand.ConfirmLift(NOON.plusSeconds(60), OPERATOR);
    StopOrder confirmed = then(Given.released(), confirm, NOON.plusSeconds(120));
    assertThat(Lift.of(confirmed, NOON.plus(LIFT))).isInstanceOf(Lift.Confirmed.class);
    assertThat(Clocks.due(confirmed, NOON.plus(LIFT))).isEmpty();
    assertThat(StopRules.decide(confirmed, confirm, NOON.plusSeconds(180)))
        .isEqualTo(Decision.accept());
    var early = new StopCommand.ConfirmLift(NOON.minusSeconds(600), OPERATOR);
    assertThat(StopRules.decide(Given.released(), early, NOON.plusSeconds(120)))
        .isInstanceOf(Decision.Rejected.class);
  }
}
