package io.holdfast.liaison;

import com.google.protobuf.Any;
import com.google.protobuf.Message;
import com.google.protobuf.util.Timestamps;
import io.holdfast.kit.id.Ids;
import io.holdfast.proto.casefile.v1.CaseCard;
import io.holdfast.proto.casefile.v1.CaseEvent;
import io.holdfast.proto.casefile.v1.CaseReviewed;
import io.holdfast.proto.casefile.v1.CaseState;
import io.holdfast.proto.event.v1.Event;
import io.holdfast.proto.freezing.v1.ClockState;
import io.holdfast.proto.freezing.v1.OrderClock;
import io.holdfast.proto.freezing.v1.PaperState;
import io.holdfast.proto.freezing.v1.StopChange;
import io.holdfast.proto.freezing.v1.StopOrderCard;
import io.holdfast.proto.freezing.v1.StopOrderEvent;
import io.holdfast.proto.freezing.v1.StopState;
import java.time.Instant;

/** Events of made-up orders, numbered as their senders would. */
public final class Orders {
  public static final String STATION = Ids.derived("station");
  public static final String COUNTY = Ids.derived("county");
  public static final String BANK = Ids.derived("bank");
  public static final String REGION = "999001";
  public static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  private Orders() {}

  /** The order's id. */
  public static String id(int number) {
    return Ids.derived("order", Integer.toString(number));
  }

  /** An order that goes to the bank, due a second later than the one before. */
  public static Event issued(int number, long seq) {
    return stop(number, seq, StopChange.STOP_ISSUED, card(number, StopState.SENT));
  }

  /** The bank has stopped the account. */
  public static Event recorded(int number, long seq) {
    StopOrderCard.Builder card = card(number, StopState.STOPPED);
    card.setClocks(0, clock("acknowledge", number, ClockState.MET));
    card.addClocks(clock("stop", number + 100_000, ClockState.RUNNING));
    return stop(number, seq, StopChange.STOP_RECORDED, card);
  }

  /** The acknowledgement is near its end. */
  public static Event warned(int number, long seq) {
    return event(
        "freeze-service",
        id(number),
        seq,
        StopOrderEvent.newBuilder()
            .setCard(card(number, StopState.SENT))
            .setChange(StopChange.CLOCK_WARNED)
            .setClock("acknowledge")
            .build());
  }

  /** The bank's time to take the order in hand is over. */
  public static Event missed(int number, long seq, StopOrderCard.Builder card) {
    return event(
        "freeze-service",
        id(number),
        seq,
        StopOrderEvent.newBuilder()
            .setCard(card)
            .setChange(StopChange.CLOCK_MISSED)
            .setClock("acknowledge")
            .build());
  }

  public static Event stop(int number, long seq, StopChange change, StopOrderCard.Builder card) {
    return event(
        "freeze-service",
        id(number),
        seq,
        StopOrderEvent.newBuilder().setCard(card).setChange(change).build());
  }

  public static StopOrderCard.Builder card(int number, StopState state) {
    return StopOrderCard.newBuilder()
        .setStopOrder(id(number))
        .setState(state)
        .setCaseId(Ids.derived("case"))
        .setStation(STATION)
        .addStationAncestors(COUNTY)
        .setRegion(REGION)
        .setBank(BANK)
        .setMaskedAccount("990001****" + (1000 + number))
        .setAmountFen(5_000_000)
        .setPaperState(PaperState.NOT_OWED)
        .addClocks(clock("acknowledge", number, ClockState.RUNNING))
        .setIssueTime(Timestamps.fromMillis(NOON.toEpochMilli()));
  }

  public static OrderClock clock(String name, int seconds, ClockState state) {
    return OrderClock.newBuilder()
        .setName(name)
        .setStartTime(Timestamps.fromMillis(NOON.toEpochMilli()))
        .setDueTime(Timestamps.fromMillis(NOON.plusSeconds(300L + seconds).toEpochMilli()))
        .setState(state)
        .setBasis("银发〔2016〕86号")
        .build();
  }

  /** A case that waits for the county's decision, or no longer. */
  public static Event filing(String caseId, long seq, CaseState state) {
    return event(
        "case-service",
        caseId,
        seq,
        CaseEvent.newBuilder()
            .setCard(
                CaseCard.newBuilder()
                    .setCaseId(caseId)
                    .setReceiptNumber("R-" + caseId.substring(0, 6))
                    .setState(state)
                    .setStation(STATION)
                    .addStationAncestors(COUNTY)
                    .setRegion(REGION))
            .setReviewed(CaseReviewed.getDefaultInstance())
            .build());
  }

  /** An event of a sender. */
  public static Event event(String source, String subject, long seq, Message data) {
    return Event.newBuilder()
        .setId(source + '/' + subject + '#' + seq)
        .setSource(source)
        .setType(data.getDescriptorForType().getFullName())
        .setSubject(subject)
        .setSeq(seq)
        .setTime(Timestamps.fromMillis(NOON.plusMillis(seq).toEpochMilli()))
        .setData(Any.pack(data))
        .build();
  }
}
