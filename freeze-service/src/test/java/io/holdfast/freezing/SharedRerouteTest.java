package io.holdfast.freezing;

import static io.holdfast.freezing.FreezeBench.ACCOUNT;
import static io.holdfast.freezing.FreezeBench.BANK;
import static io.holdfast.freezing.FreezeBench.OTHER_BANK;
import static io.holdfast.freezing.FreezeBench.REGION;
import static io.holdfast.freezing.FreezeBench.asked;
import static io.holdfast.freezing.FreezeBench.order;
import static io.holdfast.freezing.FreezeBench.received;
import static io.holdfast.testkit.Refusals.reason;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.kit.id.Ids;
import io.holdfast.proto.access.v1.Receiver;
import io.holdfast.proto.access.v1.Role;
import io.holdfast.proto.casefile.v1.CaseEvent;
import io.holdfast.proto.freezing.v1.CorrectAnswerRequest;
import io.holdfast.proto.freezing.v1.CountState;
import io.holdfast.proto.freezing.v1.ListStopOrdersRequest;
import io.holdfast.proto.freezing.v1.RecordNotOursRequest;
import io.holdfast.proto.freezing.v1.RightNotOurs;
import io.holdfast.proto.freezing.v1.RightStop;
import io.holdfast.proto.freezing.v1.RouteStopOrderRequest;
import io.holdfast.proto.freezing.v1.StopOrder;
import io.holdfast.proto.freezing.v1.StopOrdersGrpc.StopOrdersBlockingStub;
import io.holdfast.proto.freezing.v1.StopState;
import io.holdfast.testkit.Eventually;
import io.holdfast.testkit.TestTokens;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Several victims, one account, and the wrong bank. All data made up (测试). */
class SharedRerouteTest extends OnBench {
  private static final String A = Ids.derived("case", "a");
  private static final String B = Ids.derived("case", "b");
  private static final String C = Ids.derived("case", "c");

  @Test
  void allWhoShareAnOrderGoOnWithItAndTheWrongBankIsAskedOnce() {
    shared();
    notOurs("测试第二银行");

    for (String each : new String[] {A, B, C}) {
      Eventually.holds("sent on", () -> get(each).getBank().equals(OTHER_BANK));
    }
    assertThat(get(B).getCountState()).isEqualTo(CountState.COUNT_JOINED);
    assertThat(by(OTHER_BANK).getStopOrder(StopLifeTest.named(id(A))).getFurtherInterestsCount())
        .isEqualTo(2);
    by(OTHER_BANK).acknowledgeStopOrder(StopLifeTest.acknowledge(id(A)));
    by(OTHER_BANK).recordStop(StopLifeTest.stop(id(A), "r").build());
    for (String each : new String[] {B, C}) {
      Eventually.holds("stopped", () -> get(each).getState() == StopState.STOPPED);
    }

    var all = ListStopOrdersRequest.getDefaultInstance();
    assertThat(by(BANK).listStopOrders(all).getStopOrdersCount()).as("asked once").isEqualTo(1);
    assertThat(by(OTHER_BANK).listStopOrders(all).getStopOrdersCount()).isEqualTo(1);
    assertThat(bench.told(Receiver.CASE_SERVICE, id(B)))
        .containsSubsequence("INTEREST_JOINED", "STOP_ROUTED", "STOP_RECORDED");
  }

  @Test
  void whoeverOfThemFindsTheBankMovesAllAndLaterReportsWaitWithThem() {
    make(A, "");
    make(B, "");
    joined(1);
    notOurs("");
    Eventually.holds("told", () -> get(B).getState() == StopState.NOT_OURS);
    make(C, "");
    joined(2);
    assertThat(get(C).getCountState()).isEqualTo(CountState.COUNT_JOINED);

    assertThat(reason(() -> officer(B).routeStopOrder(route(B, BANK))))
        .isEqualTo("STOP_BANK_ASKED_BEFORE");
    StopOrder routed = officer(B).routeStopOrder(route(B, OTHER_BANK));
    assertThat(routed.getBank()).as("shown at once").isEqualTo(OTHER_BANK);
    assertThat(get(A).getBank()).isEqualTo(OTHER_BANK);
    Eventually.holds("all", () -> get(C).getBank().equals(OTHER_BANK));
  }

