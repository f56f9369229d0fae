package io.holdfast.freezing.stop;

import java.time.Instant;

/**
 * Money of the same case that came to the order's account, beside what the order was made for.
 *
 * @param source who has told of it
 * @param amountFen fen
 */
public record Inflow(Source source, long amountFen, Instant time) {
  /**
   * Who has told of money that came.
   *
   * @param stopOrder the order of the account it came from; for money the victim paid himself the
   *     urgent lookup that told so
   * @param outflow the outflow's number there; 0 for money the victim paid himself
   * @param answer which of the lookup's answers told so; 0 for an outflow, whose number is given
   *     once
   */
  public record Source(String stopOrder, int outflow, int answer) {
    /** An answer of an urgent lookup: the victim paid it himself. */
    public static Source lookup(String accountQuery, int answer) {
      return new Source(accountQuery, 0, answer);
    }

    /** Another account of the case, which has passed it on. */
    public static Source outflow(String stopOrder, int number) {
      return new Source(stopOrder, number, 0);
    }

    /** Whether the victim paid it himself. */
    public boolean paid() {
      return outflow == 0;
    }

    /** Whether it tells of the same money, and is not the later answer of the two. */
    public boolean upTo(Source other) {
      return stopOrder.equals(other.stopOrder)
          && outflow == other.outflow
          && answer <= other.answer;
    }
  }
}
