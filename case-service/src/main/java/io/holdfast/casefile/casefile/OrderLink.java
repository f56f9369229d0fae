package io.holdfast.casefile.casefile;

/**
 * A stop order that the case asked for.
 *
 * @param stopOrder the order's id
 * @param orderNumber 止付申请编号
 * @param label kind and masked number of the account
 * @param amountFen fen, the sum of the transfers the order carries
 * @param seq number of the last word heard of it, which rises; 0 before the first
 */
public record OrderLink(
    String stopOrder,
    String orderNumber,
    String label,
    long amountFen,
    OrderState state,
    long seq) {
  OrderLink heard(OrderState otherState, long otherSeq) {
    return new OrderLink(stopOrder, orderNumber, label, amountFen, otherState, otherSeq);
  }
}
