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
 * @param protective whether it stops an account of the victim's own
 */
public record OrderLink(
    String stopOrder,
    String orderNumber,
    String label,
    long amountFen,
    boolean asked,
    int layer,
    OrderState state,
    long seq,
    boolean protective) {
  /** How many of them the case asked for itself. */
  static int asked(List<OrderLink> orders) {
    return (int) orders.stream().filter(OrderLink::asked).count();
  }

  OrderLink heard(OrderState otherState, long otherFen, long otherSeq) {
    return new OrderLink(
        stopOrder, orderNumber, label, otherFen, asked, layer, otherState, otherSeq, protective);
  }
}
