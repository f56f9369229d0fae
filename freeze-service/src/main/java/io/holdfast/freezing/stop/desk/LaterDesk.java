package io.holdfast.freezing.stop.desk;

import io.holdfast.freezing.stop.Count;
import io.holdfast.freezing.stop.Layer;
import io.holdfast.freezing.stop.Sharing;
import io.holdfast.freezing.stop.StopCommand;
import io.holdfast.freezing.stop.StopOrder;
import io.holdfast.freezing.stop.StopRequest;
import io.holdfast.freezing.stop.StopState;
import io.holdfast.freezing.stop.TransferOut;
import io.holdfast.kit.id.Ids;
import io.holdfast.kit.mongo.Aggregates;
import io.holdfast.kit.mongo.Mutation;
import io.holdfast.kit.mongo.Stored;
import java.util.List;
import java.util.Map;

/** What a case has to say about orders that have long gone out. Every step may be repeated. */
public final class LaterDesk {
  private final Aggregates<StopOrder> orders;
  private final StopDesk desk;
  private final OrderMaker maker;

  public LaterDesk(Aggregates<StopOrder> orders, StopDesk desk, OrderMaker maker) {
    this.orders = orders;
    this.desk = desk;
    this.maker = maker;
  }

  /**
   * Gives an order transfers that were told later. One that has ended meanwhile takes none: they
   * get an order of their own.
   *
   * @throws IllegalStateException the order is not there yet; ask again
   */
  public void add(String id, List<TransferOut> transfers, Mutation by) {
    Stored<StopOrder> stored =
        orders.find(id).orElseThrow(() -> new IllegalStateException("no order " + id + " yet"));
    if (stored.state().merged() && stored.state().count() instanceof Count.Joined(var lead, _)) {
      add(lead, transfers, by);
      return;
    }
    StopOrder after = desk.told(id, by, new StopCommand.AddTransfers(transfers)).state();
    List<TransferOut> left =
        transfers.stream().filter(transfer -> !Sharing.carries(after, transfer)).toList();
    if (!left.isEmpty()) {
      again(id, after.request(), left, by);
    }
  }

  private void again(String id, StopRequest before, List<TransferOut> transfers, Mutation by) {
    int first = transfers.getFirst().number();
    StopRequest request =
        new StopRequest(
            before.orderNumber() + 't' + first,
            before.caseId(),
            before.station(),
            before.stationAncestors(),
            before.region(),
            before.officer(),
            before.secondOfficer(),
            before.payee(),
            transfers,
            before.reportTime(),
            desk.now(),
            before.limits(),
            Layer.FIRST,
            StopRequest.Corrects.NOTHING,
            before.confirmation(),
            // The victim has told of these himself, whoever told of the account.
            null,
            before.purpose());
    String order = Ids.derived("later", id, Integer.toString(first));
    maker.make(Map.of(order, request), by, desk.now());
  }

  /** Lifts a protective stop on the victim's word. */
  public void release(String id, String wordForm, Mutation by) {
    StopOrder order =
        orders
            .find(id)
            .map(stored -> stored.state().at(desk.now()))
            .orElseThrow(() -> new IllegalStateException("no order " + id + " yet"));
    String reason = "VICTIMS_WORD 受害人要求解除保护性止付：" + wordForm;
    if (!order.request().purpose().protective()) {
      return;
    }
    if (order.state() instanceof StopState.Stopped) {
      desk.told(id, by, new StopCommand.Release(reason));
    } else if (Sharing.takesTransfers(order) && !(order.state() instanceof StopState.NotOurs)) {
      desk.told(id, by, new StopCommand.Recall(reason));
    }
  }
}
