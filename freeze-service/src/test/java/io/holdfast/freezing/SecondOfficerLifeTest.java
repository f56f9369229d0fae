package io.holdfast.freezing;

import static io.holdfast.freezing.FreezeBench.ACCOUNT;
import static io.holdfast.freezing.FreezeBench.CASE;
import static io.holdfast.freezing.FreezeBench.STATION;
import static io.holdfast.freezing.FreezeBench.asked;
import static io.holdfast.freezing.FreezeBench.at;
import static io.holdfast.freezing.FreezeBench.noon;
import static io.holdfast.freezing.FreezeBench.order;
import static io.holdfast.freezing.FreezeBench.received;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.proto.access.v1.Receiver;
import io.holdfast.proto.casefile.v1.CaseEvent;
import io.holdfast.proto.casefile.v1.OfficerCard;
import io.holdfast.proto.freezing.v1.GetStopOrderRequest;
import io.holdfast.proto.freezing.v1.OrderClock;
import io.holdfast.proto.freezing.v1.SecondOfficerState;
import io.holdfast.proto.freezing.v1.StopOrder;
import io.holdfast.testkit.Eventually;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the bank sees of the second officer, from the order to his own word. */
class SecondOfficerLifeTest extends OnBench {
  @Test
  void theBankSeesTheWordAsSoonAsItIsGiven() {
    CaseEvent.Builder asking = asked(STATION, CASE, ACCOUNT).toBuilder();
    asking.getStopsRequestedBuilder().clearSecondOfficerConfirmTime();
    bench.service.caseEvents().handle(List.of(received(CASE, 1, asking.build())));
    String id = order(CASE, 1);
    StopOrder waiting = shown(id);
    assertThat(waiting.getSecondOfficerState()).isEqualTo(SecondOfficerState.OFFICER_UNCONFIRMED);
    assertThat(waiting.getClocksList()).extracting(OrderClock::getName).contains("second-officer");

    bench.clock.advance(Duration.ofMinutes(30));
    assertThat(shown(id).getSecondOfficerState()).isEqualTo(SecondOfficerState.OFFICER_OVERDUE);

    Instant late = noon().plus(Duration.ofMinutes(31));
    CaseEvent.Builder word = asking.clone().clearStopsRequested();
    word.getSecondOfficerConfirmedBuilder()
        .setOfficer(OfficerCard.newBuilder().setName("测试民警乙").setOfficerNumber("099002"))
        .setConfirmTime(at(late))
        .addStopOrders(id)
        .addStopOrders("0".repeat(26));
    for (int again = 0; again < 2; again++) {
      bench.service.caseEvents().handle(List.of(received(CASE, 2, word.build())));
    }
    StopOrder confirmed = shown(id);
    assertThat(confirmed.getSecondOfficerState()).isEqualTo(SecondOfficerState.OFFICER_CONFIRMED);
    assertThat(confirmed.getSecondOfficerConfirmTime()).isEqualTo(at(late));
    assertThat(confirmed.getSecondOfficer().getOfficerNumber()).isEqualTo("099002");
    Eventually.holds(
        "told",
        () ->
            bench
                .told(Receiver.LIAISON_SERVICE, id)
                .containsAll(List.of("CLOCK_MISSED:second-officer", "SECOND_OFFICER_CONFIRMED")));
    assertThat(bench.told(Receiver.LIAISON_SERVICE, id))
        .filteredOn("SECOND_OFFICER_CONFIRMED"::equals)
        .hasSize(1);
  }

  private StopOrder shown(String id) {
    return bench.banker().getStopOrder(GetStopOrderRequest.newBuilder().setId(id).build());
  }
}
