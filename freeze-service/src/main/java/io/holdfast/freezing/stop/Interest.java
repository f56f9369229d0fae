package io.holdfast.freezing.stop;

import java.time.Instant;
import java.util.List;

/**
 * A further case's interest in the stop of an account, held by an order of its own that the bank
 * does not act on (several victims, one account).
 *
 * @param order the order that stands for it
 * @param transfers what that case's victim paid in, payers left out
 * @param word what its station says to a release
 */
public record Interest(
    String order, String station, List<TransferOut> transfers, Instant joinTime, Word word) {
  /**
   * What a station says to the release of a stop it shares; one that lets go is an interest no
   * more.
   */
  public enum Word {
    /** Nothing yet: the notice to it runs out. */
    HOLDS,
    /** It still needs the stop. */
    KEEPS
  }

  public Interest {
    transfers = List.copyOf(transfers);
  }

  /** Fen. */
  public long amountFen() {
    return transfers.stream().mapToLong(TransferOut::amountFen).sum();
  }

  boolean of(String otherOrder) {
    return order.equals(otherOrder);
  }

  Interest saying(Word other) {
    return new Interest(order, station, transfers, joinTime, other);
  }

  /** The same interest with other sums. */
  Interest paying(List<TransferOut> others) {
    return new Interest(order, station, others, joinTime, word);
  }
}
