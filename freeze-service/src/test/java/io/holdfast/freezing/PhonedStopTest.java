package io.holdfast.freezing;

import static io.holdfast.freezing.FreezeBench.ACCOUNT;
import static io.holdfast.freezing.FreezeBench.BANK;
import static io.holdfast.freezing.FreezeBench.BRANCH;
import static io.holdfast.freezing.FreezeBench.CASE;
import static io.holdfast.freezing.FreezeBench.REGION;
import static io.holdfast.freezing.FreezeBench.STATION;
import static io.holdfast.freezing.FreezeBench.at;
import static io.holdfast.freezing.FreezeBench.noon;
import static io.holdfast.freezing.Phoning.adopt;
import static io.holdfast.freezing.Phoning.disown;
import static io.holdfast.freezing.Phoning.letGo;
import static io.holdfast.freezing.Phoning.opening;
import static io.holdfast.testkit.Refusals.reason;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.kit.crypto.OrderSigner;
import io.holdfast.proto.access.v1.Receiver;
import io.holdfast.proto.access.v1.Role;
import io.holdfast.proto.freezing.v1.AdoptionState;
import io.holdfast.proto.freezing.v1.CallerProof;
import io.holdfast.proto.freezing.v1.CountState;
import io.holdfast.proto.freezing.v1.ListSigningKeysRequest;
import io.holdfast.proto.freezing.v1.ListStopOrdersRequest;
import io.holdfast.proto.freezing.v1.OralNotice;
import io.holdfast.proto.freezing.v1.Outflow;
import io.holdfast.proto.freezing.v1.OutflowKind;
import io.holdfast.proto.freezing.v1.OutflowNext;
import io.holdfast.proto.freezing.v1.PaperState;
import io.holdfast.proto.freezing.v1.RecordCallbackRequest;
import io.holdfast.proto.freezing.v1.RecordOralNoticeRequest;
import io.holdfast.proto.freezing.v1.RequestExtensionRequest;
import io.holdfast.proto.freezing.v1.StopOrder;
import io.holdfast.proto.freezing.v1.StopOrderSummary;
import io.holdfast.proto.freezing.v1.StopOrdersGrpc.StopOrdersBlockingStub;
import io.holdfast.proto.freezing.v1.StopState;
import io.holdfast.proto.freezing.v1.TimeFlag;
import io.holdfast.testkit.Eventually;
import io.holdfast.testkit.TestTokens;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A stop born at a bank on an officer's call, from the call to whoever stands behind it. */
class PhonedStopTest extends OnBench {
  @Test
  void bornAtTheBankAndAdoptedIntoACase() {
    var phoning = new Phoning(bench);
    StopOrder born = phoning.bank().openPhonedStop(opening("o1").build());
    String id = born.getId();
    assertThat(born.getState()).isEqualTo(StopState.STOPPED);
    assertThat(born.getUntilTime())
        .isEqualTo(at(noon().minusSeconds(240).plus(Duration.ofHours(48))));
    assertThat(born.getPaper().getState()).isEqualTo(PaperState.OWED);
    assertThat(born.getPaper().getDueTime())
        .as("24 hours from the call")
        .isEqualTo(at(noon().minusSeconds(300).plus(Duration.ofHours(24))));
    assertThat(born.getCountState()).isEqualTo(CountState.COUNT_TAKEN);
    assertThat(born.getAdoption().getState()).isEqualTo(AdoptionState.ADOPTION_AWAITED);
    assertThat(born.getAdoption().getDueTime()).isEqualTo(at(noon().plus(Duration.ofMinutes(30))));
    assertThat(born.getCaseId()).isEmpty();
    assertThat(born.getBank()).isEqualTo(BANK);
    assertThat(born.hasSignature()).isFalse();
    OralNotice notice = born.getOralNotices(0);
    assertThat(notice.getProof()).isEqualTo(CallerProof.NOT_PROVEN);
    assertThat(notice.getCalleeName()).isEqualTo("测试li");
    assertThat(notice.getFlagsList()).isEmpty();
    assertThat(phoning.bank().openPhonedStop(opening("o1").build()).getId())
        .as("a repeated request opens nothing new")
        .isEqualTo(id);
    assertThat(reason(() -> bench.officer().requestExtension(extension(id))))
        .isEqualTo("ADOPTION_MISSING");

    phoning.knownCase(CASE, STATION, "cn-2026");
    phoning.knownCase("1".repeat(26), "another-station", "cn-2026");
    assertThat(reason(() -> phoning.station().adoptStopOrder(adopt(id, "0".repeat(26)))))
        .isEqualTo("ADOPTION_CASE_FOREIGN");
    assertThat(reason(() -> phoning.station().adoptStopOrder(adopt(id, "1".repeat(26)))))
        .isEqualTo("ADOPTION_CASE_FOREIGN");
    StopOrder adopted = phoning.station().adoptStopOrder(adopt(id, CASE));
    assertThat(adopted.getAdoption().getState()).isEqualTo(AdoptionState.ADOPTED);
    assertThat(adopted.getAdoption().getOfficer().getOfficerNumber()).isEqualTo("999001");
    assertThat(adopted.getCaseId()).isEqualTo(CASE);
    assertThat(adopted.getSecondOfficer().getOfficerNumber()).isEqualTo("099002");
    signed(bench.banker().getStopOrder(StopLifeTest.named(id)));
    assertThat(reason(() -> phoning.station().adoptStopOrder(adopt(id, "2".repeat(26)))))
        .isEqualTo("ADOPTION_CASE_FOREIGN");
    phoning.knownCase("2".repeat(26), STATION, "cn-2026");
    assertThat(reason(() -> phoning.station().adoptStopOrder(adopt(id, "2".repeat(26)))))
        .isEqualTo("ADOPTED_ALREADY");
    assertThat(reason(() -> phoning.station().disownStopOrder(disown(id))))
        .isEqualTo("ADOPTED_ALREADY");

    Eventually.holds(
        "told", () -> bench.told(Receiver.LIAISON_SERVICE, id).contains("STOP_ADOPTED"));
    assertThat(bench.told(Receiver.LIAISON_SERVICE, id))
        .containsExactly("STOP_PHONED", "STOP_RECORDED", "STOP_ADOPTED");
    Eventually.holds("told", () -> bench.told(Receiver.CASE_SERVICE, id).contains("STOP_ADOPTED"));
    assertThat(bench.told(Receiver.CASE_SERVICE, id))
        .as("no case hears of it before it is one of its")
        .containsExactly("STOP_ADOPTED");
  }

