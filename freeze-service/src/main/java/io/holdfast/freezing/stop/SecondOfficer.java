package io.holdfast.freezing.stop;

import java.time.Instant;

/**
 * Whether the second officer (协查人) stands behind an order by his own login. The order never waits
 * for it; the bank sees it.
 */
public sealed interface SecondOfficer {
  /** Not yet. */
  record Unconfirmed(Instant dueTime) implements SecondOfficer {}

  /** Not yet, and the policy's time for it is over. */
  record Overdue(Instant dueTime) implements SecondOfficer {}

  /** He has confirmed, in time or late. */
  record Confirmed(Instant dueTime, Officer officer, Instant confirmTime)
      implements SecondOfficer {}

  /** Until when he was to confirm. */
  Instant dueTime();

  /** As of {@code now}. */
  default SecondOfficer at(Instant now) {
    return this instanceof Unconfirmed(var due) && !now.isBefore(due) ? new Overdue(due) : this;
  }
}
