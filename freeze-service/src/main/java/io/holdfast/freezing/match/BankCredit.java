package io.holdfast.freezing.match;

import java.time.Instant;

/**
 * One credit on the account, as booked.
 *
 * @param amountFen fen, greater than 0
 * @param serialNumber 流水号, empty where the bank gave none
 */
public record BankCredit(long amountFen, Instant bookingTime, String serialNumber) {}
