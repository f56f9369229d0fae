package io.holdfast.freezing;

import static io.holdfast.freezing.FreezeBench.ACCOUNT;
import static io.holdfast.freezing.FreezeBench.BANK;
import static io.holdfast.freezing.FreezeBench.CASE;
import static io.holdfast.freezing.FreezeBench.OTHER_BANK;
import static io.holdfast.freezing.FreezeBench.REGION;
import static io.holdfast.freezing.FreezeBench.STATION;
import static io.holdfast.freezing.FreezeBench.at;
import static io.holdfast.freezing.FreezeBench.noon;
import static io.holdfast.testkit.Refusals.reason;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import io.holdfast.proto.access.v1.Receiver;
import io.holdfast.proto.access.v1.Role;
import io.holdfast.proto.casefile.v1.Account;
import io.holdfast.proto.casefile.v1.AccountKind;
import io.holdfast.proto.freezing.v1.AcknowledgeStopOrderRequest;
import io.holdfast.proto.freezing.v1.BankCredit;
import io.holdfast.proto.freezing.v1.BankRecord;
import io.holdfast.proto.freezing.v1.ConfirmLiftRequest;
import io.holdfast.proto.freezing.v1.CorrectAnswerRequest;
import io.holdfast.proto.freezing.v1.CorrectStopOrderRequest;
import io.holdfast.proto.freezing.v1.GetMoneyTrailRequest;
import io.holdfast.proto.freezing.v1.GetStopOrderRequest;
import io.holdfast.proto.freezing.v1.LiftState;
import io.holdfast.proto.freezing.v1.MoneyTrail;
import io.holdfast.proto.freezing.v1.MoneyTrailsGrpc;
import io.holdfast.proto.freezing.v1.OpenNextLayerRequest;
import io.holdfast.proto.freezing.v1.Outflow;
import io.holdfast.proto.freezing.v1.OutflowKind;
import io.holdfast.proto.freezing.v1.OutflowNext;
import io.holdfast.proto.freezing.v1.RecallStopOrderRequest;
import io.holdfast.proto.freezing.v1.RecordMismatchRequest;
import io.holdfast.proto.freezing.v1.RecordOutflowsRequest;
import io.holdfast.proto.freezing.v1.RecordStopRequest;
import io.holdfast.proto.freezing.v1.RightMismatch;
import io.holdfast.proto.freezing.v1.StopOrder;
import io.holdfast.proto.freezing.v1.StopOrdersGrpc.StopOrdersBlockingStub;
import io.holdfast.proto.freezing.v1.StopState;
import io.holdfast.proto.freezing.v1.TrailSums;
import io.holdfast.testkit.Eventually;
import io.holdfast.testkit.TestTokens;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Money that moves on, and mistakes undone, through the methods. All data made up (测试). */
class LayersTest extends OnBench {
  private static final String SECOND = "9990020000000049";
  private static final String THIRD = "9990010000000015";
  private static final long PAID = 5_000_000;

