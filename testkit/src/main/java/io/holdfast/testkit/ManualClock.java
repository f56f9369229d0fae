package io.holdfast.testkit;

import io.holdfast.kit.time.LegalClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** A legal clock that stands still until it is moved. */
public final class ManualClock implements LegalClock {
  private final AtomicReference<Instant> now;

  /** Begins at {@code start}. */
  public ManualClock(Instant start) {
    this.now = new AtomicReference<>(start);
  }

  /** Begins at noon of 21 November 2026, UTC. */
  public static ManualClock atNoon() {
    return new ManualClock(Instant.parse("2026-11-21T12:00:00Z"));
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  /** Moves on by {@code step}. */
  public Instant advance(Duration step) {
    return now.updateAndGet(before -> before.plus(step));
  }

  /** Moves to {@code time}. */
  public void set(Instant time) {
    now.set(time);
  }
}
