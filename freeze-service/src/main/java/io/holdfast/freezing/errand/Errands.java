package io.holdfast.freezing.errand;

import io.holdfast.freezing.stop.desk.CorrectionDesk;
import io.holdfast.freezing.trail.desk.LayerDesk;
import io.holdfast.kit.mongo.Mutation;
import io.holdfast.kit.outbox.EventHandler;
import io.holdfast.kit.value.Actor;
import io.holdfast.proto.event.v1.Event;
import io.holdfast.proto.freezing.v1.StopOrderErrand;
import java.util.List;

/** Does what an order's change has left to be done at other orders. */
public final class Errands implements EventHandler<StopOrderErrand> {
  private final LayerDesk layers;
  private final CorrectionDesk corrections;

  public Errands(LayerDesk layers, CorrectionDesk corrections) {
    this.layers = layers;
    this.corrections = corrections;
  }

  @Override
  public Class<StopOrderErrand> type() {
    return StopOrderErrand.class;
  }

  @Override
  public void handle(List<Received<StopOrderErrand>> batch) {
    for (Received<StopOrderErrand> received : batch) {
      Event event = received.event();
      StopOrderErrand errand = received.data();
      switch (errand.getErrandCase()) {
        case OPEN_LAYERS -> layers.open(event.getSubject(), cause(event));
        case WITHDRAW_LAYERS ->
            layers.withdraw(
                event.getSubject(), errand.getWithdrawLayers().getOutflowsList(), cause(event));
        case RESEND_CORRECTED -> corrections.resend(event.getSubject(), cause(event));
        case ERRAND_NOT_SET ->
            throw new IllegalArgumentException("an errand without what is to be done");
      }
    }
  }

  /** Effects are the same however often they are told, so no number is remembered. */
  private static Mutation cause(Event event) {
    var actor = event.getActor();
    return new Mutation(
        Mutation.Origin.EVENT,
        new Actor(
            actor.getSubject(),
            actor.getClient(),
            actor.getInstitution(),
            List.copyOf(actor.getRolesList())),
        "freezing.StopOrderErrand",
        event.getId(),
        null,
        event.getId(),
        null,
        null);
  }
}