  private void signed(StopOrder order) {
    var key =
        bench
            .banker()
            .listSigningKeys(ListSigningKeysRequest.getDefaultInstance())
            .getSigningKeys(0);
    assertThat(
            OrderSigner.verify(
                key.getPublicKey().toByteArray(),
                order.getSignature().getSignedBytes().toByteArray(),
                order.getSignature().getSignature().toByteArray()))
        .isTrue();
    assertThat(order.getSignature().getSignedBytes().toStringUtf8()).contains(CASE);
  }

  @Test
  void nobodyStandsBehindItAndTheBankLetsGo() {
    var phoning = new Phoning(bench);
    String late = phoning.bank().openPhonedStop(opening("o1").build()).getId();
    assertThat(reason(() -> phoning.bank().releaseUnadoptedStopOrder(letGo(late))))
        .isEqualTo("STOP_NOT_UNADOPTED");
    bench.clock.advance(Duration.ofMinutes(30));
    Eventually.holds(
        "told", () -> bench.told(Receiver.LIAISON_SERVICE, late).contains("CLOCK_MISSED:adoption"));
    assertThat(shown(late).getAdoption().getState()).isEqualTo(AdoptionState.UNADOPTED);
    assertThat(shown(late).getState())
        .as("nothing is released by itself")
        .isEqualTo(StopState.STOPPED);
    StopOrder released = phoning.bank().releaseUnadoptedStopOrder(letGo(late));
    assertThat(released.getState()).isEqualTo(StopState.RELEASED);
    assertThat(released.getEndReason()).isEqualTo("无人认领");
    assertThat(released.getLift().getDueTime().getSeconds()).isPositive();
    assertThat(bench.told(Receiver.CASE_SERVICE, late)).isEmpty();
  }

  @Test
  void disownedByTheStationAndPutRightAgain() {
    var phoning = new Phoning(bench);
    String id = phoning.bank().openPhonedStop(opening("o1").build()).getId();
    StopOrder disowned = phoning.station().disownStopOrder(disown(id));
    assertThat(disowned.getAdoption().getState()).isEqualTo(AdoptionState.DISOWNED);
    assertThat(disowned.getAdoption().getReason()).isEqualTo("本所无人来电");
    phoning.knownCase(CASE, STATION, "cn-2026");
    assertThat(phoning.station().adoptStopOrder(adopt(id, CASE)).getAdoption().getState())
        .isEqualTo(AdoptionState.ADOPTED);
    assertThat(reason(() -> phoning.bank().releaseUnadoptedStopOrder(letGo(id))))
        .isEqualTo("STOP_NOT_UNADOPTED");
  }

