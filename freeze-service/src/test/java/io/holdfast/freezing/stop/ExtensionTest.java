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

  @Test
  void aWrongAnswerTakenBackLeavesTheStateTheRightOneWouldHaveLeft() {
    StopOrder asked = Given.extensionRequested();
    Instant answer = NOON.plusSeconds(600);
    Instant later = NOON.plusSeconds(7_200);
    StopCommand refuse = new StopCommand.RefuseExtension("", "账户已销户", OPERATOR);
    StopOrder right = then(asked, refuse, answer);
    StopOrder mended = then(then(asked, grant(null), answer), Given.toRefusal(), later);
    assertThat(mended.state()).isEqualTo(right.state());
    assertThat(mended.extension()).isEqualTo(right.extension());
    assertThat(Clocks.of(mended, later)).isEqualTo(Clocks.of(right, later));
    assertThat(mended.earlierExtensions()).hasSize(1);

    StopOrder granted = then(asked, grant(answer), answer);
    StopOrder made = then(then(asked, refuse, answer), Given.toExtension(answer), later);
    assertThat(made.state()).isEqualTo(granted.state());
    assertThat(made.extension()).isEqualTo(granted.extension());
    assertThat(Clocks.of(made, later)).isEqualTo(Clocks.of(granted, later));
  }

  @Test
  void aStopThatHadRunOutRunsAgainByTheRightAnswerUnlessItsEndIsConfirmed() {
    StopOrder refused =
        then(
            Given.extensionRequested(),
            new StopCommand.RefuseExtension("系统维护", "", OPERATOR),
            END.minusSeconds(60));
    StopOrder again = then(refused, Given.toExtension(null), END.plusSeconds(600));
    assertThat(again.state()).isEqualTo(new StopState.Stopped(Ordinal.SECOND, END, END.plus(STOP)));
    StopOrder lifted =
        then(refused, new StopCommand.ConfirmLift(null, OPERATOR), END.plusSeconds(60));
    assertThat(rejection(lifted, Given.toExtension(null), END.plusSeconds(600)))
        .isEqualTo(new Rejection.AnswerNotCorrectable(Rejection.AnswerNotCorrectable.Why.LIFTED));
    // The other way round the first stop has ended by the right answer.
    StopOrder wrong = then(Given.extensionRequested(), grant(null), END.minusSeconds(60));
    assertThat(then(wrong, Given.toRefusal(), END.plusSeconds(600)).state())
        .isInstanceOf(StopState.Lapsed.class);
  }

  @Test
  void onlyWhatWasAnsweredIsCorrected() {
    assertThat(rejection(Given.extensionRequested(), Given.toRefusal(), NOON))
        .isEqualTo(new Rejection.ExtensionNotAnswered());
    assertThat(rejection(Given.stopped(), Given.toExtension(null), NOON))
        .isEqualTo(new Rejection.ExtensionNotAnswered());
    StopOrder order = then(Given.extensionRequested(), grant(null), NOON);
    assertThat(
            rejection(
                order,
                new StopCommand.CorrectToRefusal(
                    new StopCommand.RefuseExtension(" ", "", OPERATOR), "按错"),
                NOON))
        .isEqualTo(new Rejection.CauseMissing());
    assertThat(rejection(order, Given.toExtension(NOON.minusSeconds(7_200)), NOON))
        .isInstanceOf(Rejection.TimeImpossible.class);
  }

  private static StopCommand grant(@org.jspecify.annotations.Nullable Instant executeTime) {
    return new StopCommand.RecordExtension(executeTime, OPERATOR);
  }
}
