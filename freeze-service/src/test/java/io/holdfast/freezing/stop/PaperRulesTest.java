package io.holdfast.freezing.stop;

import static io.holdfast.freezing.stop.Given.NOON;
import static io.holdfast.freezing.stop.Given.PAPER;
import static io.holdfast.freezing.stop.Given.REMEDY;
import static io.holdfast.freezing.stop.Given.then;
import static io.holdfast.freezing.stop.StopRulesTest.rejection;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaperRulesTest {
  private static final Instant DUE = NOON.plus(PAPER);
  private static final StopCommand DELIVER = Given.deliver(NOON);
  private static final PaperState.Term TERM = new PaperState.Term(NOON, DUE);

  @Test
  void papersAreOwedFromTheStopThatWentAheadOfThem() {
    assertThat(Given.acknowledged().paper().state()).isEqualTo(new PaperState.NotOwed());
    assertThat(Given.stopped().paper().state()).isEqualTo(new PaperState.Owed(TERM));
  }

  @Test
  void deliveredAtTheDueInstantIsLate() {
    StopOrder ready = Given.withFiles(Given.stopped());
    assertThat(late(then(ready, DELIVER, DUE.minusNanos(1)))).isFalse();
    assertThat(late(then(ready, DELIVER, DUE))).isTrue();
  }

  @Test
  void withoutNoticeAndPoliceIdThereIsNoDelivery() {
    assertThat(rejection(Given.stopped(), DELIVER, NOON))
        .isEqualTo(
            new Rejection.PaperIncomplete(
                List.of(PaperKind.STOP_NOTICE, PaperKind.POLICE_ID_COPY)));
    StopOrder half = then(Given.stopped(), Given.attach(PaperKind.STOP_NOTICE, NOON), NOON);
    assertThat(rejection(half, DELIVER, NOON))
        .isEqualTo(new Rejection.PaperIncomplete(List.of(PaperKind.POLICE_ID_COPY)));
  }

  @Test
  void refusedWithADefectTheUnitGetsTheLongerTermOnce() {
    Instant early = NOON.plusSeconds(60);
    assertThat(due(then(Given.delivered(), refuse(), early)))
        .as("the rest of the 24 hours is longer")
        .isEqualTo(DUE);
    Instant late = DUE.minusSeconds(60);
    StopOrder once = then(Given.delivered(), refuse(), late);
    assertThat(due(once)).as("the remedy is longer").isEqualTo(late.plus(REMEDY));
    Instant soon = late.plusSeconds(60);
    StopOrder again =
        then(then(once, Given.attach(PaperKind.STOP_NOTICE, soon), soon), DELIVER, soon);
    assertThat(due(then(again, refuse(), soon.plusSeconds(60))))
        .as("no second remedy")
        .isEqualTo(late.plus(REMEDY));
  }

  @Test
  void theSamePapersCannotBeDeliveredAgain() {
    StopOrder refused = then(Given.delivered(), refuse(), NOON);
    assertThat(rejection(refused, DELIVER, NOON)).isEqualTo(new Rejection.PaperUnmended("印章不清"));
    assertThat(rejection(refused, DELIVER, DUE.plusSeconds(1)))
        .as("nor when they are overdue")
        .isEqualTo(new Rejection.PaperUnmended("印章不清"));
  }

  @Test
  void refusedPapersNotMendedInTimeAreOverdue() {
    StopOrder refused = then(Given.delivered(), refuse(), NOON);
    assertThat(refused.at(DUE.minusNanos(1)).paper().state().name())
        .isEqualTo(PaperStateName.REFUSED);
    assertThat(refused.at(DUE).paper().state())
        .isEqualTo(
            new PaperState.Overdue(
                TERM,
                new PaperState.Refusal(
                    new PaperState.Delivery("P-1", NOON, false, NOON.plus(Given.COUNTERSIGN), null),
                    NOON,
                    "印章不清")));
  }

  @Test
  void whereTheBankStopsNothingNothingIsOwed() {
    for (StopOrder order :
        List.of(Given.mismatched(), Given.failed(), Given.notOurs(), Given.recalled())) {
      assertThat(order.paper().state()).isEqualTo(new PaperState.NotOwed());
    }
    assertThat(Given.released().paper().state().name()).isEqualTo(PaperStateName.OWED);
    assertThat(Given.lapsed().paper().state().name()).isNotEqualTo(PaperStateName.NOT_OWED);
  }

  @Test
  void overduePapersLetTheBankReleaseWhereThePolicySaysSo() {
    var release = new StopCommand.ReleaseOverdue("24小时未收到文书");
    assertThat(rejection(Given.stopped(), release, DUE.minusNanos(1)))
        .isEqualTo(new Rejection.PaperNotOverdue(PaperStateName.OWED));
    assertThat(then(Given.stopped(), release, DUE).state())
        .isEqualTo(new StopState.Released(DUE, StopState.EndCause.PAPER_OVERDUE, "24小时未收到文书"));
    StopOrder strict =
        then(
            then(Given.issued(Given.limits(true, false)), new StopCommand.Acknowledge(), NOON),
            Given.recordStop(Given.EQUAL, null),
            NOON);
    assertThat(rejection(strict, release, DUE))
        .isEqualTo(new Rejection.OverdueReleaseNotAllowed("cn-test"));
  }

  @Test
  void filesMayComeAheadOfTheStopButNotAfterItCameToNothing() {
    var notice = Given.attach(PaperKind.STOP_NOTICE, NOON);
    assertThat(then(Given.sent(), notice, NOON).paper().files()).hasSize(1);
    assertThat(rejection(Given.recalled(), notice, NOON))
        .isInstanceOf(Rejection.PaperWrongState.class);
    assertThat(rejection(Given.withFiles(Given.sent()), DELIVER, NOON))
        .isInstanceOf(Rejection.PaperWrongState.class);
  }

  @Test
  void filesAreBounded() {
    StopOrder order = Given.stopped();
    for (int i = 0; i < Paper.FILES_MAX; i++) {
      order = then(order, Given.attach(PaperKind.OTHER_PAPER, NOON), NOON);
    }
    assertThat(order.paper().files().getLast().number()).isEqualTo(Paper.FILES_MAX);
    assertThat(rejection(order, Given.attach(PaperKind.OTHER_PAPER, NOON), NOON))
        .isEqualTo(new Rejection.PaperFilesFull(Paper.FILES_MAX));
  }

  @Test
  void oneServesSeveralOrdersUnderOneNumber() {
    StopOrder first = Given.delivered();
    var shared =
        new StopCommand.DeliverPaper("P-1", NOON.plus(Given.COUNTERSIGN), first.paper().files());
    StopOrder other = then(Given.stopped(), shared, NOON);
    assertThat(other.paper().state()).isEqualTo(first.paper().state());
    assertThat(other.paper().files()).isEqualTo(first.paper().files());

    StopOrder hadOne = then(Given.stopped(), Given.attach(PaperKind.STOP_NOTICE, NOON), NOON);
    assertThat(then(hadOne, shared, NOON).paper().files())
        .as("files it has already are not taken twice")
        .extracting(PaperFile::number)
        .containsExactly(1, 2);
  }

  @Test
  void sharedFilesAreBoundedToo() {
    StopOrder full = Given.stopped();
    for (int i = 0; i < Paper.FILES_MAX; i++) {
      full = then(full, Given.attach(PaperKind.OTHER_PAPER, NOON), NOON);
    }
    var shared =
        new StopCommand.DeliverPaper(
            "P-1", NOON.plus(Given.COUNTERSIGN), Given.delivered().paper().files());
    assertThat(rejection(full, shared, NOON))
        .isEqualTo(new Rejection.PaperFilesFull(Paper.FILES_MAX));
  }

  @Test
  void whatIsBroughtByHandCountsFromThenWheneverItIsBooked() {
    StopOrder photographed =
        then(Given.stopped(), Given.attach(PaperKind.HAND_OVER_PHOTO, NOON), NOON);
    Instant booked = DUE.plusSeconds(600);
    StopOrder order = then(photographed, handOver(DUE.minusSeconds(1)), booked);
    assertThat(order.paper().state().delivery())
        .isEqualTo(
            new PaperState.Delivery(
                "止文1",
                DUE.minusSeconds(1),
                false,
                DUE.plus(Given.COUNTERSIGN),
                new PaperState.HandOver("999101", booked)));
    assertThat(late(then(photographed, handOver(DUE), booked))).isTrue();
  }

  @Test
  void aHandOverWantsAPhotoAndAPossibleTime() {
    Instant now = NOON.plusSeconds(60);
    assertThat(rejection(Given.stopped(), handOver(now), now))
        .isEqualTo(new Rejection.PaperIncomplete(List.of(PaperKind.HAND_OVER_PHOTO)));
    StopOrder photographed =
        then(Given.stopped(), Given.attach(PaperKind.HAND_OVER_PHOTO, NOON), NOON);
    for (Instant impossible :
        List.of(now.plusSeconds(1), photographed.request().issueTime().minusSeconds(1))) {
      assertThat(rejection(photographed, handOver(impossible), now))
          .isEqualTo(
              new Rejection.HandOverTimeImpossible(
                  impossible, photographed.request().issueTime(), now));
    }
  }

  @Test
  void afterARefusalOnlyWhatIsBroughtLaterMends() {
    Instant refusedAt = NOON.plusSeconds(60);
    StopOrder refused = then(Given.delivered(), refuse(), refusedAt);
    Instant now = NOON.plusSeconds(120);
    StopOrder photographed = then(refused, Given.attach(PaperKind.HAND_OVER_PHOTO, now), now);
    assertThat(rejection(photographed, handOver(NOON), now))
        .isEqualTo(new Rejection.HandOverTimeImpossible(NOON, refusedAt, now));
    assertThat(then(photographed, handOver(now), now).paper().state().name())
        .isEqualTo(PaperStateName.DELIVERED);
  }

  private static StopCommand handOver(Instant time) {
    return new StopCommand.BookHandOver("止文1", "999101", time, DUE.plus(Given.COUNTERSIGN));
  }

  private static StopCommand refuse() {
    return new StopCommand.RefusePaper("印章不清");
  }

  private static boolean late(StopOrder order) {
    return switch (order.paper().state()) {
      case PaperState.Delivered(_, var delivery, _) -> delivery.late();
      case PaperState.Owed _,
          PaperState.Overdue _,
          PaperState.Countersigned _,
          PaperState.Refused _,
          PaperState.NotOwed _ ->
          throw new AssertionError(order.paper());
    };
  }

  private static Instant due(StopOrder order) {
    return switch (order.paper().state()) {
      case PaperState.Refused(var term, _) -> term.dueTime();
      case PaperState.Owed _,
          PaperState.Overdue _,
          PaperState.Countersigned _,
          PaperState.Delivered _,
          PaperState.NotOwed _ ->
          throw new AssertionError(order.paper());
    };
  }
}
