package io.holdfast.kit.time;

import java.time.Instant;
import java.time.InstantSource;

/**
 * The time that rules, deadlines and recorded facts go by, UTC. Tokens, leases and backoff go by
 * the system's clock instead; only tests move this one.
 */
@FunctionalInterface
public interface LegalClock extends InstantSource {
  /** The machine's time. */
  static LegalClock system() {
    return Instant::now;
  }
}
