package io.holdfast.casefile.casefile;

import io.holdfast.casefile.report.Account;
import io.holdfast.casefile.report.Finding;
import io.holdfast.casefile.report.ReportRule;
import io.holdfast.casefile.report.Transfer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which orders a case's transfers ask for: one for each payee account, carrying all of the case's
 * transfers to it. An account with an order of this case under way gets no second one, because each
 * stop counts against the account's two (银发〔2016〕86号 二(一)2).
 *
 * @param transfers all of the case's transfers, each linked to the order that stands against its
 *     payee
 * @param stops orders to be made
 * @param remarks transfers that came too late for their account's order
 */
record StopPlan(List<Transfer> transfers, List<StopRequest> stops, List<Finding> remarks) {
  /**
   * Plans the orders for the transfers from position {@code firstNew} (0-based) on.
   *
   * @param all the case's transfers, the new ones last
   * @param orders the case's orders so far
   * @param lookups the case's urgent lookups so far
   */
  static StopPlan of(
      List<Transfer> all,
      int firstNew,
      List<OrderLink> orders,
      List<LookupLink> lookups,
      String receiptNumber,
      OrderNames names) {
    var transfers = new ArrayList<>(all);
    var stops = new ArrayList<StopRequest>();
    var remarks = new ArrayList<Finding>();
    for (int i = firstNew; i < transfers.size(); i++) {
      Transfer transfer = transfers.get(i);
      Account payee = transfer.payee();
      if (!payee.stoppable() || !transfer.stopOrder().isEmpty()) {
        continue;
      }
      Optional<String> running = running(payee, transfers, orders, lookups);
      if (running.isPresent()) {
        transfers.set(i, transfer.linked(running.get()));
        remarks.add(
            new Finding(
                "report.transfers[" + i + "].payee.accountNumber", ReportRule.ACCOUNT_UNDER_ORDER));
      } else {
        int ordinal = OrderLink.asked(orders) + stops.size() + 1;
        stops.add(request(payee, transfers, names.order(ordinal), number(receiptNumber, ordinal)));
      }
    }
    return new StopPlan(List.copyOf(transfers), List.copyOf(stops), List.copyOf(remarks));
  }

  private static StopRequest request(
      Account payee, List<Transfer> transfers, String order, String number) {
    var carried = new ArrayList<Transfer>();
    for (int i = 0; i < transfers.size(); i++) {
      if (transfers.get(i).payee().sameAs(payee)) {
        transfers.set(i, transfers.get(i).linked(order));
        carried.add(transfers.get(i));
      }
    }
    return new StopRequest(order, number, payee, carried);
  }

  private static Optional<String> running(
      Account payee, List<Transfer> transfers, List<OrderLink> orders, List<LookupLink> lookups) {
    return orders.stream()
        .filter(order -> order.state().alive())
        .map(OrderLink::stopOrder)
        .filter(
            order ->
                transfers.stream()
                        .anyMatch(
                            transfer ->
                                transfer.stopOrder().equals(order)
                                    && transfer.payee().sameAs(payee))
                    || lookups.stream().anyMatch(lookup -> found(lookup, order, payee)))
        .findFirst();
  }

  /** Whether a lookup has found the account, and the order stands against it. */
  private static boolean found(LookupLink lookup, String order, Account payee) {
    Account told = lookup.payee();
    return lookup.stopOrder().equals(order) && told != null && told.sameAs(payee);
  }

  static String number(String receiptNumber, int ordinal) {
    return receiptNumber + (ordinal < 10 ? "-0" : "-") + ordinal;
  }
}