  @Test
  void anAnswerTakenBackLeavesThemTogether() {
    shared();
    notOurs("");
    Eventually.holds("told", () -> get(B).getState() == StopState.NOT_OURS);
    by(BANK)
        .correctAnswer(
            CorrectAnswerRequest.newBuilder()
                .setId(id(A))
                .setReason("按错")
                .setStop(right())
                .build());
    Eventually.holds("stopped", () -> get(B).getState() == StopState.STOPPED);
    assertThat(get(B).getCountState()).isEqualTo(CountState.COUNT_JOINED);
    assertThat(get(A).getShared().getOtherInterests()).isEqualTo(2);
  }

  @Test
  void whereAnotherOrderLeadsAtTheRightBankTheyAllJoinThatOne() {
    make(A, "");
    make(B, "");
    joined(1);
    make(C, OTHER_BANK);
    by(OTHER_BANK).acknowledgeStopOrder(StopLifeTest.acknowledge(id(C)));
    by(OTHER_BANK).recordStop(StopLifeTest.stop(id(C), "r").build());
    notOurs("测试第二银行");

    Eventually.holds("both join", () -> get(C).getShared().getOtherInterests() == 2);
    for (String each : new String[] {A, B}) {
      Eventually.holds("stopped", () -> get(each).getState() == StopState.STOPPED);
      assertThat(get(each).getBank()).isEqualTo(OTHER_BANK);
      assertThat(get(each).getCountState()).isEqualTo(CountState.COUNT_JOINED);
    }
    assertThat(by(BANK).getStopOrder(StopLifeTest.named(id(A))).getState())
        .as("its own answer")
        .isEqualTo(StopState.NOT_OURS);
  }

  @Test
  void aStopTheBankMadeItselfGoesNowhereWithAnother() {
    make(A, "");
    by(BANK).acknowledgeStopOrder(StopLifeTest.acknowledge(id(A)));
    by(BANK).recordStop(StopLifeTest.stop(id(A), "r").build());
    String born = new Phoning(bench).bank().openPhonedStop(Phoning.opening("o").build()).getId();
    joined(1);
    by(BANK)
        .correctAnswer(
            CorrectAnswerRequest.newBuilder()
                .setId(id(A))
                .setReason("看错了")
                .setNotOurs(RightNotOurs.getDefaultInstance())
                .build());
    Eventually.holds(
        "by itself",
        () ->
            by(BANK).getStopOrder(StopLifeTest.named(born)).getCountState()
                == CountState.COUNT_TAKEN);
    assertThat(by(BANK).getStopOrder(StopLifeTest.named(born)).getState())
        .isEqualTo(StopState.STOPPED);
  }

  private static RightStop right() {
    var stop = StopLifeTest.stop(id(A), "r").build();
    return RightStop.newBuilder()
        .setRecord(stop.getRecord())
        .setBalanceBeforeFen(stop.getBalanceBeforeFen())
        .setHeldFen(stop.getHeldFen())
        .build();
  }

  private void shared() {
    make(A, "");
    make(B, "");
    make(C, "");
    joined(2);
  }

  private void joined(int interests) {
    Eventually.holds("joined", () -> get(A).getShared().getOtherInterests() == interests);
  }

  private void notOurs(String hint) {
    by(BANK).recordNotOurs(RecordNotOursRequest.newBuilder().setId(id(A)).setHint(hint).build());
  }

  private void make(String caseId, String institution) {
    CaseEvent.Builder wanted = asked(station(caseId), caseId, ACCOUNT).toBuilder();
    wanted
        .getStopsRequestedBuilder()
        .getStopsBuilder(0)
        .getPayeeBuilder()
        .setInstitution(institution);
    bench.service.caseEvents().handle(List.of(received(caseId, 1, wanted.build())));
  }

  private StopOrder get(String caseId) {
    return officer(caseId).getStopOrder(StopLifeTest.named(id(caseId)));
  }

  private StopOrdersBlockingStub officer(String caseId) {
    return bench.stub(TestTokens.person("wang", station(caseId), REGION, Role.STATION_OFFICER));
  }

  private StopOrdersBlockingStub by(String bank) {
    return bench.stub(TestTokens.person("li", bank, REGION, Role.BANK_LIAISON));
  }

  private static RouteStopOrderRequest route(String caseId, String bank) {
    return RouteStopOrderRequest.newBuilder().setId(id(caseId)).setBank(bank).build();
  }

  private static String station(String caseId) {
    return Ids.derived("station", caseId);
  }

  private static String id(String caseId) {
    return order(caseId, 1);
  }
}
