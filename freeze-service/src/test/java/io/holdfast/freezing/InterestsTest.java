package io.holdfast.freezing;

import static io.holdfast.freezing.FreezeBench.ACCOUNT;
import static io.holdfast.freezing.FreezeBench.REGION;
import static io.holdfast.freezing.FreezeBench.asked;
import static io.holdfast.freezing.FreezeBench.at;
import static io.holdfast.freezing.FreezeBench.noon;
import static io.holdfast.freezing.FreezeBench.order;
import static io.holdfast.freezing.FreezeBench.received;
import static io.holdfast.testkit.Refusals.reason;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.kit.id.Ids;
import io.holdfast.proto.access.v1.Receiver;
import io.holdfast.proto.access.v1.Role;
import io.holdfast.proto.casefile.v1.CaseEvent;
import io.holdfast.proto.casefile.v1.OrderTransfers;
import io.holdfast.proto.casefile.v1.ProtectionReleased;
import io.holdfast.proto.casefile.v1.Transfer;
import io.holdfast.proto.casefile.v1.TransfersJoined;
import io.holdfast.proto.casefile.v1.VictimConsent;
import io.holdfast.proto.freezing.v1.BankRecord;
import io.holdfast.proto.freezing.v1.CountState;
import io.holdfast.proto.freezing.v1.GetMoneyTrailRequest;
import io.holdfast.proto.freezing.v1.GetStopOrderRequest;
import io.holdfast.proto.freezing.v1.InterestWord;
import io.holdfast.proto.freezing.v1.KeepInterestRequest;
import io.holdfast.proto.freezing.v1.ListStopOrdersRequest;
import io.holdfast.proto.freezing.v1.MoneyTrail;
import io.holdfast.proto.freezing.v1.MoneyTrailsGrpc;
import io.holdfast.proto.freezing.v1.RecordExtensionRequest;
import io.holdfast.proto.freezing.v1.RecordStopRequest;
import io.holdfast.proto.freezing.v1.ReleaseStopOrderRequest;
import io.holdfast.proto.freezing.v1.RequestExtensionRequest;
import io.holdfast.proto.freezing.v1.StopOrder;
import io.holdfast.proto.freezing.v1.StopOrdersGrpc;
import io.holdfast.proto.freezing.v1.StopOrdersGrpc.StopOrdersBlockingStub;
import io.holdfast.proto.freezing.v1.StopPurpose;
import io.holdfast.proto.freezing.v1.StopState;
import io.holdfast.testkit.Eventually;
import io.holdfast.testkit.TestTokens;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Several victims, one account, through the methods. All data made up (测试). */
class InterestsTest extends OnBench {
  private static final String A = Ids.derived("case", "a");
  private static final String B = Ids.derived("case", "b");
  private static final Duration NOTICE = Duration.ofHours(2);

  @Test
  void aSecondVictimJoinsTheRunningStopAndNeitherSeesTheOther() {
    shared();
    StopOrder first = get(A);
    assertThat(first.getShared().getOtherInterests()).isEqualTo(1);
    assertThat(first.getShared().getOtherAmountFen()).isEqualTo(5_000_000);
    assertThat(first.getFurtherInterestsList()).as("for the bank alone").isEmpty();
    StopOrder second = get(B);
    assertThat(second.getCountState()).isEqualTo(CountState.COUNT_JOINED);
    assertThat(second.getState()).isEqualTo(StopState.STOPPED);
    assertThat(second.getUntilTime()).isEqualTo(first.getUntilTime());
    assertThat(second.getShared().getJoined()).isTrue();
    assertThat(second.getShared().getOtherInterests()).isEqualTo(1);
    assertThat(second.getShared().getHeldOnAccountFen()).isEqualTo(4_000_000);
    assertThat(
            StopOrdersGrpc.newBlockingStub(bench.channel(token(B)))
                .listStopOrders(ListStopOrdersRequest.newBuilder().setCaseId(B).build())
                .getStopOrders(0)
                .getHeldFen())
        .as("the list says so too")
        .isEqualTo(4_000_000);
    assertThat(second.hasAnswer()).as("what the bank told of the other's transfers").isFalse();
    assertThat(second.toString()).doesNotContain(id(A), A, "station-a");
    assertThat(first.toString()).doesNotContain(id(B), B, station(B));

    StopOrder banks = bench.banker().getStopOrder(named(id(A)));
    assertThat(banks.getFurtherInterestsList()).hasSize(1);
    assertThat(banks.getFurtherInterests(0).getAmountFen()).isEqualTo(5_000_000);
    assertThat(banks.getFurtherInterests(0).getTransfers(0).getPayerAccountName()).isEmpty();
    assertThat(banks.getFurtherInterests(0).toString()).doesNotContain(id(B), B);
    assertThat(reason(() -> bench.banker().getStopOrder(named(id(B))))).isEqualTo("ACCESS_DENIED");
    assertThat(reason(() -> officer(A).getStopOrder(named(id(B))))).isEqualTo("ACCESS_DENIED");
    assertThat(reason(() -> officer(B).getStopOrder(named(id(A))))).isEqualTo("ACCESS_DENIED");
    told(Receiver.CASE_SERVICE, id(A), "INTEREST_ADDED");
    told(Receiver.CASE_SERVICE, id(B), "INTEREST_JOINED");
    told(Receiver.CASE_SERVICE, id(B), "STOP_RECORDED");

    MoneyTrail trail =
        MoneyTrailsGrpc.newBlockingStub(bench.channel(token(B)))
            .getMoneyTrail(GetMoneyTrailRequest.newBuilder().setCaseId(B).build());
    assertThat(trail.getAccounts(0).getHeldOnAccountFen()).isEqualTo(4_000_000);
    assertThat(trail.getAccounts(0).getOtherInterests()).isEqualTo(1);
    assertThat(trail.getAccounts(0).getOtherAmountFen()).isEqualTo(5_000_000);
  }

