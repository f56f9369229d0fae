package io.holdfast.freezing.account;

import java.time.Instant;

/**
 * One of the stops an account may bear.
 *
 * @param number from 1; the lowest free one is taken first
 * @param order the stop order that holds it
 * @param caseId the order's case
 * @param use what the order needs it for
 */
public record Place(int number, String order, String caseId, Use use, Instant takeTime) {
  /** An order may hold two places: for its stop, and for its extension. */
  public enum Use {
    STOP,
    EXTENSION
  }

  /** Whether the order's own stop is counted by it, and not its extension. */
  public boolean isStop() {
    return use == Use.STOP;
  }

  boolean isFor(String otherOrder, Use otherUse) {
    return order.equals(otherOrder) && use == otherUse;
  }
}
