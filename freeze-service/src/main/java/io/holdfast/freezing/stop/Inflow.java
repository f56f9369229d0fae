package io.holdfast.freezing.stop;

import java.time.Instant;

/**
 * Money of the same case that came to the order's account from another of its accounts, beside what
 * the order was made for.
 *
 * @param stopOrder the order of the account it came from; for money the victim paid himself the
 *     urgent lookup that told so
 * @param outflow the outflow's number there; 0 for money the victim paid himself
 * @param amountFen fen
 */
public record Inflow(String stopOrder, int outflow, long amountFen, Instant time) {
  /** A payment of the victim, as an urgent lookup has told. */
  public static Inflow paid(String accountQuery, long amountFen, Instant time) {
    return new Inflow(accountQuery, 0, amountFen, time);
  }

  /** Whether the victim paid it himself. */
  public boolean paid() {
    return outflow == 0;
  }

  /** Whether both tell of one payment. */
  public boolean sameAs(Inflow other) {
    return is(other.stopOrder, other.outflow);
  }

  boolean is(String order, int number) {
    return stopOrder.equals(order) && outflow == number;
  }
}
