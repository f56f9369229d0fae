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
import io.holdfast.proto.freezing.v1.CountState;
import io.holdfast.proto.freezing.v1.RecordFailureRequest;
import io.holdfast.proto.freezing.v1.RecordNotOursRequest;
import io.holdfast.proto.freezing.v1.RequestExtensionRequest;
import io.holdfast.proto.freezing.v1.RouteStopOrderRequest;
import io.holdfast.proto.freezing.v1.RoutingBasis;
import io.holdfast.proto.freezing.v1.StopOrder;
import io.holdfast.proto.freezing.v1.StopState;
import io.holdfast.testkit.Eventually;
import io.holdfast.testkit.ManualClock;
import io.holdfast.testkit.StoreExtension;
import io.holdfast.testkit.TestTokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How often an account is stopped, whoever asks and however often. */
class CountTest {
  private static final int STATIONS = 8;

  @RegisterExtension final StoreExtension stores = new StoreExtension();

  @SuppressWarnings("NullAway.Init")
  private MongoStore store;

  @SuppressWarnings("NullAway.Init")
  private FreezeBench bench;

  private long scansBefore;

  @BeforeEach
  void open() {
    scansBefore = stores.fullScans();
    store = stores.fresh();
    bench = new FreezeBench(store);
  }

  @AfterEach
  void close() throws InterruptedException {
    bench.close();
    assertThat(stores.fullScans()).as("full scans").isEqualTo(scansBefore);
  }

