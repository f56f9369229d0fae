package io.holdfast.freezing.errand;

import io.holdfast.freezing.stop.desk.CorrectionDesk;
import io.holdfast.freezing.stop.desk.InterestDesk;
import io.holdfast.freezing.stop.desk.MergeDesk;
import io.holdfast.freezing.stop.desk.StopDesk;
import io.holdfast.freezing.trail.desk.LayerDesk;
import io.holdfast.kit.mongo.Mutation;
import io.holdfast.kit.outbox.EventHandler;
import io.holdfast.proto.freezing.v1.StopOrderErrand;
import java.util.List;

/** Does what an order's change has left to be done at other orders. */
public final class Errands implements EventHandler<StopOrderErrand> {
  private final LayerDesk layers;
  private final CorrectionDesk corrections;
  private final StopDesk desk;
  private final InterestDesk interests;
  private final MergeDesk merges;

  public Errands(
      LayerDesk layers,
      CorrectionDesk corrections,
      StopDesk desk,
      InterestDesk interests,
      MergeDesk merges) {
    this.layers = layers;
    this.corrections = corrections;
    this.desk = desk;
    this.interests = interests;
    this.merges = merges;
  }

  @Override
  public Class<StopOrderErrand> type() {
    return StopOrderErrand.class;
  }

  @Override
  public void handle(List<Received<StopOrderErrand>> batch) {
    for (Received<StopOrderErrand> received : batch) {
      String order = received.event().getSubject();
      StopOrderErrand errand = received.data();
      Mutation by = Mutation.unnumbered(received.event());
      switch (errand.getErrandCase()) {
        case OPEN_LAYERS -> layers.open(order, by);
        case WITHDRAW_LAYERS ->
            layers.withdraw(order, errand.getWithdrawLayers().getOutflowsList(), by);
        case RESEND_CORRECTED -> corrections.resend(order, by);
        case REROUTE -> desk.reroute(order, by);
        case JOIN_LEAD -> interests.join(order, by);
        case LEAVE_LEAD -> interests.leave(order, errand.getLeaveLead().getLead(), by);
        case FOLLOW_LEAD -> interests.follow(order, by);
        case DISSOLVE_INTERESTS ->
            interests.dissolve(order, errand.getDissolveInterests().getStopOrdersList(), by);
        case MERGE_ORDER -> merges.merge(order, errand.getMergeOrder().getLead(), by);
        case ERRAND_NOT_SET ->
            throw new IllegalArgumentException("an errand without what is to be done");
      }
    }
  }
}
