package io.holdfast.freezing.stop.events;

import io.holdfast.freezing.stop.Count;
import io.holdfast.freezing.stop.StopEvent;
import io.holdfast.freezing.stop.StopOrder;
import io.holdfast.freezing.stop.TransferOut;
import io.holdfast.kit.mongo.Fact;
import io.holdfast.proto.freezing.v1.DissolveInterests;
import io.holdfast.proto.freezing.v1.FollowLead;
import io.holdfast.proto.freezing.v1.JoinLead;
import io.holdfast.proto.freezing.v1.LeaveLead;
import io.holdfast.proto.freezing.v1.MergeOrder;
import io.holdfast.proto.freezing.v1.StopChange;
import io.holdfast.proto.freezing.v1.StopOrderCard;
import io.holdfast.proto.freezing.v1.StopOrderErrand;
import java.util.Optional;

/** What is told of the sharing of stops: to the stations, and between the orders themselves. */
final class ShareFacts {
  private ShareFacts() {}

  /** What is still to be done at the other orders. */
  static Optional<Fact> errand(StopOrder order, StopEvent.OfShares event) {
    return switch (event) {
      case StopEvent.InterestJoined _ -> rejoined(order);
      case StopEvent.TransfersAdded _ -> rejoined(order);
      case StopEvent.OrderMerged(var lead, _) ->
          errand(StopOrderErrand.newBuilder().setMergeOrder(MergeOrder.newBuilder().setLead(lead)));
      case StopEvent.InterestsDissolved(var interests) ->
          errand(
              StopOrderErrand.newBuilder()
                  .setDissolveInterests(
                      DissolveInterests.newBuilder().addAllStopOrders(interests)));
      case StopEvent.SharesChanged _ when order.joined() -> rejoined(order);
      case StopEvent.SharesChanged _ ->
          errand(StopOrderErrand.newBuilder().setFollowLead(FollowLead.getDefaultInstance()));
      case StopEvent.WentAlone _,
          StopEvent.StoodAlone _,
          StopEvent.LeadFollowed _,
          StopEvent.InterestAdded _,
          StopEvent.InterestLeft _,
          StopEvent.InterestKept _,
          StopEvent.ReleaseDemanded _ ->
          Optional.empty();
    };
  }

  /** A further interest that its own station has ended says so. */
  static Optional<Fact> left(StopOrder order) {
    return order.count() instanceof Count.Joined(var lead, boolean own) && !own
        ? errand(StopOrderErrand.newBuilder().setLeaveLead(LeaveLead.newBuilder().setLead(lead)))
        : Optional.empty();
  }

  /** A further interest tells its sums, at first and whenever they change. */
  static Optional<Fact> rejoined(StopOrder order) {
    return order.count() instanceof Count.Joined(_, boolean own) && !own
        ? errand(StopOrderErrand.newBuilder().setJoinLead(JoinLead.getDefaultInstance()))
        : Optional.empty();
  }

  private static Optional<Fact> errand(StopOrderErrand.Builder errand) {
    return Optional.of(Fact.of(errand.build()));
  }

  /** What case and desks are told. */
  static Optional<Fact> fact(StopOrderCard card, StopEvent.OfShares event) {
    return switch (event) {
      case StopEvent.InterestJoined _ -> StopFacts.all(card, StopChange.INTEREST_JOINED);
      case StopEvent.OrderMerged(var lead, _) ->
          Optional.of(
              Fact.of(
                  StopFacts.message(card, StopChange.STOP_MERGED).setNextStopOrder(lead).build()));
      case StopEvent.WentAlone _ -> StopFacts.all(card, StopChange.STOP_ISSUED);
      case StopEvent.StoodAlone(_, long heldFen) -> recorded(card, heldFen);
      case StopEvent.LeadFollowed followed -> followed(card, followed);
      case StopEvent.InterestAdded(var interest, boolean news) ->
          news
              ? Optional.of(
                  Fact.of(
                      StopFacts.message(card, StopChange.INTEREST_ADDED)
                          .setAmountFen(interest.amountFen())
                          .build()))
              : Optional.empty();
      case StopEvent.InterestLeft _ -> StopFacts.all(card, StopChange.INTEREST_LEFT);
      case StopEvent.InterestKept _ -> StopFacts.all(card, StopChange.INTEREST_KEPT);
      case StopEvent.ReleaseDemanded _ -> StopFacts.all(card, StopChange.RELEASE_DEMANDED);
      case StopEvent.TransfersAdded(var transfers) ->
          Optional.of(
              Fact.of(
                  StopFacts.message(card, StopChange.TRANSFERS_JOINED)
                      .setAmountFen(transfers.stream().mapToLong(TransferOut::amountFen).sum())
                      .build()));
      case StopEvent.InterestsDissolved _, StopEvent.SharesChanged _ -> Optional.empty();
    };
  }

  private static Optional<Fact> followed(StopOrderCard card, StopEvent.LeadFollowed followed) {
    return switch (followed.news()) {
      case NOTHING -> Optional.empty();
      case NOT_OURS -> StopFacts.all(card, StopChange.STOP_NOT_OURS_RECORDED);
      case ROUTED -> StopFacts.all(card, StopChange.STOP_ROUTED);
      case ACKNOWLEDGED -> StopFacts.all(card, StopChange.STOP_ACKNOWLEDGED);
      case STOPPED -> recorded(card, followed.shown().shown().heldFen());
      case RELEASED -> StopFacts.all(card, StopChange.STOP_RELEASED);
      case LAPSED -> StopFacts.all(card, StopChange.STOP_LAPSED);
      case CONVERTED -> StopFacts.all(card, StopChange.STOP_CONVERTED);
      case EXTENSION_REQUESTED -> StopFacts.all(card, StopChange.EXTENSION_REQUESTED);
      case EXTENSION_GRANTED -> StopFacts.all(card, StopChange.EXTENSION_RECORDED);
      case EXTENSION_REFUSED -> StopFacts.all(card, StopChange.EXTENSION_REFUSED);
      case RELEASE_DEMANDED -> StopFacts.all(card, StopChange.RELEASE_DEMANDED);
      case KEPT -> StopFacts.all(card, StopChange.INTEREST_KEPT);
    };
  }

  private static Optional<Fact> recorded(StopOrderCard card, long heldFen) {
    return Optional.of(
        Fact.of(StopFacts.message(card, StopChange.STOP_RECORDED).setAmountFen(heldFen).build()));
  }
}