  @Test
  void eightStationsAtOneInstantLeaveExactlyThePolicysNumber() throws Exception {
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
      Eventually.holds("all counted", () -> pending() == 0);
      var active = new ArrayList<String>();
      for (int i = 0; i < STATIONS; i++) {
        String id = order(caseOf(i), 1);
        var state = bench.stored(id).state();
        if (state.state().name() == StopStateName.RECALLED) {
          assertThat(state.count()).isEqualTo(new Count.Exceeded(2));
          var outlets = i % 2 == 0 ? bench : other;
          Eventually.holds(
              "its station is told",
              () -> outlets.told(Receiver.CASE_SERVICE, id).contains("STOP_WITHDRAWN"));
        } else {
          active.add(id);
        }
      }
      assertThat(active).hasSize(2);
    }
  }

  private long pending() {
    long pending = 0;
    for (int i = 0; i < STATIONS; i++) {
      pending += bench.stored(order(caseOf(i), 1)).state().count() instanceof Count.Pending ? 1 : 0;
    }
    return pending;
  }

  private static String caseOf(int i) {
    return Ids.derived("case", "" + i);
  }

  @Test
  void anOrderThatCameToNothingGivesItsPlaceToTheNext() {
    make(0);
    make(1);
    assertThat(bench.stored(order(caseOf(1), 1)).state().count()).isEqualTo(new Count.Taken(2));
    String first = order(caseOf(0), 1);
    bench.banker().acknowledgeStopOrder(StopLifeTest.acknowledge(first));
    StopOrder failed =
        bench
            .banker()
            .recordFailure(
                RecordFailureRequest.newBuilder().setId(first).setTechnicalCause("系统维护").build());
    assertThat(failed.getState()).isEqualTo(StopState.FAILED);
    make(2);
    assertThat(bench.stored(order(caseOf(2), 1)).state().count()).isEqualTo(new Count.Taken(1));
    make(3);
    assertThat(bench.stored(order(caseOf(3), 1)).state().state().name())
        .isEqualTo(StopStateName.RECALLED);
  }

  @Test
  void theAccountsSecondStopCannotBeExtended() {
    make(0);
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
  void twoOfficersRacingLeaveOneWinnerAndOneClearRefusal() throws Exception {
    String id = bench.sent(ACCOUNT);
    bench.banker().acknowledgeStopOrder(StopLifeTest.acknowledge(id));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var start = new CountDownLatch(1);
      List<Future<String>> answers = new ArrayList<>();
      for (String name : List.of("li", "zhao")) {
        Callable<String> stop =
            () -> {
              start.await();
              try {
                return bench
                    .banker(name)
                    .recordStop(StopLifeTest.stop(id, name).build())
                    .getState()
                    .name();
              } catch (io.grpc.StatusRuntimeException e) {
                return reason(
                    () -> {
                      throw e;
                    });
              }
            };
        answers.add(threads.submit(stop));
      }
      start.countDown();
      var results = new ArrayList<String>();
      for (Future<String> answer : answers) {
        results.add(answer.get(20, TimeUnit.SECONDS));
      }
      assertThat(results).containsExactlyInAnyOrder("STOPPED", "STOP_WRONG_STATE");
    }
  }

  @Test
  void anUnroutedOrderIsToldAndRoutedByHandAndAMistakenBankLosesSight() {
    String id = bench.sent("5550000000000000");
    Eventually.holds(
        "told", () -> bench.told(Receiver.LIAISON_SERVICE, id).contains("STOP_UNROUTED"));
    StopOrder unrouted = bench.officer().getStopOrder(StopLifeTest.named(id));
    assertThat(unrouted.getRoutingBasis()).isEqualTo(RoutingBasis.UNROUTED);
    assertThat(unrouted.getState()).isEqualTo(StopState.ISSUED);
    assertThat(reason(() -> bench.officer().routeStopOrder(route(id, FreezeBench.STATION))))
        .isEqualTo("INSTITUTION_UNKNOWN");
    StopOrder routed = bench.officer().routeStopOrder(route(id, FreezeBench.BANK));
    assertThat(routed.getCountState()).isEqualTo(CountState.COUNT_TAKEN);
    assertThat(routed.hasSignature()).isTrue();
    Eventually.holds(
        "on the desk", () -> bench.stored(id).state().state().name() == StopStateName.SENT);
    StopOrder notOurs =
        bench.banker().recordNotOurs(RecordNotOursRequest.newBuilder().setId(id).build());
    assertThat(notOurs.getState()).isEqualTo(StopState.NOT_OURS);
    StopOrder again = bench.officer().routeStopOrder(route(id, FreezeBench.OTHER_BANK));
    assertThat(again.getBank()).isEqualTo(FreezeBench.OTHER_BANK);
    assertThat(reason(() -> bench.banker().getStopOrder(StopLifeTest.named(id))))
        .isEqualTo("ACCESS_DENIED");
    var second =
        bench.stub(TestTokens.person("x", FreezeBench.OTHER_BANK, "530102", Role.BANK_LIAISON));
    assertThat(second.getStopOrder(StopLifeTest.named(id)).hasAnswer()).isFalse();
  }

  @Test
  void withSweepersOffEveryAnswerIsRight() throws Exception {
    MongoStore own = stores.fresh();
    try (var still = new FreezeBench(own, ManualClock.atNoon(), false)) {
      String id = still.sent(ACCOUNT);
      still.banker().acknowledgeStopOrder(StopLifeTest.acknowledge(id));
      StopOrder stopped = still.banker().recordStop(StopLifeTest.stop(id, "s").build());
      assertThat(stopped.getState()).isEqualTo(StopState.STOPPED);
      still.clock.advance(Duration.ofHours(48));
      assertThat(still.officer().getStopOrder(StopLifeTest.named(id)).getState())
          .isEqualTo(StopState.LAPSED);
      assertThat(
              reason(
                  () ->
                      still
                          .officer()
                          .requestExtension(
                              RequestExtensionRequest.newBuilder()
                                  .setId(id)
                                  .setReason("仍需核查")
                                  .build())))
          .isEqualTo("STOP_LAPSED");
      assertThat(still.stored(id).state().state().name())
          .as("nothing was swept")
          .isEqualTo(StopStateName.STOPPED);
      assertThat(still.told(Receiver.CASE_SERVICE, id)).doesNotContain("STOP_LAPSED");
    }
  }

  private static RouteStopOrderRequest route(String id, String bank) {
    return RouteStopOrderRequest.newBuilder().setId(id).setBank(bank).build();
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
