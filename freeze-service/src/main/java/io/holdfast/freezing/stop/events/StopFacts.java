package io.holdfast.freezing.stop.events;

import io.holdfast.freezing.phone.grpc.PhoneProtos;
import io.holdfast.freezing.stop.Lift;
import io.holdfast.freezing.stop.Outflow;
import io.holdfast.freezing.stop.StopEvent;
import io.holdfast.freezing.stop.StopOrder;
import io.holdfast.freezing.stop.StopState;
import io.holdfast.freezing.stop.grpc.OutflowProtos;
import io.holdfast.freezing.stop.grpc.PaperProtos;
import io.holdfast.freezing.stop.grpc.StopProtos;
import io.holdfast.kit.mongo.Fact;
import io.holdfast.proto.access.v1.Receiver;
import io.holdfast.proto.freezing.v1.OpenLayers;
import io.holdfast.proto.freezing.v1.Reroute;
import io.holdfast.proto.freezing.v1.ResendCorrected;
import io.holdfast.proto.freezing.v1.StopChange;
import io.holdfast.proto.freezing.v1.StopOrderCard;
import io.holdfast.proto.freezing.v1.StopOrderErrand;
import io.holdfast.proto.freezing.v1.StopOrderEvent;
import io.holdfast.proto.freezing.v1.WithdrawLayers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
    return events.stream()
        .flatMap(
            event ->
                Stream.concat(fact(order, card, event).stream(), errand(order, event).stream()))
        .map(fact -> addressed(card, fact))
        .toList();
  }

  /** No case hears of an order that belongs to none yet. */
  private static Fact addressed(StopOrderCard card, Fact fact) {
    return card.getCaseId().isEmpty() && fact.message() instanceof StopOrderEvent
        ? Fact.to(fact.message(), Receiver.LIAISON_SERVICE)
        : fact;
  }

  /** What this service tells itself, so that no crash can lose it. */
  private static Optional<Fact> errand(StopOrder order, StopEvent event) {
    return switch (event) {
      case StopEvent.OfShares shares -> ShareFacts.errand(order, shares);
      case StopEvent.StopRecalled _, StopEvent.StopReleased _ -> ShareFacts.left(order);
      case StopEvent.InflowJoined _, StopEvent.InflowLeft _, StopEvent.PaymentWithdrawn _ ->
          ShareFacts.rejoined(order);
      // Nobody else's account is stopped in the name of a station that has not said so.
      case StopEvent.OutflowsRecorded(var outflows) ->
          order.spoken().awaitsCase() ? Optional.empty() : opening(order, outflows);
      case StopEvent.StopAdopted _ ->
          order.state() instanceof StopState.NotOurs
              ? rerouting(order)
              : opening(order, order.outflows());
      case StopEvent.NextLayerOrdered(int number, _) ->
          opening(
              order, order.outflows().stream().filter(each -> each.number() == number).toList());
      case StopEvent.OutflowsWithdrawn(var numbers, _) ->
          errand(
              StopOrderErrand.newBuilder()
                  .setWithdrawLayers(WithdrawLayers.newBuilder().addAllOutflows(numbers)));
      case StopEvent.StopCorrected _ ->
          errand(
              StopOrderErrand.newBuilder()
                  .setResendCorrected(ResendCorrected.getDefaultInstance()));
      case StopEvent.NotOursRecorded _ ->
          order.spoken().awaitsCase() ? Optional.empty() : rerouting(order);
      case StopEvent.StopIssued _,
          StopEvent.StopUnrouted _,
          StopEvent.StopRouted _,
          StopEvent.StopAcknowledged _,
          StopEvent.StopRecorded _,
          StopEvent.MismatchRecorded _,
          StopEvent.FailureRecorded _,
          StopEvent.AnswerCorrected _,
          StopEvent.ExtensionCorrected _,
          StopEvent.OutflowSettled _,
          StopEvent.LiftConfirmed _,
          StopEvent.StopLapsed _,
          StopEvent.StopWithdrawn _,
          StopEvent.StopConverted _,
          StopEvent.ExtensionRequested _,
          StopEvent.ExtensionRecorded _,
          StopEvent.ExtensionRefused _,
          StopEvent.CountTaken _,
          StopEvent.CountExceeded _,
          StopEvent.CountPostponed _,
          StopEvent.PaperAttached _,
          StopEvent.PaperDelivered _,
          StopEvent.PaperCountersigned _,
          StopEvent.PaperRefused _,
          StopEvent.SecondOfficerConfirmed _,
          StopEvent.StopPhoned _,
          StopEvent.OralNoticeRecorded _,
          StopEvent.CallbackRecorded _,
          StopEvent.StopDisowned _,
          StopEvent.ClockWarned _,
          StopEvent.ClockMissed _ ->
          Optional.empty();
    };
  }

  private static Optional<Fact> rerouting(StopOrder order) {
    return order.asked().size() < order.limits().reroutesMax()
        ? errand(StopOrderErrand.newBuilder().setReroute(Reroute.getDefaultInstance()))
        : Optional.empty();
  }

  private static Optional<Fact> opening(StopOrder order, List<Outflow> outflows) {
    boolean any =
        outflows.stream()
            .flatMap(
                told -> order.outflows().stream().filter(each -> each.number() == told.number()))
            .anyMatch(each -> each.next() instanceof Outflow.Next.Opening);
    return any
        ? errand(StopOrderErrand.newBuilder().setOpenLayers(OpenLayers.getDefaultInstance()))
        : Optional.empty();
  }

  private static Optional<Fact> errand(StopOrderErrand.Builder errand) {
    return Optional.of(Fact.of(errand.build()));
  }

  private static Optional<Fact> fact(StopOrder order, StopOrderCard card, StopEvent event) {
    return switch (event) {
      case StopEvent.OfShares shares -> ShareFacts.fact(card, shares);
      // What the case asked for itself it knows; its word of a delivery would only keep the order
      // from
      // being SENT.
      case StopEvent.StopIssued _ -> issued(order, card);
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
      case StopEvent.ExtensionCorrected _ -> all(card, StopChange.EXTENSION_CORRECTED);
      case StopEvent.PaperDelivered _ -> all(card, StopChange.PAPER_DELIVERED);
      case StopEvent.PaperCountersigned _ -> all(card, StopChange.PAPER_COUNTERSIGNED);
      case StopEvent.PaperRefused _ -> all(card, StopChange.PAPER_REFUSED);
      // The case told of it itself.
      case StopEvent.SecondOfficerConfirmed _ ->
          Optional.of(
              Fact.to(
                  message(card, StopChange.SECOND_OFFICER_CONFIRMED).build(),
                  Receiver.LIAISON_SERVICE));
      case StopEvent.StopPhoned _ -> all(card, StopChange.STOP_PHONED);
      case StopEvent.OralNoticeRecorded _ -> all(card, StopChange.ORAL_NOTICE_RECORDED);
      case StopEvent.CallbackRecorded _ -> all(card, StopChange.CALLBACK_RECORDED);
      case StopEvent.StopAdopted _ -> all(card, StopChange.STOP_ADOPTED);
      case StopEvent.StopDisowned _ -> all(card, StopChange.STOP_DISOWNED);
      case StopEvent.ClockWarned warned ->
          clock(card, StopChange.CLOCK_WARNED, warned.clock().word());
      case StopEvent.ClockMissed missed ->
          clock(card, StopChange.CLOCK_MISSED, missed.clock().word());
      case StopEvent.OutflowsRecorded recorded ->
          Optional.of(
              Fact.of(
                  message(card, StopChange.OUTFLOWS_RECORDED)
                      .setAmountFen(
                          recorded.outflows().stream().mapToLong(Outflow::amountFen).sum())
                      .build()));
      case StopEvent.OutflowSettled(_, var next) -> next(card, next);
      case StopEvent.AnswerCorrected _ -> all(card, StopChange.ANSWER_CORRECTED);
      case StopEvent.LiftConfirmed _ -> all(card, StopChange.LIFT_CONFIRMED_BY_BANK);
      case StopEvent.StopCorrected(var put) ->
          Optional.of(
              Fact.of(
                  message(card, StopChange.STOP_CORRECTED)
                      .setNextStopOrder(put.stopOrder())
                      .build()));
      case StopEvent.CountTaken _,
          StopEvent.CountExceeded _,
          StopEvent.CountPostponed _,
          StopEvent.PaperAttached _,
          StopEvent.NextLayerOrdered _,
          StopEvent.OutflowsWithdrawn _,
          StopEvent.InflowJoined _,
          StopEvent.PaymentWithdrawn _,
          StopEvent.InflowLeft _ ->
          Optional.empty();
    };
  }

  private static Optional<Fact> issued(StopOrder order, StopOrderCard card) {
    boolean found = order.request().foundBy() != null;
    StopOrderEvent message = message(card, StopChange.STOP_ISSUED).build();
    boolean asked = card.getLayer() == 1 && card.getCorrectsStopOrder().isEmpty() && !found;
    return Optional.of(asked ? Fact.to(message, Receiver.LIAISON_SERVICE) : Fact.of(message));
  }

  private static Optional<Fact> next(StopOrderCard card, Outflow.Next next) {
    return switch (next) {
      case Outflow.Next.Opened(var order) -> opened(card, order);
      case Outflow.Next.Joined(var order) -> opened(card, order);
      case Outflow.Next.HeldBack _ -> all(card, StopChange.NEXT_LAYER_HELD_BACK);
      case Outflow.Next.EndsHere _, Outflow.Next.Opening _, Outflow.Next.Withdrawn _ ->
          Optional.empty();
    };
  }

  private static Optional<Fact> opened(StopOrderCard card, String order) {
    return Optional.of(
        Fact.of(message(card, StopChange.NEXT_LAYER_OPENED).setNextStopOrder(order).build()));
  }

  static Optional<Fact> all(StopOrderCard card, StopChange change) {
    return Optional.of(Fact.of(message(card, change).build()));
  }

  private static Optional<Fact> clock(StopOrderCard card, StopChange change, String clock) {
    return Optional.of(Fact.of(message(card, change).setClock(clock).build()));
  }

  static StopOrderEvent.Builder message(StopOrderCard card, StopChange change) {
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
        .setRoutingReason(order.destination().reason())
        .setPolicy(order.limits().policy())
        .setMaskedAccount(request.payee().number().masked())
        .setAmountFen(order.amountFen())
        .setExtension(StopProtos.extension(order.extension()))
        .setPaperState(PaperProtos.state(order.paper().state()))
        .addAllClocks(StopProtos.clocks(order, now))
        .setIssueTime(StopProtos.time(request.issueTime()))
        .setLayer(request.layer().number())
        .setCorrectsStopOrder(request.corrects().order())
        .setLiftState(OutflowProtos.lift(Lift.of(order, now)))
        .setHeldBack(
            (int)
                order.outflows().stream()
                    .filter(each -> each.next() instanceof Outflow.Next.HeldBack)
                    .count())
        .setAwaitsCorrection(
            order.state() instanceof StopState.Mismatched && order.correction() == null)
        .setJoined(order.joined())
        .setPurpose(StopProtos.purpose(request.purpose()))
        .setSecondOfficerState(StopProtos.secondOfficer(request.confirmation().at(now)))
        .setAdoption(PhoneProtos.state(order.spoken().adoption()))
        .build();
  }
}
