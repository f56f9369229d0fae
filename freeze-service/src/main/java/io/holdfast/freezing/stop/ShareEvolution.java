package io.holdfast.freezing.stop;

import io.holdfast.freezing.stop.StopState.EndCause;
import java.util.List;

/** What an event of the sharing makes of an order. */
final class ShareEvolution {
  private ShareEvolution() {}

  static StopOrder evolve(StopOrder order, StopEvent.OfShares event) {
    return switch (event) {
      case StopEvent.InterestJoined(var lead, var time) ->
          Evolution.unowing(order)
              .with(new Count.Joined(lead, false))
              .with(order.madeByBank() ? order.state() : new StopState.Issued(time))
              .with(Shares.NONE);
      case StopEvent.OrderMerged(var lead, var time) ->
          order
              .with(new Count.Joined(lead, true))
              .with(new StopState.Recalled(time, EndCause.MERGED, ""))
              .with(Shares.NONE);
      case StopEvent.WentAlone(var to, var seal, var count) ->
          order
              .redirected(to, seal)
              .with(count)
              .with(new StopState.Issued(to.dispatchTime()))
              .with(new Extension.NotRequested())
              .with(Shares.NONE);
      case StopEvent.StoodAlone(var count, _) ->
          Evolution.standing(order.with(count).with(Shares.NONE))
              .with(new Extension.NotRequested());
      case StopEvent.LeadFollowed(var shown, _) ->
          order
              .sentTo(shown.destination())
              .with(shown.state())
              .with(shown.extension())
              .with(order.shares().with(shown.shown()));
      case StopEvent.InterestAdded(var interest, _) -> order.with(order.shares().with(interest));
      case StopEvent.InterestLeft(var of) -> order.with(order.shares().without(List.of(of)));
      case StopEvent.InterestKept(var of) ->
          order.with(
              of.isEmpty()
                  ? order.shares().with((Shares.Demand) null)
                  : order.shares().mapping(of, each -> each.saying(Interest.Word.KEEPS)));
      case StopEvent.ReleaseDemanded(var demand) -> order.with(order.shares().with(demand));
      case StopEvent.InterestsDissolved(var orders) -> order.with(order.shares().without(orders));
      case StopEvent.SharesChanged _ -> order;
      case StopEvent.TransfersAdded(var transfers) -> order.adding(transfers);
    };
  }
}
