package io.holdfast.casefile.report;

import java.time.Instant;

/**
 * One payment the victim made.
 *
 * @param number position in the case, from 1
 * @param payer {@link Account#NONE} where not told
 * @param amountFen fen, greater than 0
 * @param transferTime to the second, UTC
 * @param serialNumber 流水号; may be empty
 * @param stopOrder the order that carries it or stands against the same account; empty: none was
 *     asked for
 */
public record Transfer(
    int number,
    Account payer,
    Account payee,
    long amountFen,
    Instant transferTime,
    TransferChannel channel,
    String serialNumber,
    String stopOrder) {
  /** The same payment at another position. */
  public Transfer numbered(int position) {
    return new Transfer(
        position, payer, payee, amountFen, transferTime, channel, serialNumber, stopOrder);
  }

  /** The same payment, linked to an order. */
  public Transfer linked(String order) {
    return new Transfer(
        number, payer, payee, amountFen, transferTime, channel, serialNumber, order);
  }

  /** Whether both were told of the same payment. */
  boolean sameAs(Transfer other) {
    return amountFen == other.amountFen
        && transferTime.equals(other.transferTime)
        && serialNumber.equals(other.serialNumber)
        && payee.number().equals(other.payee.number());
  }
}
