package io.holdfast.freezing.trail.desk;

import io.holdfast.freezing.stop.Inflow;
import io.holdfast.freezing.stop.Layer;
import io.holdfast.freezing.stop.Limits;
import io.holdfast.freezing.stop.Outflow;
import io.holdfast.freezing.stop.Payee;
import io.holdfast.freezing.stop.Purpose;
import io.holdfast.freezing.stop.StopCommand;
import io.holdfast.freezing.stop.StopOrder;
import io.holdfast.freezing.stop.StopRequest;
import io.holdfast.freezing.stop.TransferOut;
import io.holdfast.freezing.stop.desk.OrderMaker;
import io.holdfast.freezing.stop.desk.StopDesk;
import io.holdfast.freezing.trail.Trail;
import io.holdfast.freezing.trail.Trail.Taken;
import io.holdfast.freezing.trail.store.TrailBook;
import io.holdfast.kit.id.Ids;
import io.holdfast.kit.mongo.Aggregates;
import io.holdfast.kit.mongo.Mutation;
import io.holdfast.kit.mongo.Stored;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Follows money from account to account (延伸止付): a child order for each account named by a bank, at
 * once, by the officers and under the policy of the order it left; and takes back what rested on an
 * answer that was taken back. Every step may be repeated.
 */
public final class LayerDesk {
  private final Aggregates<StopOrder> orders;
  private final StopDesk desk;
  private final OrderMaker maker;
  private final TrailBook trails;
  private final CaseAccounts accounts;

  public LayerDesk(
      Aggregates<StopOrder> orders,
      StopDesk desk,
      OrderMaker maker,
      TrailBook trails,
      CaseAccounts accounts) {
    this.orders = orders;
    this.desk = desk;
    this.maker = maker;
    this.trails = trails;
    this.accounts = accounts;
  }

  /** Opens the next layer for every outflow of the order that waits for it. */
  public void open(String id, Mutation by) {
    Stored<StopOrder> stored = orders.find(id).orElse(null);
    if (stored == null) {
      return;
    }
    for (Outflow outflow : stored.state().outflows()) {
      if (outflow.next() instanceof Outflow.Next.Opening(boolean beyondBounds)) {
        Outflow.Next next = follow(stored, outflow, beyondBounds, by);
        Stored<StopOrder> settled =
            desk.told(id, by, new StopCommand.SettleOutflow(outflow.number(), next));
        // Its bank may have taken it back while the next order was being made.
        if (settled.state().outflows().stream()
            .anyMatch(each -> each.number() == outflow.number() && !each.stands())) {
          withdraw(id, outflow, next, by);
        }
      }
    }
  }

  private Outflow.Next follow(
      Stored<StopOrder> stored, Outflow outflow, boolean beyondBounds, Mutation by) {
    StopOrder order = stored.state();
    Payee payee = Objects.requireNonNull(outflow.payee());
    Limits limits = order.limits();
    Layer layer = order.request().layer().next(stored.id(), outflow.number());
    String child = child(stored.id(), outflow);
    Taken taken =
        trails.follow(
            order.request().caseId(),
            stored.policy(),
            new Trail.Wanted(
                accounts.key(payee),
                child,
                stored.id(),
                outflow.number(),
                layer.number(),
                beyondBounds),
            accounts.standing(order.request().caseId(), desk.now()),
            new Trail.Bounds(limits.layersMax(), limits.ordersPerCaseMax()));
    if (taken.next() instanceof Outflow.Next.Opened(var opened)) {
      Instant now = desk.now();
      StopRequest request = request(order.request(), outflow, payee, layer, taken.ordinal(), now);
      String merged = maker.make(Map.of(opened, request), by, now).get(opened);
      if (merged != null) {
        // The case got an order there at the same instant; that one takes the money in.
        return new Outflow.Next.Joined(merged);
      }
    } else if (taken.next() instanceof Outflow.Next.Joined(var there)) {
      var inflow = new Inflow(source(stored.id(), outflow), outflow.amountFen(), outflow.time());
      desk.told(there, by, new StopCommand.JoinInflow(inflow));
    }
    return taken.next();
  }

  private static StopRequest request(
      StopRequest parent, Outflow outflow, Payee payee, Layer layer, int ordinal, Instant now) {
    var transfer =
        new TransferOut(
            1,
            outflow.amountFen(),
            outflow.time(),
            TransferOut.Channel.NOT_TOLD,
            outflow.serialNumber(),
            parent.payee().institutionName(),
            parent.payee().number(),
            parent.payee().name());
    return new StopRequest(
        parent.orderNumber() + '.' + ordinal,
        parent.caseId(),
        parent.station(),
        parent.stationAncestors(),
        parent.region(),
        parent.officer(),
        parent.secondOfficer(),
        payee,
        List.of(transfer),
        parent.reportTime(),
        now,
        parent.limits(),
        layer,
        StopRequest.Corrects.NOTHING,
        parent.confirmation(),
        null,
        Purpose.SUSPECT);
  }

  /** Takes back what rested on these outflows, as far as nothing else rests there. */
  public void withdraw(String id, List<Integer> numbers, Mutation by) {
    Stored<StopOrder> stored = orders.find(id).orElse(null);
    if (stored == null) {
      return;
    }
    for (Outflow outflow : stored.state().outflows()) {
      if (numbers.contains(outflow.number())
          && outflow.next() instanceof Outflow.Next.Withdrawn(_, var before)) {
        if (before instanceof Outflow.Next.Opening) {
          reached(stored.state(), id, outflow, by);
        } else {
          withdraw(id, outflow, before, by);
        }
      }
    }
  }

  /** A crash may have kept the order from learning how far its money was followed. */
  private void reached(StopOrder order, String id, Outflow outflow, Mutation by) {
    String child = child(id, outflow);
    if (desk.has(child)) {
      withdraw(id, outflow, new Outflow.Next.Opened(child), by);
    }
    accounts
        .live(order.request().caseId(), Objects.requireNonNull(outflow.payee()), desk.now())
        .ifPresent(there -> withdraw(id, outflow, new Outflow.Next.Joined(there), by));
  }

  private static String child(String id, Outflow outflow) {
    return Ids.derived("layer", id, Integer.toString(outflow.number()));
  }

  private static Inflow.Source source(String id, Outflow outflow) {
    return Inflow.Source.outflow(id, outflow.number());
  }

  private void withdraw(String id, Outflow outflow, Outflow.Next next, Mutation by) {
    var leave = new StopCommand.LeaveInflow(source(id, outflow));
    switch (next) {
      case Outflow.Next.Opened(var order) -> {
        desk.told(order, by, new StopCommand.WithdrawMistaken());
        // Its account may have been found to have an order of the case only later.
        desk.told(desk.standing(order), by, leave);
      }
      case Outflow.Next.Joined(var order) -> {
        desk.told(order, by, leave);
        desk.told(desk.standing(order), by, leave);
      }
      case Outflow.Next.EndsHere _,
          Outflow.Next.Opening _,
          Outflow.Next.HeldBack _,
          Outflow.Next.Withdrawn _ -> {}
    }
  }
}