  @Test
  void eachAccountNamedByABankIsFollowedOnceAndTheSumsAgree() {
    String first = bench.sent(ACCOUNT);
    StopOrder stopped =
        stop(first, BANK, PAID, 300_000, List.of(moved(SECOND, 2_700_000), cash(1_000_000)));
    assertThat(stopped.getState()).isEqualTo(StopState.STOPPED);
    assertThat(stopped.getOutflows(0).getNext())
        .as("the bank is not told of other layers")
        .isEqualTo(OutflowNext.OUTFLOW_NEXT_UNSPECIFIED);
    String second = followed(first, 1);
    StopOrder child = by(OTHER_BANK).getStopOrder(named(second));
    assertThat(child.getOrderNumber()).isEqualTo("R-1-01.1");
    assertThat(child.getAmountFen()).isEqualTo(2_700_000);
    assertThat(child.getLayer()).as("nor is the next bank").isZero();
    assertThat(child.getParentStopOrder()).isEmpty();
    assertThat(officer(second).getLayer()).isEqualTo(2);
    assertThat(officer(second).getParentStopOrder()).isEqualTo(first);

    // It flows back to the first card: no second order there.
    stop(second, OTHER_BANK, 2_700_000, 1_500_000, List.of(moved(ACCOUNT, 200_000)));
    assertThat(followed(second, 1)).isEqualTo(first);
    Eventually.holds("joined", () -> officer(first).getInflowsCount() == 1);
    assertThat(officer(second).getOutflows(0).getNext()).isEqualTo(OutflowNext.JOINED);

    MoneyTrail trail = trail();
    assertThat(trail.getAccountsList()).hasSize(2);
    assertThat(trail.getEdgesList()).hasSize(3);
    trail.getAccountsList().forEach(account -> balances(account.getSums()));
    balances(trail.getSums());
    assertThat(trail.getSums())
        .isEqualTo(
            TrailSums.newBuilder()
                .setReceivedFen(PAID)
                .setHeldFen(1_800_000)
                .setCashFen(1_000_000)
                .setUnexplainedFen(2_200_000)
                .build());
    assertThat(bench.told(Receiver.CASE_SERVICE, first))
        .contains("OUTFLOWS_RECORDED", "NEXT_LAYER_OPENED");
  }

  @Test
  void layersAreBoundedAndAnOfficerDecidesBeyond() {
    String order = bench.sent(ACCOUNT);
    String bank = BANK;
    for (int layer = 2; layer <= 10; layer++) {
      String prefix = layer % 2 == 0 ? "999002" : "999001";
      stop(order, bank, PAID, 0, List.of(moved(prefix + "00000001" + layer % 10 + "7", PAID)));
      order = followed(order, 1);
      bank = layer % 2 == 0 ? OTHER_BANK : BANK;
      assertThat(officer(order).getLayer()).isEqualTo(layer);
    }
    stop(order, bank, PAID, 0, List.of(moved("9990010000000999", PAID)));
    String last = order;
    Eventually.holds(
        "held back", () -> officer(last).getOutflows(0).getNext() == OutflowNext.HELD_BACK);
    assertThat(officer(last).getOutflows(0).getBound()).isEqualTo("layers");
    OpenNextLayerRequest open =
        OpenNextLayerRequest.newBuilder().setId(last).setOutflow(1).setReason("继续追踪").build();
    bench.officer().openNextLayer(open);
    assertThat(officer(followed(last, 1)).getLayer()).isEqualTo(11);
    assertThat(reason(() -> bench.officer().openNextLayer(open)))
        .isEqualTo("OUTFLOW_NOT_HELD_BACK");
    assertThat(reason(() -> bench.officer().openNextLayer(open.toBuilder().setOutflow(9).build())))
        .isEqualTo("OUTFLOW_UNKNOWN");
  }

  @Test
  void anAnswerTakenBackTakesItsLayersWithIt() {
    String first = bench.sent(ACCOUNT);
    stop(first, BANK, PAID, 100, List.of(moved(SECOND, 2_000_000)));
    String second = followed(first, 1);
    stop(second, OTHER_BANK, 2_000_000, 2_000_000, List.of(moved(THIRD, 100)));
    String third = followed(second, 1);
    StopOrder corrected =
        by(BANK)
            .correctAnswer(
                CorrectAnswerRequest.newBuilder()
                    .setId(first)
                    .setReason("看错账户")
                    .setMismatch(RightMismatch.newBuilder().setField("name"))
                    .build());
    assertThat(corrected.getState()).isEqualTo(StopState.MISMATCHED);
    assertThat(corrected.getEarlierAnswers(0).getAnswer().getHeldFen()).isEqualTo(100);
    Eventually.holds("released", () -> officer(second).getState() == StopState.RELEASED);
    Eventually.holds("recalled", () -> officer(third).getState() == StopState.RECALLED);
    assertThat(officer(second).getEndReason()).contains("ANSWER_CORRECTED");
    assertThat(officer(second).getLift().getState()).isEqualTo(LiftState.LIFT_OWED);
    balances(trail().getSums());
    assertThat(trail().getSums().getUnexplainedFen()).isEqualTo(PAID);
    assertThat(
            reason(
                () ->
                    by(OTHER_BANK)
                        .correctAnswer(
                            CorrectAnswerRequest.newBuilder()
                                .setId(second)
                                .setReason("按错")
                                .setMismatch(RightMismatch.newBuilder().setField("name"))
                                .build())))
        .isEqualTo("STOP_WRONG_STATE");
  }

