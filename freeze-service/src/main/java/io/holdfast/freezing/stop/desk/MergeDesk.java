package io.holdfast.freezing.stop.desk;

import io.holdfast.freezing.stop.Inflow;
import io.holdfast.freezing.stop.Sharing;
import io.holdfast.freezing.stop.StopCommand;
import io.holdfast.freezing.stop.StopOrder;
import io.holdfast.freezing.stop.StopRequest;
import io.holdfast.freezing.stop.TransferOut;
import io.holdfast.kit.mongo.Mutation;
import io.holdfast.kit.mongo.Stored;
import java.util.ArrayList;
import java.util.List;

/**
 * Has one order of a case on an account: what a second one was made for, and what has come to it,
 * goes to the first. Every step may be repeated.
 */
public final class MergeDesk {
  private final StopDesk desk;
  private final InterestDesk interests;

  public MergeDesk(StopDesk desk, InterestDesk interests) {
    this.desk = desk;
    this.interests = interests;
  }

  /**
   * Gives the case's first order on the account what this one was made for.
   *
   * @throws IllegalStateException the first order is still being made; ask again
   */
  public void merge(String id, String lead, Mutation by) {
    Stored<StopOrder> stored = desk.find(id).orElse(null);
    if (stored == null || !stored.state().merged()) {
      return;
    }
    if (!interests.there(lead, stored)) {
      interests.alone(stored, lead, true, by);
      return;
    }
    // It may have been a further interest before its case was known.
    interests.leave(id, lead, by);
    if (stored.state().born()) {
      // What was told on a call the case has told itself.
      return;
    }
    List<TransferOut> told = told(stored.state());
    if (!told.isEmpty()) {
      StopOrder first = desk.told(lead, by, new StopCommand.AddTransfers(told)).state();
      if (!told.stream().allMatch(each -> Sharing.carries(first, each))) {
        interests.alone(stored, lead, true, by);
        return;
      }
    }
    List<Inflow> brought = brought(stored.state(), lead);
    brought.forEach(each -> desk.told(lead, by, new StopCommand.JoinInflow(each)));
    // What was taken back while it was being brought there.
    List<Inflow> still = brought(desk.find(id).orElse(stored).state(), lead);
    brought.stream()
        .map(Inflow::source)
        .filter(each -> still.stream().noneMatch(now -> each.upTo(now.source())))
        .forEach(each -> desk.told(lead, by, new StopCommand.LeaveInflow(each)));
  }

  /** The case's transfers that it carries. */
  private static List<TransferOut> told(StopOrder order) {
    var told = new ArrayList<>(order.laterTransfers());
    StopRequest request = order.request();
    if (order.founded() && request.foundBy() == null && request.layer().parent().isEmpty()) {
      told.addAll(request.transfers());
    }
    return told;
  }

  /** Money that came to its account as lookups and other accounts' banks have told. */
  private List<Inflow> brought(StopOrder order, String lead) {
    var brought = new ArrayList<>(order.inflows());
    StopRequest request = order.request();
    if (!order.founded()) {
      return brought;
    }
    TransferOut made = request.transfers().getFirst();
    if (request.foundBy() != null) {
      if (desk.find(lead).filter(first -> Sharing.carries(first.state(), made)).isEmpty()) {
        brought.add(new Inflow(request.foundBy().source(), made.amountFen(), made.time()));
      }
    } else if (!request.layer().parent().isEmpty()) {
      brought.add(
          new Inflow(
              Inflow.Source.outflow(request.layer().parent(), request.layer().outflow()),
              request.amountFen(),
              made.time()));
    }
    return brought;
  }
}
