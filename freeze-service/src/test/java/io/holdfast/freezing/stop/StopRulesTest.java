package io.holdfast.freezing.stop;

import static io.holdfast.freezing.stop.Given.ACKNOWLEDGE;
import static io.holdfast.freezing.stop.Given.CONSISTENT;
import static io.holdfast.freezing.stop.Given.DIFFERENT;
import static io.holdfast.freezing.stop.Given.EQUAL;
import static io.holdfast.freezing.stop.Given.NOON;
import static io.holdfast.freezing.stop.Given.OPERATOR;
import static io.holdfast.freezing.stop.Given.STOP;
import static io.holdfast.freezing.stop.Given.recordStop;
import static io.holdfast.freezing.stop.Given.then;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.freezing.account.Place;
import io.holdfast.freezing.match.MatchField;
import io.holdfast.freezing.routing.Routing;
import io.holdfast.freezing.stop.StopState.EndCause;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StopRulesTest {
  private static final Duration INSTANT = Duration.ofNanos(1);

  @Test
  void aStopRunsFromTheBanksExecutionForThePolicysLimit() {
    Instant executed = NOON.plusSeconds(40);
    StopOrder order = then(Given.acknowledged(), recordStop(EQUAL, executed), NOON.plusSeconds(90));
    assertThat(order.state())
        .isEqualTo(new StopState.Stopped(Ordinal.FIRST, executed, executed.plus(STOP)));
  }

  @Test
  void aTimeTheBankCannotHaveActedAtIsRefused() {
    Instant now = NOON.plusSeconds(3_600);
    Duration skew = AnswerRules.CLOCK_SKEW_MAX;
    assertThat(rejection(Given.acknowledged(), at(now.plus(skew).plus(INSTANT)), now))
        .isInstanceOf(Rejection.TimeImpossible.class);
    assertThat(rejection(Given.acknowledged(), at(NOON.minus(skew).minus(INSTANT)), now))
        .isEqualTo(new Rejection.TimeImpossible(NOON.minus(skew).minus(INSTANT), NOON, now));
    assertThat(then(Given.acknowledged(), at(now.plus(skew)), now).state())
        .as("a bank's clock a little ahead counts as now")
        .isEqualTo(new StopState.Stopped(Ordinal.FIRST, now, now.plus(STOP)));
    assertThat(then(Given.acknowledged(), at(NOON.minus(skew)), now).state())
        .as("a bank's clock a little behind counts as the order's time")
        .isEqualTo(new StopState.Stopped(Ordinal.FIRST, NOON, NOON.plus(STOP)));
  }

  private static StopCommand at(Instant time) {
    return recordStop(EQUAL, time);
  }

  @Test
  void aFieldThatDiffersForbidsTheStop() {
    assertThat(rejection(Given.acknowledged(), recordStop(DIFFERENT, null), NOON))
        .isEqualTo(new Rejection.Mismatch(List.of(MatchField.AMOUNT)));
  }

  @Test
  void aFieldThatIsOnlyConsistentWantsAReasonAndAPolicyThatAllowsIt() {
    var silent = recordStop(CONSISTENT, null);
    assertThat(rejection(Given.acknowledged(), silent, NOON))
        .isEqualTo(new Rejection.UnprovenReasonMissing(List.of(MatchField.NAME)));
    var told =
        new StopCommand.RecordStop(
            CONSISTENT, null, 1, 1, "开户行已电话核实", List.of(), null, List.of(), OPERATOR);
    assertThat(then(Given.acknowledged(), told, NOON).state().name())
        .isEqualTo(StopStateName.STOPPED);
    StopOrder strict =
        then(
            Given.issued(Given.limits(false, true)).delivered(NOON),
            new StopCommand.Acknowledge(),
            NOON);
    assertThat(rejection(strict, told, NOON))
        .isEqualTo(new Rejection.UnprovenNotAllowed(List.of(MatchField.NAME), "cn-test"));
  }

  @Test
  void nothingHeldIsAStopTooButNoMoreThanThereWas() {
    var nothing =
        new StopCommand.RecordStop(EQUAL, null, 0, 0, "", List.of(), null, List.of(), OPERATOR);
    assertThat(then(Given.acknowledged(), nothing, NOON).state().name())
        .isEqualTo(StopStateName.STOPPED);
    var more =
        new StopCommand.RecordStop(EQUAL, null, 5, 6, "", List.of(), null, List.of(), OPERATOR);
    assertThat(rejection(Given.acknowledged(), more, NOON))
        .isEqualTo(new Rejection.HeldExceedsBalance(6, 5));
  }

  @Test
  void aFailureNamesACause() {
    assertThat(
            rejection(Given.acknowledged(), new StopCommand.RecordFailure(" ", "", OPERATOR), NOON))
        .isEqualTo(new Rejection.CauseMissing());
  }

  @Test
  void releasedAtTheLapseInstantIsTooLate() {
    StopOrder order = Given.stopped();
    Instant lapse = NOON.plus(STOP);
    assertThat(then(order, new StopCommand.Release("无关"), lapse.minus(INSTANT)).state())
        .isEqualTo(new StopState.Released(lapse.minus(INSTANT), EndCause.POLICE, "无关"));
    assertThat(rejection(order, new StopCommand.Release("无关"), lapse))
        .isEqualTo(new Rejection.StopLapsed(lapse));
  }

  @Test
  void theTimeOfAStopEndsItSweeperOrNoSweeper() {
    StopOrder order = Given.stopped();
    assertThat(order.at(NOON.plus(STOP).minus(INSTANT)).state().name())
        .isEqualTo(StopStateName.STOPPED);
    assertThat(order.at(NOON.plus(STOP)).state())
        .isEqualTo(new StopState.Lapsed(Ordinal.FIRST, NOON, NOON.plus(STOP)));
  }

  @Test
  void aCommandTellsTheLapseNobodySwept() {
    StopOrder order = Given.withFiles(Given.stopped());
    Instant late = NOON.plus(STOP).plusSeconds(1);
    var events = events(order, Given.deliver(late), late);
    assertThat(events)
        .extracting(event -> event.getClass().getSimpleName())
        .containsExactly("StopLapsed", "ClockMissed", "PaperDelivered");
  }

  @Test
  void acknowledgingTwiceChangesNothing() {
    assertThat(events(Given.acknowledged(), new StopCommand.Acknowledge(), NOON)).isEmpty();
  }

  @Test
  void aDeskFasterThanTheWordOfItsOrderMayAnswer() {
    assertThat(then(Given.issued(), new StopCommand.Acknowledge(), NOON).sendTime())
        .isEqualTo(NOON);
    assertThat(then(Given.issued(), Given.recordNotOurs(""), NOON).state().name())
        .isEqualTo(StopStateName.NOT_OURS);
  }

  @Test
  void anUnroutedOrderGoesOutOnceAPersonNamesItsBank() {
    StopOrder order = Given.unrouted();
    assertThat(order.delivered(NOON)).isSameAs(order);
    Instant later = NOON.plusSeconds(30);
    StopOrder routed = then(order, route("bank-b", later), later);
    assertThat(routed.destination().bank()).isEqualTo("bank-b");
    assertThat(routed.state()).isEqualTo(new StopState.Issued(later));
    assertThat(routed.count()).isEqualTo(new Count.Pending(later));
    assertThat(routed.delivered(later).state()).isEqualTo(new StopState.Sent(later));
  }

  @Test
  void anotherBankLearnsNothingOfTheFirstOnesAnswer() {
    Instant later = NOON.plusSeconds(30);
    StopOrder routed = then(Given.notOurs(), route("bank-b", later), later);
    assertThat(routed.answer()).isNull();
    assertThat(routed.acknowledgeTime()).isNull();
    assertThat(Clocks.of(routed, later).getFirst().dueTime()).isEqualTo(later.plus(ACKNOWLEDGE));
  }

  private static StopCommand route(String bank, Instant now) {
    return new StopCommand.Route(
        new Destination.Bank(bank, Routing.Basis.BY_OFFICER, "chosen by hand", now), Given.SEAL);
  }

  @Test
  void anOrderKnownToBeBeyondTheCountGoesNowhere() {
    var made = Given.made(Given.found(), new Count.Exceeded(2));
    assertThat(made.events()).containsExactly(new StopEvent.StopWithdrawn(NOON, 2));
    assertThat(made.order().state())
        .isEqualTo(new StopState.Recalled(NOON, EndCause.COUNT_EXCEEDED, ""));
    assertThat(made.order().delivered(NOON)).isSameAs(made.order());
  }

  @Test
  void anOrderFoundBeyondTheCountLaterIsWithdrawnWhereverItStands() {
    var exceed = new StopCommand.ExceedCount(2);
    assertThat(then(Given.pending(), exceed, NOON).state())
        .isEqualTo(new StopState.Recalled(NOON, EndCause.COUNT_EXCEEDED, ""));
    StopOrder stopped =
        then(
            then(Given.pending(), new StopCommand.Acknowledge(), NOON),
            recordStop(EQUAL, null),
            NOON);
    assertThat(stopped.state())
        .isEqualTo(new StopState.Stopped(Ordinal.UNCOUNTED, NOON, NOON.plus(STOP)));
    assertThat(then(stopped, exceed, NOON).state())
        .isEqualTo(new StopState.Released(NOON, EndCause.COUNT_EXCEEDED, ""));
    assertThat(then(stopped, new StopCommand.TakeCount(2), NOON).state())
        .isEqualTo(new StopState.Stopped(Ordinal.SECOND, NOON, NOON.plus(STOP)));
  }

  @Test
  void aStopMadeIsUsedAndOneNeverMadeIsNot() {
    assertThat(Given.released().needsPlace(Place.Use.STOP)).isTrue();
    assertThat(Given.lapsed().needsPlace(Place.Use.STOP)).isTrue();
    assertThat(Given.recalled().needsPlace(Place.Use.STOP)).isFalse();
    assertThat(Given.mismatched().needsPlace(Place.Use.STOP)).isFalse();
    assertThat(Given.failed().needsPlace(Place.Use.STOP)).isFalse();
    assertThat(Given.notOurs().needsPlace(Place.Use.STOP)).isFalse();
    assertThat(Given.stopped().needsPlace(Place.Use.EXTENSION)).isFalse();
    assertThat(Given.extensionRequested().needsPlace(Place.Use.EXTENSION)).isTrue();
  }

  static Rejection rejection(StopOrder order, StopCommand command, Instant now) {
    return switch (StopRules.decide(order, command, now)) {
      case Decision.Accepted accepted -> throw new AssertionError(accepted);
      case Decision.Rejected(var why) -> why;
    };
  }

  static List<StopEvent> events(StopOrder order, StopCommand command, Instant now) {
    return switch (StopRules.decide(order, command, now)) {
      case Decision.Accepted(var events) -> events;
      case Decision.Rejected(var why) -> throw new AssertionError(why);
    };
  }
}
