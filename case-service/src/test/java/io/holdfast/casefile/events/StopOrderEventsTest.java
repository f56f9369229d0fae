package io.holdfast.casefile.events;

import static io.holdfast.casefile.desk.CaseBench.STATION;
import static io.holdfast.casefile.desk.CaseBench.officer;
import static io.holdfast.casefile.report.Reports.CARD;
import static io.holdfast.casefile.report.Reports.OTHER_CARD;
import static io.holdfast.casefile.report.Reports.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Any;
import io.holdfast.casefile.casefile.CaseFile;
import io.holdfast.casefile.casefile.OrderLink;
import io.holdfast.casefile.casefile.OrderState;
import io.holdfast.casefile.casefile.TimelineEntry;
import io.holdfast.casefile.desk.CaseBench;
import io.holdfast.kit.mongo.Stored;
import io.holdfast.kit.outbox.EventHandler.Received;
import io.holdfast.proto.access.v1.Receiver;
import io.holdfast.proto.event.v1.Actor;
import io.holdfast.proto.event.v1.Event;
import io.holdfast.proto.freezing.v1.StopChange;
import io.holdfast.proto.freezing.v1.StopOrderCard;
import io.holdfast.proto.freezing.v1.StopOrderEvent;
import io.holdfast.proto.freezing.v1.StopState;
import io.holdfast.testkit.Eventually;
import io.holdfast.testkit.StoreExtension;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What freeze-service tells reaches the case, once. */
class StopOrderEventsTest {
  @RegisterExtension final StoreExtension stores = new StoreExtension();

  private final CaseBench bench = new CaseBench(stores.fresh());
  private final StopOrderEvents events = new StopOrderEvents(bench.cases);

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void aBatchAboutOneCaseIsOneWriteAndARepeatIsNone() {
    Stored<CaseFile> filed = filed();
    String first = filed.state().orders().getFirst().stopOrder();
    String second = filed.state().orders().getLast().stopOrder();
    var batch =
        List.of(
            told(filed.id(), first, 1, StopChange.STOP_ISSUED, StopState.ISSUED, 0),
            told(filed.id(), second, 1, StopChange.STOP_ISSUED, StopState.ISSUED, 0),
            told(filed.id(), first, 2, StopChange.STOP_RECORDED, StopState.STOPPED, 1230));
    long v = stored(filed.id()).v();

    events.handle(batch);

    Stored<CaseFile> after = stored(filed.id());
    assertThat(after.rev()).isEqualTo(filed.rev());
    assertThat(after.state().orders())
        .extracting(OrderLink::state)
        .containsExactly(OrderState.STOPPED, OrderState.ISSUED);
    TimelineEntry last = after.state().timeline().getLast();
    assertThat(last.kind()).isEqualTo("STOP_RECORDED");
    assertThat(last.amountFen()).isEqualTo(1230);
    assertThat(last.institution()).isEqualTo(CaseBench.BANK);
    assertThat(after.v()).isGreaterThan(v);

    events.handle(batch);
    assertThat(stored(filed.id()).state()).isEqualTo(after.state());
  }

  @Test
  void anEventLeftOutOfAnEarlierBatchStillCounts() {
    Stored<CaseFile> filed = filed();
    String first = filed.state().orders().getFirst().stopOrder();
    String second = filed.state().orders().getLast().stopOrder();
    var late = told(filed.id(), first, 1, StopChange.STOP_ISSUED, StopState.ISSUED, 0);
    var early = told(filed.id(), second, 1, StopChange.STOP_ISSUED, StopState.ISSUED, 0);
    events.handle(List.of(early));
    events.handle(List.of(late, early));
    assertThat(stored(filed.id()).state().orders())
        .extracting(OrderLink::state)
        .containsOnly(OrderState.ISSUED);
  }

  @Test
  void aClocksWarningNamesTheClock() {
    Stored<CaseFile> filed = filed();
    String order = filed.state().orders().getFirst().stopOrder();
    var told = told(filed.id(), order, 1, StopChange.CLOCK_WARNED, StopState.STOPPED, 0);
    var data = told.data().toBuilder().setClock("stop").build();
    events.handle(List.of(new Received<>(told.event(), data)));
    assertThat(stored(filed.id()).state().timeline().getLast().kind())
        .isEqualTo("CLOCK_WARNED:stop");
  }

  @Test
  void wordOfUnknownCasesChangesNothing() {
    Stored<CaseFile> filed = filed();
    events.handle(
        List.of(told("0".repeat(26), "x", 1, StopChange.STOP_ISSUED, StopState.ISSUED, 0)));
    assertThat(stored(filed.id()).state()).isEqualTo(filed.state());
  }

  @Test
  void anOrderThatFollowsTheMoneyBecomesOneOfTheCases() {
    Stored<CaseFile> filed = filed();
    var told = told(filed.id(), "x", 1, StopChange.STOP_ISSUED, StopState.ISSUED, 0);
    var card =
        told.data().getCard().toBuilder()
            .setOrderNumber("A-01.1")
            .setMaskedAccount("999002****0049")
            .setAmountFen(70)
            .setLayer(2);
    var follower = new Received<>(told.event(), told.data().toBuilder().setCard(card).build());
    events.handle(List.of(follower, follower));
    assertThat(stored(filed.id()).state().orders())
        .hasSize(3)
        .last()
        .isEqualTo(
            new OrderLink(
                "x", "A-01.1", "999002****0049", 70, false, 2, OrderState.ISSUED, 1, false));
  }

  private Stored<CaseFile> filed() {
    Stored<CaseFile> filed =
        bench.file(officer("a", STATION), "r1", transfer(CARD, 100), transfer(OTHER_CARD, 20));
    Eventually.holds("told freeze-service", () -> !bench.told(Receiver.FREEZE_SERVICE).isEmpty());
    return filed;
  }

  private Stored<CaseFile> stored(String id) {
    return bench.cases.find(id).orElseThrow();
  }

  private static Received<StopOrderEvent> told(
      String caseId, String order, long seq, StopChange change, StopState state, long amountFen) {
    var data =
        StopOrderEvent.newBuilder()
            .setCard(
                StopOrderCard.newBuilder().setStopOrder(order).setCaseId(caseId).setState(state))
            .setChange(change)
            .setAmountFen(amountFen)
            .build();
    var event =
        Event.newBuilder()
            .setId("freeze-service/" + order + '#' + seq)
            .setSource("freeze-service")
            .setType("holdfast.freezing.v1.StopOrderEvent")
            .setSubject(order)
            .setSeq(seq)
            .setActor(Actor.newBuilder().setSubject("sub-bank").setInstitution(CaseBench.BANK))
            .setData(Any.pack(data))
            .build();
    return new Received<>(event, data);
  }
}
