package io.holdfast.freezing;

import static io.holdfast.freezing.FreezeBench.ACCOUNT;
import static io.holdfast.freezing.FreezeBench.asked;
import static io.holdfast.freezing.FreezeBench.order;
import static io.holdfast.freezing.FreezeBench.received;
import static io.holdfast.testkit.Refusals.reason;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.freezing.stop.Count;
import io.holdfast.freezing.stop.StopStateName;
import io.holdfast.kit.id.Ids;
import io.holdfast.kit.mongo.MongoStore;
import io.holdfast.proto.access.v1.Receiver;
import io.holdfast.proto.access.v1.Role;
import io.holdfast.proto.freezing.v1.GetStopOrderRequest;
import io.holdfast.proto.freezing.v1.RecordFailureRequest;
import io.holdfast.proto.freezing.v1.RequestExtensionRequest;
import io.holdfast.proto.freezing.v1.StopOrder;
import io.holdfast.proto.freezing.v1.StopState;
import io.holdfast.testkit.Eventually;
import io.holdfast.testkit.ManualClock;
import io.holdfast.testkit.TestTokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How often an account is stopped, whoever asks and however often. */
class CountTest extends OnBench {
  private static final int STATIONS = 8;

  @Test
  void eightStationsAtOneInstantShareOneStop() throws Exception {
    try (var other = new FreezeBench(stores.again(store), ManualClock.atNoon(), true);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var start = new CountDownLatch(1);
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < STATIONS; i++) {
        var replica = i % 2 == 0 ? bench : other;
        String caseId = caseOf(i);
        var event = received(caseId, 1, asked(Ids.derived("station", "" + i), caseId, ACCOUNT));
        running.add(
            threads.submit(
                () -> {
                  start.await();
                  replica.service.caseEvents().handle(List.of(event));
                  // At least once: a repeat makes nothing new.
                  replica.service.caseEvents().handle(List.of(event));
                  return true;
                }));
      }
      start.countDown();
      for (Future<?> one : running) {
        one.get(30, TimeUnit.SECONDS);
      }
      var leading = new ArrayList<String>();
      for (int i = 0; i < STATIONS; i++) {
        String id = order(caseOf(i), 1);
        if (!bench.stored(id).state().joined()) {
          leading.add(id);
        }
      }
      assertThat(leading).as("one stop, and no other order at the bank").hasSize(1);
      String lead = leading.getFirst();
      assertThat(bench.stored(lead).state().count()).isEqualTo(new Count.Taken(1));
      for (int i = 0; i < STATIONS; i++) {
        String id = order(caseOf(i), 1);
        if (!id.equals(lead)) {
          Eventually.holds(
              "no interest is lost",
              () -> {
                // An errand that found its leading order still in the making comes again.
                bench.clock.advance(Duration.ofSeconds(1));
                other.clock.advance(Duration.ofSeconds(1));
                return bench.stored(lead).state().shares().interest(id).isPresent();
              });
          var outlets = i % 2 == 0 ? bench : other;
          Eventually.holds(
              "its station is told",
              () -> outlets.told(Receiver.CASE_SERVICE, id).contains("INTEREST_JOINED"));
        }
      }
    }
  }

  private static String caseOf(int i) {
    return Ids.derived("case", "" + i);
  }

  @Test
  void anOrderThatCameToNothingGivesItsPlaceToTheNext() {
    make(0);
    make(1);
    String first = order(caseOf(0), 1);
    String second = order(caseOf(1), 1);
    Eventually.holds(
        "joined", () -> bench.stored(first).state().shares().interest(second).isPresent());
    bench.banker().acknowledgeStopOrder(StopLifeTest.acknowledge(first));
    StopOrder failed =
        bench
            .banker()
            .recordFailure(
                RecordFailureRequest.newBuilder().setId(first).setTechnicalCause("系统维护").build());
    assertThat(failed.getState()).isEqualTo(StopState.FAILED);
    Eventually.holds(
        "alone, by the first place",
        () -> bench.stored(second).state().count().equals(new Count.Taken(1)));
    Eventually.holds(
        "on the bank's desk",
        () -> bench.stored(second).state().state().name() == StopStateName.SENT);
    make(2);
    assertThat(bench.stored(order(caseOf(2), 1)).state().count())
        .isEqualTo(new Count.Joined(second, false));
  }

  @Test
  void whoFindsEveryStopUsedIsToldSo() {
    for (int i = 0; i < 2; i++) {
      make(i);
      lapse(order(caseOf(i), 1));
    }
    make(2);
    StopOrder annulled =
        bench
            .stub(
                TestTokens.person(
                    "w", Ids.derived("station", "2"), FreezeBench.REGION, Role.STATION_OFFICER))
            .getStopOrder(GetStopOrderRequest.newBuilder().setId(order(caseOf(2), 1)).build());
    assertThat(annulled.getState()).isEqualTo(StopState.ANNULLED);
    assertThat(annulled.getEndReason()).startsWith("STOP_COUNT_EXCEEDED");
    Eventually.holds(
        "the case too",
        () ->
            bench
                .told(Receiver.CASE_SERVICE, order(caseOf(2), 1))
                .equals(List.of("STOP_WITHDRAWN")));
  }

  private void lapse(String id) {
    bench.banker().acknowledgeStopOrder(StopLifeTest.acknowledge(id));
    bench.banker().recordStop(StopLifeTest.stop(id, id).build());
    bench.clock.advance(Duration.ofHours(49));
  }

  @Test
  void theAccountsSecondStopCannotBeExtended() {
    make(0);
    lapse(order(caseOf(0), 1));
    make(1);
    String second = order(caseOf(1), 1);
    bench.banker().acknowledgeStopOrder(StopLifeTest.acknowledge(second));
    StopOrder stopped = bench.banker().recordStop(StopLifeTest.stop(second, "s").build());
    assertThat(stopped.getState()).isEqualTo(StopState.STOPPED);
    var officer =
        bench.stub(
            TestTokens.person(
                "w", Ids.derived("station", "1"), FreezeBench.REGION, Role.STATION_OFFICER));
    assertThat(
            reason(
                () ->
                    officer.requestExtension(
                        RequestExtensionRequest.newBuilder()
                            .setId(second)
                            .setReason("仍需核查")
                            .build())))
        .isEqualTo("STOP_COUNT_EXCEEDED");
  }

  @Test
  void aStopNeverWaitsForItsAccountAndJoinsWhenThatIsKnown() throws Exception {
    MongoStore own = stores.fresh();
    try (var hurried = new FreezeBench(own, ManualClock.atNoon(), true, Duration.ZERO)) {
      for (int i = 0; i < 3; i++) {
        String caseId = caseOf(i);
        hurried
            .service
            .caseEvents()
            .handle(List.of(received(caseId, 1, asked(FreezeBench.STATION, caseId, ACCOUNT))));
        String id = order(caseId, 1);
        assertThat(hurried.stored(id).state().count()).isInstanceOf(Count.Pending.class);
        Eventually.holds(
            "out all the same",
            () -> hurried.stored(id).state().state().name() == StopStateName.SENT);
      }
      hurried.clock.advance(Duration.ofSeconds(3));
      Eventually.holds(
          "two have joined the third",
          () -> {
            long joined = 0;
            for (int i = 0; i < 3; i++) {
              joined += hurried.stored(order(caseOf(i), 1)).state().joined() ? 1 : 0;
            }
            return joined == 2;
          });
    }
  }

  @Test
  void threeAccountsOfOneReportCostFewWrites() {
    long before = store.writeCount();
    String caseId = caseOf(0);
    bench
        .service
        .caseEvents()
        .handle(
            List.of(
                received(
                    caseId,
                    1,
                    asked(
                        FreezeBench.STATION,
                        caseId,
                        ACCOUNT,
                        "9990010000000015",
                        "9990020000000023"))));
    Eventually.holds(
        "on the desks",
        () -> {
          for (int i = 1; i <= 3; i++) {
            if (bench.stored(order(caseId, i)).state().state().name() != StopStateName.SENT) {
              return false;
            }
          }
          return true;
        });
    // The directory once, three accounts, one insertMany; audit and clearing for each batch of the
    // relay.
    assertThat(store.writeCount() - before).isLessThanOrEqualTo(11);
  }

  private void make(int i) {
    bench
        .service
        .caseEvents()
        .handle(
            List.of(
                received(caseOf(i), 1, asked(Ids.derived("station", "" + i), caseOf(i), ACCOUNT))));
  }
}