  @Test
  void theAccountsCountHoldsAsForAnyOther() {
    new Phoning(bench).now("o1");
    bench.clock.advance(Duration.ofHours(49));
    new Phoning(bench).now("o2");
    bench.clock.advance(Duration.ofHours(49));
    StopOrder third = new Phoning(bench).now("o3");
    assertThat(third.getState()).isEqualTo(StopState.RELEASED);
    assertThat(third.getCountState()).isEqualTo(CountState.COUNT_EXCEEDED);
    assertThat(third.getEndReason()).startsWith("STOP_COUNT_EXCEEDED");
    assertThat(third.hasLift()).isTrue();
  }

  @Test
  void moneyThatMovedOnIsFollowedOnceAStationStandsBehindIt() {
    var phoning = new Phoning(bench);
    var request = opening("o1");
    request
        .getStopBuilder()
        .addOutflows(
            Outflow.newBuilder()
                .setKind(OutflowKind.TO_ACCOUNT)
                .setPayee(Phoning.payee("9990020000000015"))
                .setAmountFen(1_000_000)
                .setOutflowTime(at(noon().minusSeconds(600))));
    StopOrder born = phoning.bank().openPhonedStop(request.build());
    assertThat(followed(born.getId()).getNext()).isEqualTo(OutflowNext.OPENING);
    phoning.knownCase(CASE, STATION, "cn-2026");
    phoning.station().adoptStopOrder(adopt(born.getId(), CASE));
    Eventually.holds("followed", () -> followed(born.getId()).getNext() == OutflowNext.OPENED);
    String next = followed(born.getId()).getStopOrder();
    assertThat(bench.stored(next).state().request().caseId()).isEqualTo(CASE);
  }

  @Test
  void aVictimAtTheCounterNeedsNoCaller() {
    var phoning = new Phoning(bench);
    var request = opening("o1").clearCaller();
    assertThat(reason(() -> phoning.branch().openPhonedStop(request.build())))
        .isEqualTo("PHONED_CALLER_MISSING");
    StopOrder born = phoning.branch().openPhonedStop(request.setVictimPresent(true).build());
    assertThat(born.getBank()).as("the head office's account").isEqualTo(BANK);
    assertThat(born.getAccountNumber()).isEmpty();
    assertThat(born.getOralNotices(0).getVictimPresent()).isTrue();
    assertThat(shown(born.getId()).getAccountNumber()).isEqualTo(ACCOUNT);
  }

  @Test
  void aBranchListsWhatItHasRecordedAndNothingElse() {
    var phoning = new Phoning(bench);
    phoning.bank().openPhonedStop(opening("o1").build());
    bench.sent("9990010000000015");
    StopOrdersBlockingStub branch =
        bench.stub(TestTokens.person("teller", BRANCH, REGION, Role.BANK_BRANCH));
    var all = ListStopOrdersRequest.getDefaultInstance();
    assertThat(branch.listStopOrders(all).getStopOrdersList())
        .as("its head office's orders are not its own")
        .isEmpty();
    String own =
        phoning
            .branch()
            .openPhonedStop(opening("o2").setVictimPresent(true).clearCaller().build())
            .getId();
    assertThat(branch.listStopOrders(all).getStopOrdersList())
        .extracting(StopOrderSummary::getId)
        .containsExactly(own);
    assertThat(branch.getStopOrder(StopLifeTest.named(own)).getId()).isEqualTo(own);
    assertThat(branch.listStopOrders(all.toBuilder().setCaseId(CASE).build()).getStopOrdersList())
        .isEmpty();
    assertThat(bench.banker().listStopOrders(all).getStopOrdersCount()).isEqualTo(3);
  }