  @Test
  void nobodyReleasesOverAnothersHead() {
    shared();
    assertThat(reason(() -> officer(B).keepInterest(keep(B)))).isEqualTo("RELEASE_NOT_DEMANDED");
    StopOrder wanted = officer(A).releaseStopOrder(release(A));
    assertThat(wanted.getState()).isEqualTo(StopState.STOPPED);
    assertThat(wanted.getShared().getWord()).isEqualTo(InterestWord.LETS_GO);
    Eventually.holds("noticed", () -> get(B).getShared().hasReleaseDueTime());
    assertThat(get(B).getShared().getReleaseDueTime()).isEqualTo(at(noon().plus(NOTICE)));
    told(Receiver.LIAISON_SERVICE, id(B), "RELEASE_DEMANDED");

    StopOrder kept = officer(B).keepInterest(keep(B));
    assertThat(kept.getShared().getWord()).isEqualTo(InterestWord.KEEPS);
    bench.clock.advance(NOTICE.plusMinutes(1));
    assertThat(get(A).getState()).isEqualTo(StopState.STOPPED);
    officer(B).releaseStopOrder(release(B));
    Eventually.holds("released", () -> get(A).getState() == StopState.RELEASED);
    assertThat(get(B).getState()).isEqualTo(StopState.RELEASED);
    assertThat(get(B).getLift().getState().name()).as("on the other order").contains("NOT_OWED");
  }

  @Test
  void whoSaysNothingIsReleasedWhenTheNoticeIsOver() {
    shared();
    officer(A).releaseStopOrder(release(A));
    Eventually.holds("noticed", () -> get(B).getShared().hasReleaseDueTime());
    bench.clock.advance(NOTICE.minusSeconds(1));
    assertThat(get(A).getState()).isEqualTo(StopState.STOPPED);
    bench.clock.advance(Duration.ofSeconds(1));
    assertThat(get(A).getState()).as("by the clock alone").isEqualTo(StopState.RELEASED);
    Eventually.holds("the other too", () -> get(B).getState() == StopState.RELEASED);
    assertThat(get(B).getEndReason()).startsWith("SHARED_STOP_RELEASED");
  }

  @Test
  void eitherStationMayAskForTheSecondStop() {
    shared();
    StopOrder asked =
        officer(B)
            .requestExtension(
                RequestExtensionRequest.newBuilder().setId(id(B)).setReason("受害人乙仍需核查").build());
    assertThat(asked.getExtension().name()).isEqualTo("REQUESTED");
    bench.banker().recordExtension(RecordExtensionRequest.newBuilder().setId(id(A)).build());
    Eventually.holds("both run on", () -> get(B).getUntilTime().equals(get(A).getUntilTime()));
    assertThat(get(A).getUntilTime()).isEqualTo(at(noon().plus(Duration.ofHours(96))));
  }

  @Test
  void aSecondOrderOfTheSameCaseIsMergedAndItsTransfersShown() {
    make(A, 1, ACCOUNT);
    CaseEvent again = asked(station(A), A, ACCOUNT);
    var stops = again.getStopsRequested().toBuilder();
    stops.getStopsBuilder(0).setStopOrder(order(A, 2)).getTransfersBuilder(0).setNumber(2);
    bench
        .service
        .caseEvents()
        .handle(List.of(received(A, 2, again.toBuilder().setStopsRequested(stops).build())));
    Eventually.holds("one order has both", () -> get(A).getLaterTransfersCount() == 1);
    assertThat(get(A).getAmountFen()).isEqualTo(10_000_000);
    StopOrder merged = officer(A).getStopOrder(named(order(A, 2)));
    assertThat(merged.getState()).isEqualTo(StopState.ANNULLED);
    assertThat(merged.getEndReason()).startsWith("ORDER_MERGED");
    told(Receiver.CASE_SERVICE, order(A, 2), "STOP_MERGED");
  }

