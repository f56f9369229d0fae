package io.holdfast.freezing;

import static io.holdfast.freezing.FreezeBench.ACCOUNT;
import static io.holdfast.freezing.FreezeBench.CASE;
import static io.holdfast.freezing.FreezeBench.REGION;
import static io.holdfast.freezing.FreezeBench.STATION;
import static io.holdfast.freezing.FreezeBench.asked;
import static io.holdfast.freezing.FreezeBench.at;
import static io.holdfast.freezing.FreezeBench.noon;
import static io.holdfast.freezing.FreezeBench.order;
import static io.holdfast.freezing.FreezeBench.received;
import static io.holdfast.freezing.Phoning.opening;
import static io.holdfast.freezing.StopLifeTest.named;
import static io.holdfast.testkit.Refusals.reason;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.freezing.phone.desk.CaseBinding;
import io.holdfast.freezing.stop.Officer;
import io.holdfast.kit.id.Ids;
import io.holdfast.kit.value.Personal;
import io.holdfast.proto.access.v1.Receiver;
import io.holdfast.proto.access.v1.Role;
import io.holdfast.proto.freezing.v1.AdoptStopOrderRequest;
import io.holdfast.proto.freezing.v1.AdoptionState;
import io.holdfast.proto.freezing.v1.CorrectAnswerRequest;
import io.holdfast.proto.freezing.v1.CountState;
import io.holdfast.proto.freezing.v1.DisownStopOrderRequest;
import io.holdfast.proto.freezing.v1.GetMoneyTrailRequest;
import io.holdfast.proto.freezing.v1.KeepInterestRequest;
import io.holdfast.proto.freezing.v1.MoneyTrail;
import io.holdfast.proto.freezing.v1.MoneyTrailsGrpc;
import io.holdfast.proto.freezing.v1.PaperState;
import io.holdfast.proto.freezing.v1.ReleaseUnadoptedStopOrderRequest;
import io.holdfast.proto.freezing.v1.RightMismatch;
import io.holdfast.proto.freezing.v1.StopOrder;
import io.holdfast.proto.freezing.v1.StopState;
import io.holdfast.testkit.Eventually;
import io.holdfast.testkit.TestTokens;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A stop made on a call, and another case's on the same account. All data made up (测试). */
class PhonedInterestsTest extends OnBench {
  private static final String OTHER = Ids.derived("case", "other");
  private static final String OTHER_STATION = Ids.derived("station", "other");
  private static final Duration NOTICE = Duration.ofHours(2);

  @Test
  void onAStoppedAccountTheCallJoinsAndSpendsNoStop() {
    String first = stopped(OTHER_STATION, OTHER);
    StopOrder born = new Phoning(bench).bank().openPhonedStop(opening("o1").build());
    assertThat(born.getState()).isEqualTo(StopState.STOPPED);
    assertThat(born.getCountState()).isEqualTo(CountState.COUNT_JOINED);
    assertThat(born.getPaper().getState())
        .as("the stop has its own")
        .isEqualTo(PaperState.NOT_OWED);
    assertThat(born.getAdoption().getState()).isEqualTo(AdoptionState.ADOPTION_AWAITED);
    Eventually.holds("joined", () -> others(first) == 1);
    Eventually.holds(
        "one end for both",
        () -> shown(born.getId()).getUntilTime().equals(other().getUntilTime()));
    assertThat(bench.banker().getStopOrder(named(first)).getFurtherInterests(0).getStation())
        .isEqualTo(STATION);

    bench.clock.advance(Duration.ofMinutes(31));
    assertThat(letGo(born.getId()).getState()).isEqualTo(StopState.RELEASED);
    Eventually.holds("left", () -> others(first) == 0);
    assertThat(other().getState()).as("it stands for the other case").isEqualTo(StopState.STOPPED);
    assertThat(shown(born.getId()).getLift().getState().name()).contains("NOT_OWED");
  }

  @Test
  void whereTheOthersStopComesToNothingTheOneMadeOnACallStandsByItself() {
    String first = stopped(OTHER_STATION, OTHER);
    String born = new Phoning(bench).bank().openPhonedStop(opening("o1").build()).getId();
    Eventually.holds("joined", () -> others(first) == 1);
    bench
        .banker()
        .correctAnswer(
            CorrectAnswerRequest.newBuilder()
                .setId(first)
                .setMismatch(RightMismatch.newBuilder().setField("amount"))
                .setReason("看错了")
                .build());
    Eventually.holds("by itself", () -> shown(born).getCountState() == CountState.COUNT_TAKEN);
    StopOrder alone = shown(born);
    assertThat(alone.getState()).isEqualTo(StopState.STOPPED);
    assertThat(alone.getUntilTime())
        .isEqualTo(at(noon().minusSeconds(240).plus(Duration.ofHours(48))));
    assertThat(alone.getPaper().getState()).isEqualTo(PaperState.OWED);
    assertThat(bench.told(Receiver.LIAISON_SERVICE, born))
        .containsExactly("STOP_PHONED", "STOP_RECORDED", "INTEREST_JOINED", "STOP_RECORDED");
  }

