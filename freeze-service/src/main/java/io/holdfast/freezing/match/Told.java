package io.holdfast.freezing.match;

import io.holdfast.kit.value.Personal;
import java.time.Instant;
import java.util.List;

/** What the police were told: the side of the match that stands in the order. */
public record Told(Personal accountName, Personal accountNumber, List<Payment> payments) {
  public Told {
    payments = List.copyOf(payments);
  }

  /**
   * One transfer of the victim.
   *
   * @param amountFen fen, greater than 0
   * @param serialNumber 流水号, empty where the victim has none
   */
  public record Payment(long amountFen, Instant time, String serialNumber) {}
}
