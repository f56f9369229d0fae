package io.holdfast.liaison.alarm;

import io.holdfast.liaison.roster.DutyRole;
import java.time.Duration;
import java.time.Instant;

/** How the duty officer is woken: one, then the other, each a bounded number of times. Pure. */
public final class WakeRules {
  /** Tries for each officer: at once, then after 2, 4, 8 and 16 seconds. */
  public static final int TRIES_MAX = 5;

  private static final Duration BACKOFF_FIRST = Duration.ofSeconds(2);

  private WakeRules() {}

  /** An alarm has been raised. */
  public static Wake raised(Cause cause, boolean pager, Instant now) {
    return pager ? new Wake.Due(cause.first(), 0, now) : new Wake.Off();
  }

  /** After a try. An outcome of a try that somebody else has had already changes nothing. */
  public static Wake after(Wake wake, Cause cause, Outcome outcome, Instant now) {
    return switch (wake) {
      case Wake.Due due -> after(due, cause, outcome, now);
      case Wake.Off _, Wake.Woken _, Wake.Failed _, Wake.NotNeeded _ -> wake;
    };
  }

  private static Wake after(Wake.Due due, Cause cause, Outcome outcome, Instant now) {
    return switch (outcome) {
      // Whoever was reached, somebody was.
      case Outcome.Taken(DutyRole role) -> new Wake.Woken(role, now);
      case Outcome.Refused(DutyRole role) -> role == due.role() ? next(due, cause, now) : due;
      case Outcome.NotTaken(DutyRole role) -> role == due.role() ? again(due, cause, now) : due;
      case Outcome.Overtaken() -> new Wake.NotNeeded(now);
    };
  }

  private static Wake again(Wake.Due due, Cause cause, Instant now) {
    int tries = due.tries() + 1;
    return tries >= TRIES_MAX
        ? next(due, cause, now)
        : new Wake.Due(due.role(), tries, now.plus(BACKOFF_FIRST.multipliedBy(1L << due.tries())));
  }

  private static Wake next(Wake.Due due, Cause cause, Instant now) {
    return due.role() == cause.first()
        ? new Wake.Due(due.role().other(), 0, now)
        : new Wake.Failed(now);
  }
}