  @Test
  void nobodyPassesOverWhoJoinedAStopMadeOnACall() {
    var phoning = new Phoning(bench);
    String born = phoning.bank().openPhonedStop(opening("o1").build()).getId();
    make(OTHER_STATION, OTHER, 1);
    Eventually.holds("joined", () -> other().getState() == StopState.STOPPED);
    assertThat(other().getCountState()).isEqualTo(CountState.COUNT_JOINED);
    phoning.station().disownStopOrder(disown(born));
    StopOrder wanted = letGo(born);
    assertThat(wanted.getState()).as("not over the other's head").isEqualTo(StopState.STOPPED);
    assertThat(wanted.getShared().getReleaseDueTime()).isEqualTo(at(noon().plus(NOTICE)));
    assertThat(
            reason(
                () ->
                    bench
                        .officer()
                        .keepInterest(KeepInterestRequest.newBuilder().setId(born).build())))
        .as("who does not stand behind it has no word in it")
        .isEqualTo("ADOPTION_MISSING");
    Eventually.holds("asked", () -> other().getShared().hasReleaseDueTime());
    known(CASE, STATION);
    phoning.station().adoptStopOrder(adopt(born, CASE));
    Eventually.holds(
        "adopted, it is wanted no more", () -> !other().getShared().hasReleaseDueTime());
    bench.clock.advance(NOTICE.plusMinutes(1));
    assertThat(other().getState()).isEqualTo(StopState.STOPPED);
  }

  @Test
  void adoptedIntoTheCaseThatReportedItTooTheTwoAreOne() {
    var phoning = new Phoning(bench);
    String born = phoning.bank().openPhonedStop(opening("o1").build()).getId();
    make(STATION, CASE, 1);
    String reported = order(CASE, 1);
    Eventually.holds("joined", () -> shown(born).getShared().getOtherInterests() == 1);
    known(CASE, STATION);
    phoning.station().adoptStopOrder(adopt(born, CASE));
    Eventually.holds("one order of the case", () -> mine(reported) == StopState.ANNULLED);
    Eventually.holds("shared with nobody", () -> !shown(born).hasShared());
    assertThat(shown(born).getAmountFen()).as("one payment, told twice").isEqualTo(5_000_000);
    assertThat(shown(born).getState()).isEqualTo(StopState.STOPPED);
    MoneyTrail trail = trail();
    assertThat(trail.getAccountsList()).hasSize(1);
    assertThat(trail.getSums().getReceivedFen()).isEqualTo(5_000_000);
    assertThat(trail.getSums().getHeldFen()).isEqualTo(4_000_000);
  }

  @Test
  void adoptedIntoTheCaseWhoseStopRunsItIsMergedIntoThat() {
    String first = stopped(STATION, CASE);
    var phoning = new Phoning(bench);
    String born = phoning.bank().openPhonedStop(opening("o1").build()).getId();
    Eventually.holds(
        "joined", () -> bench.stored(first).state().shares().interest(born).isPresent());
    known(CASE, STATION);
    phoning.station().adoptStopOrder(adopt(born, CASE));
    Eventually.holds("merged", () -> mine(born) == StopState.ANNULLED);
    Eventually.holds("left", () -> bench.stored(first).state().shares().interests().isEmpty());
    assertThat(trail().getSums().getReceivedFen()).isEqualTo(5_000_000);
    assertThat(mine(first)).isEqualTo(StopState.STOPPED);
  }

  private MoneyTrail trail() {
    return MoneyTrailsGrpc.newBlockingStub(
            bench.channel(TestTokens.person("wang", STATION, REGION, Role.STATION_OFFICER)))
        .getMoneyTrail(GetMoneyTrailRequest.newBuilder().setCaseId(CASE).build());
  }

  private String stopped(String station, String caseId) {
    make(station, caseId, 1);
    String id = order(caseId, 1);
    bench.banker().acknowledgeStopOrder(StopLifeTest.acknowledge(id));
    bench.banker().recordStop(StopLifeTest.stop(id, "r").build());
    return id;
  }

  private void make(String station, String caseId, long seq) {
    bench
        .service
        .caseEvents()
        .handle(List.of(received(caseId, seq, asked(station, caseId, ACCOUNT))));
  }

  private long others(String id) {
    return bench.stored(id).state().shares().interests().size();
  }

  private StopOrder other() {
    return bench
        .stub(TestTokens.person("gu", OTHER_STATION, REGION, Role.STATION_OFFICER))
        .getStopOrder(named(order(OTHER, 1)));
  }

  private StopState mine(String id) {
    return bench.officer().getStopOrder(named(id)).getState();
  }

  private StopOrder shown(String id) {
    return bench.banker().getStopOrder(named(id));
  }

  private StopOrder letGo(String id) {
    return new Phoning(bench)
        .bank()
        .releaseUnadoptedStopOrder(
            ReleaseUnadoptedStopOrderRequest.newBuilder().setId(id).setReason("无人认领").build());
  }

  private void known(String caseId, String station) {
    var second =
        new Officer(
            Personal.of(Personal.Kind.NAME, "测试民警乙"),
            "099002",
            Personal.of(Personal.Kind.PHONE, ""));
    bench.cases.put(caseId, new CaseBinding(station, "cn-2026", second, null));
  }

  private static AdoptStopOrderRequest adopt(String id, String caseId) {
    return AdoptStopOrderRequest.newBuilder().setId(id).setCaseId(caseId).build();
  }

  private static DisownStopOrderRequest disown(String id) {
    return DisownStopOrderRequest.newBuilder().setId(id).setReason("本所无人来电").build();
  }
}
