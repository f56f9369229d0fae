package io.holdfast.casefile.casefile;

import java.util.List;

/**
 * A stop order of the case: one it asked for, or one that follows its money or corrects another.
 *
 * @param stopOrder the order's id
 * @param orderNumber 止付申请编号
 * @param label kind and masked number of the account
 * @param amountFen fen, the sum of the transfers the order carries
 * @param asked whether the case asked for it itself; its ordinal counts these alone
 * @param layer 1: paid by the victim; 2 and on: moved on to
 * @param seq number of the last word heard of it, which rises; 0 before the first
 */
public record OrderLink(
    String stopOrder,
    String orderNumber,
    String label,
    long amountFen,
    boolean asked,
    int layer,
    OrderState state,
    long seq) {
  /** How many of them the case asked for itself. */
  static int asked(List<OrderLink> orders) {
    return (int) orders.stream().filter(OrderLink::asked).count();
  }

  OrderLink heard(OrderState otherState, long otherSeq) {
    return new OrderLink(
        stopOrder, orderNumber, label, amountFen, asked, layer, otherState, otherSeq);
  }
}