  @Test
  void aMismatchIsPutRightAndSentAgainWithoutUsingUpAStop() {
    String first = bench.sent(ACCOUNT);
    String order = first;
    for (int times = 1; times <= 3; times++) {
      mismatch(order);
      String before = order;
      CorrectStopOrderRequest same = CorrectStopOrderRequest.newBuilder().setId(before).build();
      assertThat(reason(() -> bench.officer().correctStopOrder(same)))
          .isEqualTo("CORRECTION_CHANGES_NOTHING");
      order =
          bench.officer().correctStopOrder(named(before, "王测" + times)).getCorrectedByStopOrder();
      String next = order;
      Eventually.holds("sent again", () -> exists(next));
      assertThat(officer(order).getCorrectsStopOrder()).isEqualTo(before);
      assertThat(officer(order).getOrderNumber()).isEqualTo("R-1-01c" + times);
      assertThat(reason(() -> bench.officer().correctStopOrder(named(before, "李测"))))
          .isEqualTo("STOP_CORRECTED_ALREADY");
    }
    mismatch(order);
    String last = order;
    assertThat(reason(() -> bench.officer().correctStopOrder(named(last, "赵测"))))
        .isEqualTo("STOP_CORRECTIONS_EXHAUSTED");
    balances(trail().getSums());
    assertThat(trail().getSums().getReceivedFen()).isEqualTo(PAID);
  }

  @Test
  void theEndOfAHoldIsConfirmedByItsBank() {
    String id = bench.sent(ACCOUNT);
    by(BANK).acknowledgeStopOrder(AcknowledgeStopOrderRequest.newBuilder().setId(id).build());
    ConfirmLiftRequest confirm = ConfirmLiftRequest.newBuilder().setId(id).build();
    assertThat(reason(() -> by(BANK).confirmLift(confirm))).isEqualTo("LIFT_NOT_OWED");
    bench
        .officer()
        .recallStopOrder(RecallStopOrderRequest.newBuilder().setId(id).setReason("误报").build());
    StopOrder lifted = by(BANK).confirmLift(confirm);
    assertThat(lifted.getLift().getState()).isEqualTo(LiftState.LIFT_CONFIRMED);
    assertThat(lifted.getLift().getOperatorName()).isNotEmpty();
  }

  @Test
  void whatABankCannotHaveSeenIsRefused() {
    String id = bench.sent(ACCOUNT);
    stop(id, BANK, PAID, 0, List.of());
    assertThat(refused(id, moved("", 1))).isEqualTo("OUTFLOW_PAYEE_MISSING");
    assertThat(refused(id, cash(PAID + 1))).isEqualTo("OUTFLOWS_EXCEED_RECEIVED");
    Outflow early = cash(1).toBuilder().setOutflowTime(at(noon().minusSeconds(7_200))).build();
    assertThat(refused(id, early)).isEqualTo("OUTFLOW_TIME_IMPOSSIBLE");
    bench
        .officer()
        .requestExtension(
            io.holdfast.proto.freezing.v1.RequestExtensionRequest.newBuilder()
                .setId(id)
                .setReason("仍需核查")
                .build());
    assertThat(
            reason(
                () ->
                    by(BANK)
                        .correctAnswer(
                            CorrectAnswerRequest.newBuilder()
                                .setId(id)
                                .setReason("按错")
                                .setMismatch(RightMismatch.newBuilder().setField("name"))
                                .build())))
        .isEqualTo("ANSWER_NOT_CORRECTABLE");
    assertThat(
            reason(
                () ->
                    MoneyTrailsGrpc.newBlockingStub(
                            bench.channel(
                                TestTokens.person("x", OTHER_BANK, REGION, Role.STATION_OFFICER)))
                        .getMoneyTrail(GetMoneyTrailRequest.newBuilder().setCaseId(CASE).build())))
        .isEqualTo("ACCESS_DENIED");
  }