  @Test
  void transfersToldLaterReachTheOrderAndItsInterest() {
    shared();
    later(B, 2, id(B), 7);
    later(B, 3, id(B), 7);
    Eventually.holds("told", () -> get(B).getLaterTransfersCount() == 1);
    Eventually.holds(
        "the bank sees the sum",
        () ->
            bench.banker().getStopOrder(named(id(A))).getFurtherInterests(0).getAmountFen()
                == 5_000_700);
    bench.clock.advance(Duration.ofHours(49));
    later(B, 4, id(B), 8);
    String own = Ids.derived("later", id(B), "8");
    Eventually.holds(
        "an order of its own", () -> bench.stored(own).state().request().amountFen() == 800);
  }

  @Test
  void aVictimsOwnAccountsAreStoppedShortlyAndCountedApart() {
    make(A, 1, ACCOUNT);
    CaseEvent wanted = asked(station(B), B, ACCOUNT);
    var stops = wanted.getStopsRequested().toBuilder();
    stops
        .getStopsBuilder(0)
        .clearTransfers()
        .setConsent(VictimConsent.newBuilder().setConsentTime(at(noon())).setForm("当面签字"));
    bench
        .service
        .caseEvents()
        .handle(List.of(received(B, 1, wanted.toBuilder().setStopsRequested(stops).build())));
    StopOrder own = bench.banker().acknowledgeStopOrder(StopLifeTest.acknowledge(id(B)));
    assertThat(own.getPurpose()).isEqualTo(StopPurpose.VICTIMS_OWN);
    assertThat(own.getConsentTime()).isEqualTo(at(noon()));
    assertThat(own.getCountState()).isEqualTo(CountState.COUNT_TAKEN);
    StopOrder stopped =
        bench
            .banker()
            .recordStop(
                RecordStopRequest.newBuilder()
                    .setId(id(B))
                    .setRecord(
                        BankRecord.newBuilder().setAccountNumber(ACCOUNT).setAccountName("张测试"))
                    .setBalanceBeforeFen(100)
                    .setHeldFen(100)
                    .build());
    assertThat(stopped.getUntilTime()).isEqualTo(at(noon().plus(Duration.ofHours(24))));
    assertThat(stopped.getShared().getJoined()).isFalse();
    bench
        .service
        .caseEvents()
        .handle(
            List.of(
                received(
                    B,
                    2,
                    wanted.toBuilder()
                        .setProtectionReleased(
                            ProtectionReleased.newBuilder()
                                .addStopOrders(id(B))
                                .setWordForm("当面签字"))
                        .build())));
    assertThat(get(B).getState()).isEqualTo(StopState.RELEASED);
    assertThat(get(B).getEndReason()).startsWith("VICTIMS_WORD");
  }

  private void told(Receiver receiver, String id, String change) {
    Eventually.holds(change, () -> bench.told(receiver, id).contains(change));
  }

  private void later(String caseId, long seq, String order, int number) {
    bench
        .service
        .caseEvents()
        .handle(
            List.of(
                received(
                    caseId,
                    seq,
                    asked(station(caseId), caseId).toBuilder()
                        .setTransfersJoined(
                            TransfersJoined.newBuilder()
                                .addOrders(
                                    OrderTransfers.newBuilder()
                                        .setStopOrder(order)
                                        .addTransfers(
                                            Transfer.newBuilder()
                                                .setNumber(number)
                                                .setAmountFen(100L * number)
                                                .setTransferTime(at(noon().minusSeconds(600))))))
                        .build())));
  }

  /** A is stopped, and B has an interest in it. */
  private void shared() {
    make(A, 1, ACCOUNT);
    make(B, 1, ACCOUNT);
    Eventually.holds("joined", () -> get(A).getShared().getOtherInterests() == 1);
    bench.banker().acknowledgeStopOrder(StopLifeTest.acknowledge(id(A)));
    bench.banker().recordStop(StopLifeTest.stop(id(A), "r").build());
    Eventually.holds("both stopped", () -> get(B).getState() == StopState.STOPPED);
  }

  private void make(String caseId, long seq, String account) {
    bench
        .service
        .caseEvents()
        .handle(List.of(received(caseId, seq, asked(station(caseId), caseId, account))));
  }

  private StopOrder get(String caseId) {
    return officer(caseId).getStopOrder(named(id(caseId)));
  }

  private StopOrdersBlockingStub officer(String caseId) {
    return bench.stub(token(caseId));
  }

  private static String token(String caseId) {
    return TestTokens.person("wang", station(caseId), REGION, Role.STATION_OFFICER);
  }

  private static String station(String caseId) {
    return Ids.derived("station", caseId);
  }

  private static String id(String caseId) {
    return order(caseId, 1);
  }

  private static GetStopOrderRequest named(String id) {
    return GetStopOrderRequest.newBuilder().setId(id).build();
  }

  private static ReleaseStopOrderRequest release(String caseId) {
    return ReleaseStopOrderRequest.newBuilder().setId(id(caseId)).setReason("与案件无关").build();
  }

  private static KeepInterestRequest keep(String caseId) {
    return KeepInterestRequest.newBuilder().setId(id(caseId)).build();
  }
}
