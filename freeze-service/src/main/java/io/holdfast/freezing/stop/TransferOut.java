package io.holdfast.freezing.stop;

import io.holdfast.kit.value.Personal;
import java.time.Duration;
import java.time.Instant;

/**
 * A transfer the order rests on (the platform's TransferOut).
 *
 * @param number position in the case, from 1
 * @param amountFen fen, greater than 0
 * @param channel how it was made
 * @param serialNumber 流水号 or the wallet's order number, may be empty
 */
public record TransferOut(
    int number,
    long amountFen,
    Instant time,
    Channel channel,
    String serialNumber,
    String payerInstitutionName,
    Personal payerNumber,
    Personal payerName) {

  /** The same transfer by the number another institution knows it by. */
  public TransferOut known(String otherSerialNumber) {
    return new TransferOut(
        number,
        amountFen,
        time,
        channel,
        otherSerialNumber,
        payerInstitutionName,
        payerNumber,
        payerName);
  }

  /** Whether it is likely the same payment told another time: of no case, or by another number. */
  boolean samePayment(TransferOut other, Duration near) {
    boolean numbered = !serialNumber.isBlank() && !other.serialNumber.isBlank();
    return amountFen == other.amountFen
        && (numbered
            ? serialNumber.equals(other.serialNumber)
            : Duration.between(time, other.time).abs().compareTo(near) <= 0);
  }

  /** How a transfer was made. */
  public enum Channel {
    NOT_TOLD,
    COUNTER,
    ATM,
    ONLINE_BANK,
    MOBILE_BANK,
    THIRD_PARTY_PAYMENT
  }
}