  @Test
  void whatCannotBeIsNotTakenInSilence() {
    var phoning = new Phoning(bench);
    assertThat(reason(() -> phoning.bank().openPhonedStop(opening("a").setStation(BANK).build())))
        .isEqualTo("PHONED_UNIT_UNKNOWN");
    assertThat(
            reason(
                () ->
                    phoning
                        .bank()
                        .openPhonedStop(
                            opening("b").setPayee(Phoning.payee("9990020000000015")).build())))
        .isEqualTo("PHONED_ACCOUNT_ELSEWHERE");
    var wrong = opening("c");
    wrong.getStopBuilder().getRecordBuilder().setAccountName("王测试");
    assertThat(reason(() -> phoning.bank().openPhonedStop(wrong.build())))
        .isEqualTo("STOP_MISMATCH");
    var future = opening("d").setCallTime(at(noon().plusSeconds(600)));
    assertThat(
            reason(
                () ->
                    phoning
                        .bank()
                        .openPhonedStop(
                            future.setConfirmTimes(true).setLateReason("确实如此").build())))
        .isEqualTo("PHONED_TIME_FUTURE");
    var before = opening("e").setStop(Phoning.stop(noon().minusSeconds(600)));
    assertThat(reason(() -> phoning.bank().openPhonedStop(before.build())))
        .isEqualTo("PHONED_TIME_IMPOSSIBLE");
    StopOrder flagged =
        phoning.bank().openPhonedStop(before.setConfirmTimes(true).setLateReason("柜台先行处置").build());
    assertThat(flagged.getOralNotices(0).getFlagsList())
        .containsExactly(TimeFlag.EXECUTED_BEFORE_CALL);
    assertThat(flagged.getOrderNumber())
        .as("what was refused has drawn no number")
        .isEqualTo("T530102-2026-000001");
    assertThat(flagged.getUntilTime())
        .isEqualTo(at(noon().minusSeconds(600).plus(Duration.ofHours(48))));
  }

  @Test
  void enteredLateTheClocksRunFromTheTruth() {
    var phoning = new Phoning(bench);
    bench.clock.advance(Duration.ofHours(3));
    var late = opening("o1");
    assertThat(reason(() -> phoning.bank().openPhonedStop(late.build())))
        .isEqualTo("PHONED_LATE_REASON_MISSING");
    StopOrder born = phoning.bank().openPhonedStop(late.setLateReason("系统中断").build());
    assertThat(born.getOralNotices(0).getFlagsList()).containsExactly(TimeFlag.ENTERED_LATE);
    assertThat(born.getUntilTime())
        .isEqualTo(at(noon().minusSeconds(240).plus(Duration.ofHours(48))));
    bench.clock.advance(Duration.ofDays(3));
    StopOrder past = phoning.bank().openPhonedStop(opening("o2").setLateReason("补录").build());
    assertThat(past.getState())
        .as("its time was over before it was told")
        .isEqualTo(StopState.LAPSED);
  }

  @Test
  void theOfficerRecordsHisCallAndTheBankCallsBack() {
    var phoning = new Phoning(bench);
    String id = bench.sent(ACCOUNT);
    var call = RecordCallbackRequest.newBuilder().setId(id).setCallback(Phoning.callback(true));
    assertThat(reason(() -> phoning.bank().recordCallback(call.build())))
        .isEqualTo("ORAL_NOTICE_MISSING");
    StopOrder told =
        phoning
            .station()
            .recordOralNotice(
                RecordOralNoticeRequest.newBuilder()
                    .setId(id)
                    .setCalleeName("测试柜员")
                    .setCallTime(at(noon().minusSeconds(60)))
                    .build());
    assertThat(told.getOralNotices(0).getCaller().getOfficerNumber()).isEqualTo("999001");
    assertThat(told.getAdoption().getState()).isEqualTo(AdoptionState.ADOPTION_STATE_UNSPECIFIED);
    bench.banker().acknowledgeStopOrder(StopLifeTest.acknowledge(id));
    StopOrder stopped = bench.banker().recordStop(StopLifeTest.stop(id, "r1").build());
    assertThat(stopped.getPaper().getDueTime())
        .as("24 hours from the call")
        .isEqualTo(at(noon().minusSeconds(60).plus(Duration.ofHours(24))));
    assertThat(phoning.bank().recordCallback(call.build()).getOralNotices(0).getProof())
        .isEqualTo(CallerProof.BY_CALLBACK);
    var elsewhere =
        RecordCallbackRequest.newBuilder()
            .setId(id)
            .setCallback(Phoning.callback(true).toBuilder().setDialledPhone("0990-5550000"));
    assertThat(phoning.bank().recordCallback(elsewhere.build()).getOralNotices(0).getProof())
        .as("a number the caller gave proves nothing")
        .isEqualTo(CallerProof.CALLBACK_FAILED);
    assertThat(reason(() -> phoning.station().disownStopOrder(disown(id))))
        .isEqualTo("ADOPTION_NOT_OWED");
  }

  private Outflow followed(String id) {
    return bench.officer().getStopOrder(StopLifeTest.named(id)).getOutflows(0);
  }

  private StopOrder shown(String id) {
    return bench.banker().getStopOrder(StopLifeTest.named(id));
  }

  private static RequestExtensionRequest extension(String id) {
    return RequestExtensionRequest.newBuilder().setId(id).setReason("仍需核查").build();
  }
}
