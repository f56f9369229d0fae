package io.holdfast.freezing;

import static io.holdfast.freezing.FreezeBench.ACCOUNT;
import static io.holdfast.freezing.FreezeBench.BANK;
import static io.holdfast.freezing.FreezeBench.CASE;
import static io.holdfast.freezing.FreezeBench.OTHER_BANK;
import static io.holdfast.freezing.FreezeBench.REGION;
import static io.holdfast.freezing.FreezeBench.STATION;
import static io.holdfast.testkit.Refusals.reason;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.proto.access.v1.Receiver;
import io.holdfast.proto.access.v1.Role;
import io.holdfast.proto.freezing.v1.AcknowledgeStopOrderRequest;
import io.holdfast.proto.freezing.v1.BankCredit;
import io.holdfast.proto.freezing.v1.BankRecord;
import io.holdfast.proto.freezing.v1.CorrectAnswerRequest;
import io.holdfast.proto.freezing.v1.ExtensionState;
import io.holdfast.proto.freezing.v1.GetStopOrderRequest;
import io.holdfast.proto.freezing.v1.ListStopOrdersRequest;
import io.holdfast.proto.freezing.v1.RecordExtensionRequest;
import io.holdfast.proto.freezing.v1.RecordNotOursRequest;
import io.holdfast.proto.freezing.v1.RecordStopRequest;
import io.holdfast.proto.freezing.v1.RequestExtensionRequest;
import io.holdfast.proto.freezing.v1.RightExtension;
import io.holdfast.proto.freezing.v1.RightExtensionRefusal;
import io.holdfast.proto.freezing.v1.RightNotOurs;
import io.holdfast.proto.freezing.v1.RouteStopOrderRequest;
import io.holdfast.proto.freezing.v1.RoutingBasis;
import io.holdfast.proto.freezing.v1.StopOrder;
import io.holdfast.proto.freezing.v1.StopOrderSummary;
import io.holdfast.proto.freezing.v1.StopOrdersGrpc.StopOrdersBlockingStub;
import io.holdfast.proto.freezing.v1.StopState;
import io.holdfast.testkit.Eventually;
import io.holdfast.testkit.TestTokens;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** An order on its way to the right bank, and an extension answered wrongly. Made up (测试). */
class RerouteTest extends OnBench {
  @Test
  void theHintSendsTheSameOrderOnAndTheFirstBankKeepsItsOwnAnswerAlone() {
    String id = bench.sent(ACCOUNT);
    by(BANK).acknowledgeStopOrder(take(id));
    RecordNotOursRequest notOurs =
        RecordNotOursRequest.newBuilder()
            .setId(id)
            .setHint("测试第二银行")
            .setNoSuchAccount(true)
            .setRequestId("6f0c8a52-0000-4000-8000-000000000001")
            .build();
    by(BANK).recordNotOurs(notOurs);
    Eventually.holds("sent on", () -> officer(id).getBank().equals(OTHER_BANK));
    StopOrder sent = officer(id);
    assertThat(sent.getRoutingBasis()).isEqualTo(RoutingBasis.BY_HINT);
    assertThat(sent.getAskedBanks(0).getBank()).isEqualTo(BANK);
    assertThat(sent.getAskedBanks(0).getAnswer().getNoSuchAccount()).isTrue();
    assertThat(sent.getAskedBanks(0).getRoutingReason()).contains("BIN 999001");
    Eventually.holds(
        "told", () -> bench.told(Receiver.LIAISON_SERVICE, id).contains("STOP_ROUTED"));
    assertThat(bench.told(Receiver.LIAISON_SERVICE, id)).contains("STOP_NOT_OURS_RECORDED");

    stop(id, OTHER_BANK);
    StopOrder known = by(BANK).getStopOrder(named(id));
    assertThat(known.getState()).isEqualTo(StopState.NOT_OURS);
    assertThat(known.getBank()).isEqualTo(BANK);
    assertThat(known.getAnswer().getHint()).isEqualTo("测试第二银行");
    assertThat(known.hasUntilTime() || known.hasSignature()).isFalse();
    assertThat(by(BANK).recordNotOurs(notOurs)).as("a repeat tells no more").isEqualTo(known);
    StopOrderSummary line =
        by(BANK).listStopOrders(ListStopOrdersRequest.getDefaultInstance()).getStopOrders(0);
    assertThat(line.getState()).isEqualTo(StopState.NOT_OURS);
    assertThat(line.getHeldFen()).isZero();
    assertThat(reason(() -> by(BANK).acknowledgeStopOrder(take(id)))).isEqualTo("ACCESS_DENIED");
    assertThat(
            reason(
                () ->
                    by(BANK)
                        .correctAnswer(
                            CorrectAnswerRequest.newBuilder()
                                .setId(id)
                                .setReason("按错")
                                .setNotOurs(RightNotOurs.getDefaultInstance())
                                .build())))
        .isEqualTo("ACCESS_DENIED");
    assertThat(by(OTHER_BANK).getStopOrder(named(id)).getAskedBanksList())
        .as("nor is the next bank told who was asked before")
        .isEmpty();
  }

