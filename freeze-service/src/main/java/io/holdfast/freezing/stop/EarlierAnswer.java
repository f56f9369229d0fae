package io.holdfast.freezing.stop;

import java.time.Instant;

/**
 * An answer the bank has taken back, kept as it was.
 *
 * @param state what the order was by it
 * @param reason why it was corrected
 */
public record EarlierAnswer(
    StopStateName state, BankAnswer answer, String reason, Instant correctTime, Operator operator) {
  /** Most corrections of one order. */
  public static final int MAX = 10;
}
