package io.holdfast.freezing.stop;

import static io.holdfast.freezing.stop.Given.ACKNOWLEDGE;
import static io.holdfast.freezing.stop.Given.COUNTERSIGN;
import static io.holdfast.freezing.stop.Given.LIFT;
import static io.holdfast.freezing.stop.Given.NOON;
import static io.holdfast.freezing.stop.Given.PAPER;
import static io.holdfast.freezing.stop.Given.STOP;
import static io.holdfast.freezing.stop.Given.then;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.holdfast.freezing.stop.StopEvent.ClockMissed;
import io.holdfast.freezing.stop.StopEvent.ClockWarned;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClocksTest {
  @Test
  void everyWarningAndEveryEndFiresOnceAtItsInstant() {
    assertThat(run(Given.stopped()))
        .containsExactly(
            NOON.plus(PAPER).minus(Duration.ofHours(4)) + " PAPER warned 1",
            NOON.plus(PAPER) + " PAPER missed",
            NOON.plus(STOP).minus(Duration.ofHours(12)) + " STOP warned 1",
            NOON.plus(STOP).minus(Duration.ofHours(2)) + " STOP warned 2",
            NOON.plus(STOP) + " lapsed",
            NOON.plus(STOP).plus(LIFT).minus(Duration.ofMinutes(30)) + " LIFT warned 1",
            NOON.plus(STOP).plus(LIFT) + " LIFT missed");
  }

  @Test
  void anOrderNobodyTakesInHandIsToldAndWaitsOn() {
    assertThat(run(Given.issued()).subList(0, 2))
        .containsExactly(
            NOON.plus(ACKNOWLEDGE).minus(Duration.ofMinutes(2)) + " ACKNOWLEDGE warned 1",
            NOON.plus(ACKNOWLEDGE) + " ACKNOWLEDGE missed");
  }

  @Test
  void anExtensionStartsTheStopsClockAnew() {
    StopOrder extended =
        then(
            Given.extensionRequested(),
            new StopCommand.RecordExtension(null, Given.OPERATOR),
            NOON.plus(STOP).minusSeconds(1));
    assertThat(run(extended))
        .contains(
            NOON.plus(STOP).plus(STOP).minus(Duration.ofHours(12)) + " STOP warned 1",
            NOON.plus(STOP).plus(STOP) + " lapsed");
  }

  @Test
  void afterALongSleepOnlyTheEndIsTold() {
    Instant late = NOON.plus(STOP).plusSeconds(5);
    assertThat(Clocks.due(Given.stopped(), late))
        .containsExactly(
            new StopEvent.StopLapsed(NOON.plus(STOP)),
            new ClockMissed(ClockName.PAPER, NOON.plus(PAPER)));
  }

  @Test
  void warningsPassedTogetherAreToldOnce() {
    assertThat(Clocks.due(Given.stopped(), NOON.plus(STOP).minusSeconds(1)))
        .contains(new ClockWarned(ClockName.STOP, NOON.plus(STOP), 2))
        .hasSize(2);
  }

  @Test
  void deliveredPapersWaitForTheSecurityDesk() {
    assertThat(run(Given.delivered()))
        .contains(
            NOON.plus(COUNTERSIGN).minus(Duration.ofHours(1)) + " COUNTERSIGN warned 1",
            NOON.plus(COUNTERSIGN) + " COUNTERSIGN missed");
    StopOrder signed =
        then(Given.delivered(), new StopCommand.CountersignPaper(), NOON.plusSeconds(1));
    assertThat(run(signed)).noneMatch(line -> line.contains("COUNTERSIGN"));
  }

  @Test
  void aPendingCountWakesTheOrder() {
    assertThat(Clocks.next(Given.pending())).contains(NOON);
    assertThat(Clocks.next(Given.unrouted()).orElseThrow()).isAfter(NOON);
  }

  @Test
  void anEndedOrderSleepsForGood() {
    for (StopOrder order :
        List.of(
            then(Given.recalled(), new StopCommand.ConfirmLift(null, Given.OPERATOR), NOON),
            Given.mismatched(),
            Given.failed(),
            Given.notOurs())) {
      assertThat(Clocks.next(order)).isEmpty();
    }
  }

  @Test
  void clocksAreShownByTheirEndWithTheirArticle() {
    var clocks = Clocks.of(Given.stopped(), NOON.plusSeconds(1));
    assertThat(clocks)
        .extracting(clock -> clock.name() + " " + clock.state())
        .containsExactly("ACKNOWLEDGE MET", "SECOND_OFFICER MET", "PAPER RUNNING", "STOP RUNNING");
    assertThat(clocks.getLast().notice().basis()).contains("86号");
    assertThat(Clocks.of(Given.stopped(), NOON.plus(STOP)))
        .extracting(clock -> clock.name() + " " + clock.state())
        .containsExactly("ACKNOWLEDGE MET", "PAPER MISSED", "STOP MISSED", "LIFT RUNNING");
  }

  @Test
  void whatWasDoneIsShownWithItsTimeInTimeOrLate() {
    assertThat(Clocks.of(Given.stopped(), NOON.plusSeconds(1)))
        .filteredOn(clock -> clock.metTime() != null)
        .extracting(Clock::name)
        .containsExactly(ClockName.ACKNOWLEDGE, ClockName.SECOND_OFFICER);
    Instant late = NOON.plus(STOP).plusSeconds(1);
    StopOrder delivered = then(Given.withFiles(Given.stopped()), Given.deliver(late), late);
    assertThat(Clocks.of(delivered, late.plusSeconds(9)))
        .filteredOn(clock -> clock.name() == ClockName.PAPER)
        .extracting(Clock::state, Clock::metTime)
        .containsExactly(tuple(Clock.State.MISSED, late));
  }

  /** Everything the order's clocks tell when woken at each instant they ask for. */
  private static List<String> run(StopOrder start) {
    var told = new ArrayList<String>();
    StopOrder order = start;
    for (int woken = 0; woken < 100; woken++) {
      var next = Clocks.next(order);
      if (next.isEmpty()) {
        return told;
      }
      Instant now = next.get();
      assertThat(Clocks.due(order, now.minusNanos(1))).as("nothing before its time").isEmpty();
      for (StopEvent event : Clocks.due(order, now)) {
        told.add(now + " " + words(event));
      }
      order = then(order, new StopCommand.FireClocks(), now);
      assertThat(Clocks.due(order, now)).as("nothing twice").isEmpty();
    }
    throw new AssertionError("woken again and again: " + told);
  }

  private static String words(StopEvent event) {
    if (event instanceof ClockWarned(var clock, _, int warnings)) {
      return clock + " warned " + warnings;
    }
    if (event instanceof ClockMissed(var clock, _)) {
      return clock + " missed";
    }
    return event instanceof StopEvent.StopLapsed ? "lapsed" : event.toString();
  }
}
