package io.holdfast.freezing.stop;

import static io.holdfast.freezing.stop.Given.NOON;
import static io.holdfast.freezing.stop.Given.OPERATOR;
import static io.holdfast.freezing.stop.Given.STOP;
import static io.holdfast.freezing.stop.Given.then;
import static io.holdfast.freezing.stop.StopRulesTest.rejection;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ExtensionTest {
  private static final Instant END = NOON.plus(STOP);
  private static final StopCommand ASK = new StopCommand.RequestExtension("仍需核查", 1, 2);

  @Test
  void answeredBeforeTheFirstStopEndsTheSecondFollowsIt() {
    StopOrder order = then(Given.extensionRequested(), grant(null), END.minusSeconds(1));
    assertThat(order.state()).isEqualTo(new StopState.Stopped(Ordinal.SECOND, END, END.plus(STOP)));
  }

  @Test
  void answeredAtTheEndOrLaterItRunsFromTheBanksExecution() {
    Instant later = END.plusSeconds(600);
    assertThat(then(Given.extensionRequested(), grant(null), END).state())
        .isEqualTo(new StopState.Stopped(Ordinal.SECOND, END, END.plus(STOP)));
    assertThat(then(Given.extensionRequested(), grant(later.minusSeconds(60)), later).state())
        .isEqualTo(
            new StopState.Stopped(
                Ordinal.SECOND, later.minusSeconds(60), later.minusSeconds(60).plus(STOP)));
  }

  @Test
  void thereIsNoThirdStop() {
    StopOrder twice = then(Given.extensionRequested(), grant(null), NOON);
    assertThat(rejection(twice, ASK, NOON)).isEqualTo(new Rejection.AlreadyExtended());
    assertThat(rejection(Given.extensionRequested(), ASK, NOON))
        .isEqualTo(new Rejection.AlreadyExtended());
  }

  @Test
  void itIsAskedForWhileTheFirstStopRuns() {
    assertThat(rejection(Given.stopped(), ASK, END)).isEqualTo(new Rejection.StopLapsed(END));
    assertThat(then(Given.stopped(), ASK, END.minusNanos(1)).extension())
        .isInstanceOf(Extension.Requested.class);
  }

  @Test
  void refusedItLeavesTheFirstStopToItsEndAndMayBeAskedAgain() {
    StopOrder order =
        then(
            Given.extensionRequested(),
            new StopCommand.RefuseExtension("系统维护", "", OPERATOR),
            NOON);
    assertThat(order.state()).isEqualTo(Given.stopped().state());
    assertThat(then(order, ASK, NOON).extension()).isInstanceOf(Extension.Requested.class);
  }

  @Test
  void nobodyExtendsUnasked() {
    assertThat(rejection(Given.stopped(), grant(null), NOON))
        .isEqualTo(new Rejection.ExtensionNotRequested());
    assertThat(rejection(Given.lapsed(), grant(null), NOON))
        .isEqualTo(new Rejection.ExtensionNotRequested());
  }

  @Test
  void theBankCannotHaveExtendedBeforeItWasAsked() {
    assertThat(
            rejection(
                Given.extensionRequested(),
                grant(NOON.minus(AnswerRules.CLOCK_SKEW_MAX).minusSeconds(1)),
                NOON.plusSeconds(600)))
        .isInstanceOf(Rejection.TimeImpossible.class);
  }

  private static StopCommand grant(@org.jspecify.annotations.Nullable Instant executeTime) {
    return new StopCommand.RecordExtension(executeTime, OPERATOR);
  }
}
