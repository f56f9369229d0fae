package io.holdfast.freezing.stop;

import java.time.Instant;

/**
 * Money of the same case that came to the order's account from another of its accounts, beside what
 * the order was made for.
 *
 * @param stopOrder the order of the account it came from
 * @param outflow the outflow's number there
 * @param amountFen fen
 */
public record Inflow(String stopOrder, int outflow, long amountFen, Instant time) {
  boolean is(String order, int number) {
    return stopOrder.equals(order) && outflow == number;
  }
}
