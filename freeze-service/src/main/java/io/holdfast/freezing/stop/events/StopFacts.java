package io.holdfast.freezing.stop.events;

import io.holdfast.freezing.stop.StopEvent;
import io.holdfast.freezing.stop.StopOrder;
import io.holdfast.freezing.stop.grpc.PaperProtos;
import io.holdfast.freezing.stop.grpc.StopProtos;
import io.holdfast.kit.mongo.Fact;
import io.holdfast.proto.access.v1.Receiver;
import io.holdfast.proto.freezing.v1.StopChange;
import io.holdfast.proto.freezing.v1.StopOrderCard;
import io.holdfast.proto.freezing.v1.StopOrderEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What other services are told of an order. */
public final class StopFacts {
  private StopFacts() {}

  /**
   * The facts of a change, each with the order as it stands after the whole of it.
   *
   * @param order after the change
   */
  public static List<Fact> of(String id, StopOrder order, List<StopEvent> events, Instant now) {
    StopOrderCard card = card(id, order.at(now), now);
    return events.stream().flatMap(event -> fact(card, event).stream()).toList();
  }

  private static Optional<Fact> fact(StopOrderCard card, StopEvent event) {
    return switch (event) {
      // The case asked for it itself; its word of a delivery would only keep the order from being
      // SENT.
      case StopEvent.StopIssued _ ->
          Optional.of(
              Fact.to(message(card, StopChange.STOP_ISSUED).build(), Receiver.LIAISON_SERVICE));
      case StopEvent.StopUnrouted _ -> all(card, StopChange.STOP_UNROUTED);
      case StopEvent.StopRouted _ -> all(card, StopChange.STOP_ROUTED);
      case StopEvent.StopAcknowledged _ -> all(card, StopChange.STOP_ACKNOWLEDGED);
      case StopEvent.StopRecorded recorded ->
          Optional.of(
              Fact.of(
                  message(card, StopChange.STOP_RECORDED)
                      .setAmountFen(recorded.answer().heldFen())
                      .build()));
      case StopEvent.MismatchRecorded _ -> all(card, StopChange.STOP_MISMATCH_RECORDED);
      case StopEvent.FailureRecorded _ -> all(card, StopChange.STOP_FAILURE_RECORDED);
      case StopEvent.NotOursRecorded _ -> all(card, StopChange.STOP_NOT_OURS_RECORDED);
      case StopEvent.StopRecalled _ -> all(card, StopChange.STOP_RECALLED);
      case StopEvent.StopReleased _ -> all(card, StopChange.STOP_RELEASED);
      case StopEvent.StopLapsed _ -> all(card, StopChange.STOP_LAPSED);
      case StopEvent.StopWithdrawn _ -> all(card, StopChange.STOP_WITHDRAWN);
      case StopEvent.StopConverted _ -> all(card, StopChange.STOP_CONVERTED);
      case StopEvent.ExtensionRequested _ -> all(card, StopChange.EXTENSION_REQUESTED);
      case StopEvent.ExtensionRecorded _ -> all(card, StopChange.EXTENSION_RECORDED);
      case StopEvent.ExtensionRefused _ -> all(card, StopChange.EXTENSION_REFUSED);
      case StopEvent.PaperDelivered _ -> all(card, StopChange.PAPER_DELIVERED);
      case StopEvent.PaperCountersigned _ -> all(card, StopChange.PAPER_COUNTERSIGNED);
      case StopEvent.PaperRefused _ -> all(card, StopChange.PAPER_REFUSED);
      // The case told of it itself.
      case StopEvent.SecondOfficerConfirmed _ ->
          Optional.of(
              Fact.to(
                  message(card, StopChange.SECOND_OFFICER_CONFIRMED).build(),
                  Receiver.LIAISON_SERVICE));
      case StopEvent.ClockWarned warned ->
          clock(card, StopChange.CLOCK_WARNED, warned.clock().word());
      case StopEvent.ClockMissed missed ->
          clock(card, StopChange.CLOCK_MISSED, missed.clock().word());
      case StopEvent.CountTaken _,
          StopEvent.CountExceeded _,
          StopEvent.CountPostponed _,
          StopEvent.PaperAttached _ ->
          Optional.empty();
    };
  }

  private static Optional<Fact> all(StopOrderCard card, StopChange change) {
    return Optional.of(Fact.of(message(card, change).build()));
  }

  private static Optional<Fact> clock(StopOrderCard card, StopChange change, String clock) {
    return Optional.of(Fact.of(message(card, change).setClock(clock).build()));
  }

  private static StopOrderEvent.Builder message(StopOrderCard card, StopChange change) {
    return StopOrderEvent.newBuilder().setCard(card).setChange(change);
  }

  private static StopOrderCard card(String id, StopOrder order, Instant now) {
    var request = order.request();
    return StopOrderCard.newBuilder()
        .setStopOrder(id)
        .setOrderNumber(request.orderNumber())
        .setState(StopProtos.state(order.state()))
        .setCaseId(request.caseId())
        .setStation(request.station())
        .addAllStationAncestors(request.stationAncestors())
        .setRegion(request.region())
        .setBank(order.destination().bank())
        .setPolicy(order.limits().policy())
        .setMaskedAccount(request.payee().number().masked())
        .setAmountFen(request.amountFen())
        .setExtension(StopProtos.extension(order.extension()))
        .setPaperState(PaperProtos.state(order.paper().state()))
        .addAllClocks(StopProtos.clocks(order, now))
        .setIssueTime(StopProtos.time(request.issueTime()))
        .setSecondOfficerState(StopProtos.secondOfficer(request.confirmation().at(now)))
        .build();
  }
}
