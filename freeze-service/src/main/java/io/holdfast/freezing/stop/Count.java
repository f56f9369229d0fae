package io.holdfast.freezing.stop;

import java.time.Instant;

/** What is known of the account's count of stops. A stop is never delayed by it. */
public sealed interface Count {
  /**
   * Not known in time, or no bank yet whose account it could be.
   *
   * @param retryTime when it is asked again
   */
  record Pending(Instant retryTime) implements Count {}

  /** The order holds this place of the account, from 1. */
  record Taken(int place) implements Count {}

  /** Every one of the account's {@code max} places belongs to others. */
  record Exceeded(int max) implements Count {}

  /**
   * None is needed: another order's stop of the account runs, or may yet.
   *
   * @param lead that order
   * @param own whether it is of the same case, which then has its one order there
   */
  record Joined(String lead, boolean own) implements Count {}

  /** Which stop of the account the order's own stop is. */
  default Ordinal ordinal() {
    return switch (this) {
      case Taken(int place) -> Ordinal.of(place);
      case Pending _, Exceeded _, Joined _ -> Ordinal.UNCOUNTED;
    };
  }
}
