package io.holdfast.casefile.casefile;

import io.holdfast.casefile.report.Account;
import io.holdfast.casefile.report.Transfer;
import java.util.List;

/**
 * A stop order to be made: one payee account with all of the case's transfers to it.
 *
 * @param stopOrder the id the order will have
 * @param orderNumber 止付申请编号
 */
public record StopRequest(
    String stopOrder, String orderNumber, Account payee, List<Transfer> transfers) {
  public StopRequest {
    transfers = List.copyOf(transfers);
  }

  /** Fen, all transfers together. */
  public long amountFen() {
    return transfers.stream().mapToLong(Transfer::amountFen).sum();
  }

  OrderLink link() {
    return new OrderLink(
        stopOrder, orderNumber, payee.label(), amountFen(), true, 1, OrderState.ASKED, 0, false);
  }

  OrderLink protecting() {
    return new OrderLink(
        stopOrder, orderNumber, payee.label(), 0, true, 1, OrderState.ASKED, 0, true);
  }
}