  @Test
  void whoIsNotKnownToAnybodyWaitsForAPersonAndNobodyIsAskedTwice() {
    String id = bench.sent(ACCOUNT);
    by(BANK).recordNotOurs(RecordNotOursRequest.newBuilder().setId(id).setHint("查无").build());
    assertThat(officer(id).getState()).isEqualTo(StopState.NOT_OURS);
    assertThat(reason(() -> bench.officer().routeStopOrder(route(id, BANK))))
        .isEqualTo("STOP_BANK_ASKED_BEFORE");
    bench.officer().routeStopOrder(route(id, OTHER_BANK));
    by(OTHER_BANK).recordNotOurs(RecordNotOursRequest.newBuilder().setId(id).setHint(BANK).build());
    assertThat(officer(id).getState()).isEqualTo(StopState.NOT_OURS);
    assertThat(officer(id).getBank()).as("not in a circle").isEqualTo(OTHER_BANK);
    assertThat(reason(() -> bench.officer().routeStopOrder(route(id, BANK))))
        .isEqualTo("STOP_BANK_ASKED_BEFORE");
  }

  @Test
  void aStopBornAtTheWrongBankGoesOnOnceAStationStandsBehindIt() {
    var phoning = new Phoning(bench);
    String id = phoning.bank().openPhonedStop(Phoning.opening("o1").build()).getId();
    by(BANK)
        .correctAnswer(
            CorrectAnswerRequest.newBuilder()
                .setId(id)
                .setReason("账户属测试第二银行")
                .setNotOurs(RightNotOurs.newBuilder().setHint("测试第二银行"))
                .build());
    assertThat(reason(() -> bench.officer().routeStopOrder(route(id, OTHER_BANK))))
        .as("nobody else is asked in the name of a station that has not said so")
        .isEqualTo("ADOPTION_MISSING");
    assertThat(officer(id).getState()).isEqualTo(StopState.NOT_OURS);
    phoning.knownCase(CASE, STATION, "cn-2026");
    phoning.station().adoptStopOrder(Phoning.adopt(id, CASE));
    Eventually.holds("sent on", () -> officer(id).getBank().equals(OTHER_BANK));
    assertThat(officer(id).getState()).isNotEqualTo(StopState.NOT_OURS);
    assertThat(by(BANK).getStopOrder(named(id)).getState()).isEqualTo(StopState.NOT_OURS);
  }

  @Test
  void aWrongAnswerToAnExtensionIsPutRight() {
    String id = bench.sent(ACCOUNT);
    stop(id, BANK);
    assertThat(reason(() -> correct(id, false))).isEqualTo("EXTENSION_NOT_ANSWERED");
    bench
        .officer()
        .requestExtension(RequestExtensionRequest.newBuilder().setId(id).setReason("仍需核查").build());
    StopOrder extended =
        by(BANK).recordExtension(RecordExtensionRequest.newBuilder().setId(id).build());
    long until = extended.getUntilTime().getSeconds();
    StopOrder refused = correct(id, false);
    assertThat(refused.getExtension()).isEqualTo(ExtensionState.REFUSED_BY_BANK);
    assertThat(until - refused.getUntilTime().getSeconds())
        .isEqualTo(Duration.ofHours(48).toSeconds());
    assertThat(refused.getEarlierExtensionAnswers(0).getState()).isEqualTo(ExtensionState.GRANTED);
    StopOrder again = correct(id, true);
    assertThat(again.getExtension()).isEqualTo(ExtensionState.GRANTED);
    assertThat(again.getUntilTime().getSeconds()).isEqualTo(until);
    Eventually.holds(
        "told", () -> bench.told(Receiver.CASE_SERVICE, id).contains("EXTENSION_CORRECTED"));
  }

  private StopOrder correct(String id, boolean granted) {
    var request = CorrectAnswerRequest.newBuilder().setId(id).setReason("按错");
    return by(BANK)
        .correctAnswer(
            granted
                ? request.setExtension(RightExtension.getDefaultInstance()).build()
                : request
                    .setExtensionRefusal(
                        RightExtensionRefusal.newBuilder().setBusinessCause("账户已销户"))
                    .build());
  }

  private void stop(String id, String bank) {
    StopOrder order = by(bank).acknowledgeStopOrder(take(id));
    by(bank)
        .recordStop(
            RecordStopRequest.newBuilder()
                .setId(id)
                .setRecord(
                    BankRecord.newBuilder()
                        .setAccountName(order.getAccountName())
                        .setAccountNumber(order.getAccountNumber())
                        .addCredits(
                            BankCredit.newBuilder()
                                .setAmountFen(order.getAmountFen())
                                .setBookingTime(order.getTransfers(0).getTransferTime())))
                .setBalanceBeforeFen(1)
                .setHeldFen(1)
                .build());
  }

  private StopOrder officer(String id) {
    return bench.officer().getStopOrder(named(id));
  }

  private StopOrdersBlockingStub by(String bank) {
    return bench.stub(TestTokens.person("li", bank, REGION, Role.BANK_LIAISON));
  }

  private static GetStopOrderRequest named(String id) {
    return GetStopOrderRequest.newBuilder().setId(id).build();
  }

  private static AcknowledgeStopOrderRequest take(String id) {
    return AcknowledgeStopOrderRequest.newBuilder().setId(id).build();
  }

  private static RouteStopOrderRequest route(String id, String bank) {
    return RouteStopOrderRequest.newBuilder().setId(id).setBank(bank).build();
  }
}
