package io.holdfast.freezing.stop;

import io.holdfast.freezing.phone.Spoken;
import io.holdfast.freezing.routing.Routing;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order just made, with what there is to tell. */
public record MadeOrder(StopOrder order, List<StopEvent> events) {
  public MadeOrder {
    events = List.copyOf(events);
  }

  /**
   * Makes an order. It goes out at once, whatever is known of the account's count; only when the
   * account is known to be full is it withdrawn before it goes anywhere, and where the account's
   * stop runs already it joins that one.
   */
  public static MadeOrder make(
      StopRequest request, Routing routing, Count count, @Nullable Seal seal, Instant now) {
    Destination to = Destination.of(routing, now);
    StopOrder order = fresh(request, to, seal, new StopState.Issued(now), count);
    StopEvent first =
        switch (count) {
          case Count.Exceeded(int max) -> new StopEvent.StopWithdrawn(now, max);
          case Count.Joined(var lead, boolean own) ->
              own ? new StopEvent.OrderMerged(lead, now) : new StopEvent.InterestJoined(lead, now);
          case Count.Taken _, Count.Pending _ ->
              switch (routing) {
                case Routing.Found _ -> new StopEvent.StopIssued();
                case Routing.Unrouted _ -> new StopEvent.StopUnrouted();
              };
        };
    return new MadeOrder(Evolution.evolve(order, first), List.of(first));
  }

  /**
   * An order born at the bank, which had it in hand the moment it acted; its answer comes next.
   *
   * @param executeTime when the bank stopped the account
   */
  public static StopOrder phoned(
      StopRequest request, Destination.Bank bank, Count count, Spoken spoken, Instant executeTime) {
    var state = new StopState.Acknowledged(executeTime);
    return fresh(request, bank, null, state, count)
        .sentAt(executeTime)
        .acknowledgedAt(executeTime)
        .with(spoken);
  }

  /** An order of which nothing is known but this. */
  static StopOrder fresh(
      StopRequest request,
      Destination destination,
      @Nullable Seal seal,
      StopState state,
      Count count) {
    return new StopOrder(
        request,
        destination,
        seal,
        state,
        count,
        new Extension.NotRequested(),
        new Paper(new PaperState.NotOwed(), List.of()),
        null,
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        null,
        List.of(),
        List.of(),
        List.of(),
        null,
        Spoken.NOTHING,
        Shares.NONE,
        List.of(),
        null);
  }
}
