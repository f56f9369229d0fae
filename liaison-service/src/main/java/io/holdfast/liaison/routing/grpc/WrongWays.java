package io.holdfast.liaison.routing.grpc;

import io.holdfast.liaison.desk.proto.DeskProtos;
import io.holdfast.liaison.desk.proto.StopFollower;
import io.holdfast.liaison.routing.store.RoutingErrors;
import io.holdfast.proto.freezing.v1.StopChange;
import java.util.List;

/** Holds against the routing line that chose it that a bank says an account is not its own. */
public final class WrongWays implements StopFollower {
  private final RoutingErrors errors;

  public WrongWays(RoutingErrors errors) {
    this.errors = errors;
  }

  @Override
  public void told(List<Told> events) {
    errors.record(
        events.stream()
            .filter(told -> told.data().getChange() == StopChange.STOP_NOT_OURS_RECORDED)
            // One answer, however many share the order.
            .filter(told -> !told.data().getCard().getJoined())
            .map(WrongWays::answer)
            .toList());
  }

  private static RoutingErrors.Answer answer(Told told) {
    var card = told.data().getCard();
    return new RoutingErrors.Answer(
        told.envelope().getId(),
        card.getRoutingReason(),
        card.getBank(),
        card.getMaskedAccount(),
        DeskProtos.instant(told.envelope().getTime()));
  }
}