  private String refused(String id, Outflow outflow) {
    return reason(
        () ->
            by(BANK)
                .recordOutflows(
                    RecordOutflowsRequest.newBuilder().setId(id).addOutflows(outflow).build()));
  }

  private void mismatch(String id) {
    by(BANK).acknowledgeStopOrder(AcknowledgeStopOrderRequest.newBuilder().setId(id).build());
    by(BANK).recordMismatch(RecordMismatchRequest.newBuilder().setId(id).setField("name").build());
  }

  private static CorrectStopOrderRequest named(String id, String name) {
    return CorrectStopOrderRequest.newBuilder()
        .setId(id)
        .setPayee(Account.newBuilder().setAccountName(name))
        .build();
  }

  private StopOrder stop(String id, String bank, long amount, long held, List<Outflow> outflows) {
    StopOrder order =
        by(bank).acknowledgeStopOrder(AcknowledgeStopOrderRequest.newBuilder().setId(id).build());
    return by(bank)
        .recordStop(
            RecordStopRequest.newBuilder()
                .setId(id)
                .setRecord(
                    BankRecord.newBuilder()
                        .setAccountName(order.getAccountName())
                        .setAccountNumber(order.getAccountNumber())
                        .addCredits(
                            BankCredit.newBuilder()
                                .setAmountFen(amount)
                                .setBookingTime(order.getTransfers(0).getTransferTime())))
                .setBalanceBeforeFen(amount)
                .setHeldFen(held)
                .addAllOutflows(outflows)
                .build());
  }

  private String followed(String id, int number) {
    Eventually.holds(
        "followed", () -> !officer(id).getOutflows(number - 1).getStopOrder().isEmpty());
    return officer(id).getOutflows(number - 1).getStopOrder();
  }

  private boolean exists(String id) {
    return bench.service.orders().find(id).isPresent();
  }

  private StopOrder officer(String id) {
    return bench.officer().getStopOrder(named(id));
  }

  private static GetStopOrderRequest named(String id) {
    return GetStopOrderRequest.newBuilder().setId(id).build();
  }

  private StopOrdersBlockingStub by(String bank) {
    return bench.stub(TestTokens.person("li", bank, REGION, Role.BANK_LIAISON));
  }

  private MoneyTrail trail() {
    return MoneyTrailsGrpc.newBlockingStub(
            bench.channel(TestTokens.person("wang", STATION, REGION, Role.STATION_OFFICER)))
        .getMoneyTrail(GetMoneyTrailRequest.newBuilder().setCaseId(CASE).build());
  }

  private static void balances(TrailSums sums) {
    assertThat(
            sums.getHeldFen()
                + sums.getCashFen()
                + sums.getPurchaseFen()
                + sums.getMovedFen()
                + sums.getUnexplainedFen())
        .isEqualTo(sums.getReceivedFen());
    assertThat(sums.getUnexplainedFen()).isNotNegative();
  }

  private static Outflow moved(String account, long fen) {
    return outflow(OutflowKind.TO_ACCOUNT, fen)
        .setPayee(
            Account.newBuilder()
                .setKind(AccountKind.CARD)
                .setAccountNumber(account)
                .setAccountName("钱测试"))
        .build();
  }

  private static Outflow cash(long fen) {
    return outflow(OutflowKind.CASH, fen).setPlace("测试自助机").build();
  }

  private static Outflow.Builder outflow(OutflowKind kind, long fen) {
    Instant time = noon().minusSeconds(600);
    return Outflow.newBuilder()
        .setKind(kind)
        .setAmountFen(fen)
        .setOutflowTime(Timestamp.newBuilder().setSeconds(time.getEpochSecond()));
  }
}
