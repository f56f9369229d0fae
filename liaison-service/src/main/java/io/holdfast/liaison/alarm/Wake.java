package io.holdfast.liaison.alarm;

import io.holdfast.liaison.roster.DutyRole;
import java.time.Instant;

/** Where the waking of the duty officer stands. */
public sealed interface Wake {
  /** Nobody is woken: no gateway is set up. */
  record Off() implements Wake {}

  /**
   * To be tried.
   *
   * @param role who is tried now
   * @param tries how often he has been
   * @param nextTime UTC
   */
  record Due(DutyRole role, int tries, Instant nextTime) implements Wake {}

  /** The gateway has taken the message. */
  record Woken(DutyRole role, Instant time) implements Wake {}

  /** Both officers were tried as often as is allowed. */
  record Failed(Instant time) implements Wake {}

  /** The order was taken in hand before. */
  record NotNeeded(Instant time) implements Wake {}
}
