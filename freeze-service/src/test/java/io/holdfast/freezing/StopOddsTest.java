package io.holdfast.freezing;

import static io.holdfast.freezing.FreezeBench.ACCOUNT;
import static io.holdfast.testkit.Refusals.reason;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.freezing.stop.StopStateName;
import io.holdfast.kit.mongo.MongoStore;
import io.holdfast.proto.access.v1.Receiver;
import io.holdfast.proto.access.v1.Role;
import io.holdfast.proto.freezing.v1.CountState;
import io.holdfast.proto.freezing.v1.RecordNotOursRequest;
import io.holdfast.proto.freezing.v1.RequestExtensionRequest;
import io.holdfast.proto.freezing.v1.RouteStopOrderRequest;
import io.holdfast.proto.freezing.v1.RoutingBasis;
import io.holdfast.proto.freezing.v1.StopOrder;
import io.holdfast.proto.freezing.v1.StopState;
import io.holdfast.testkit.Eventually;
import io.holdfast.testkit.ManualClock;
import io.holdfast.testkit.TestTokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Races, mistaken banks, and sweepers switched off. */
class StopOddsTest extends OnBench {
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
    assertThat(reason(() -> bench.banker().acknowledgeStopOrder(StopLifeTest.acknowledge(id))))
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

  private static RouteStopOrderRequest route(String id, String bank) {
    return RouteStopOrderRequest.newBuilder().setId(id).setBank(bank).build();
  }
}
