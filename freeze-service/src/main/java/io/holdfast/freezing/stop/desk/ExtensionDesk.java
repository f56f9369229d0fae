package io.holdfast.freezing.stop.desk;

import io.holdfast.freezing.account.store.AccountBook.Outcome;
import io.holdfast.freezing.stop.Extension;
import io.holdfast.freezing.stop.StopCommand;
import io.holdfast.freezing.stop.StopOrder;
import io.holdfast.kit.access.Call;
import io.holdfast.kit.mongo.Aggregates;
import io.holdfast.kit.mongo.Change;
import io.holdfast.kit.mongo.Mutation;
import io.holdfast.kit.mongo.Stored;
import io.holdfast.kit.problem.Problem;
import java.time.Instant;
import java.util.List;

/** The second stop of an account on the same order: asked for, and its answer corrected. */
public final class ExtensionDesk {
  private final Aggregates<StopOrder> orders;
  private final OrderCount count;
  private final StopDesk desk;

  public ExtensionDesk(Aggregates<StopOrder> orders, OrderCount count, StopDesk desk) {
    this.orders = orders;
    this.count = count;
    this.desk = desk;
  }

  /**
   * Asks for the second stop: only with the account's place for it. A place taken and then not
   * used, since the order was changed or this process died in between, is found needless by whoever
   * wants it next.
   */
  Stored<StopOrder> requestExtension(Call call, String id, Mutation by, String reason) {
    return orders.change(call, id, by, seen -> requested(seen, reason));
  }

  /** The same for whoever has an interest in the order's stop. */
  Stored<StopOrder> requestExtension(String id, Mutation by, String reason) {
    return orders.change(id, by, seen -> requested(seen, reason));
  }

  private Change<StopOrder> requested(Stored<StopOrder> seen, String reason) {
    Instant now = desk.now();
    // Refused before a place is taken, where the order itself forbids it.
    Change<StopOrder> unused =
        StopDesk.decide(seen, new StopCommand.RequestExtension(reason, 1, 2), now);
    if (unused.next() == null) {
      return unused;
    }
    List<Integer> places = places(seen, now);
    return StopDesk.decide(
        seen, new StopCommand.RequestExtension(reason, places.getFirst(), places.getLast()), now);
  }

  /** The account's places of the stop and of its extension. */
  private List<Integer> places(Stored<StopOrder> seen, Instant now) {
    return switch (count.extension(seen.id(), seen.state(), now)) {
      case Outcome.Held(var numbers) -> numbers;
      case Outcome.Exceeded(int max) ->
          throw Problem.of(StopReason.STOP_COUNT_EXCEEDED, "max", Integer.toString(max));
      case Outcome.Joined _ -> throw new IllegalStateException("an extension joins nobody's stop");
    };
  }

  /** Corrects the answer to an extension: only with the account's place, where that is needed. */
  public Stored<StopOrder> correctExtension(
      Call call, String id, Mutation by, StopCommand.RecordExtension right, String reason) {
    return orders.change(
        call,
        id,
        by,
        seen -> {
          StopDesk.requireAtHand(call, seen);
          Instant now = desk.now();
          var tried =
              StopDesk.decide(seen, new StopCommand.CorrectToExtension(right, 2, reason), now);
          return switch (seen.state().extension()) {
            case Extension.Granted granted ->
                StopDesk.decide(
                    seen, new StopCommand.CorrectToExtension(right, granted.place(), reason), now);
            case Extension.Refused _ ->
                StopDesk.decide(
                    seen,
                    new StopCommand.CorrectToExtension(right, places(seen, now).getLast(), reason),
                    now);
            case Extension.NotRequested _, Extension.Requested _ -> tried;
          };
        });
  }
}
