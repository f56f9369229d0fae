package io.holdfast.freezing.phone;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The times somebody tells of a call after it, judged. Clocks run from what is told to be true, so
 * what cannot be true is never taken in silence.
 *
 * @param transferTime of the first transfer the call was about
 * @param executeTime when the bank stopped the account; null: it has not
 * @param entryTime when all this is entered: now
 */
public record ToldTimes(
    Instant transferTime, Instant callTime, @Nullable Instant executeTime, Instant entryTime) {
  /** How far two people's clocks may differ before their times count as out of order. */
  public static final Duration SKEW_MAX = Duration.ofMinutes(2);

  /** What a time that has not come yet is: no clock can run from it. */
  public Optional<Instant> future() {
    Instant latest = entryTime.plus(SKEW_MAX);
    if (callTime.isAfter(latest)) {
      return Optional.of(callTime);
    }
    return executeTime != null && executeTime.isAfter(latest)
        ? Optional.of(executeTime)
        : transferTime.isAfter(latest) ? Optional.of(transferTime) : Optional.empty();
  }

  /**
   * What is odd.
   *
   * @param late after how long an entry is late
   */
  public List<TimeFlag> flags(Duration late) {
    var flags = new ArrayList<TimeFlag>();
    if (before(callTime, transferTime)) {
      flags.add(TimeFlag.CALLED_BEFORE_TRANSFER);
    }
    if (executeTime != null && before(executeTime, transferTime)) {
      flags.add(TimeFlag.EXECUTED_BEFORE_TRANSFER);
    }
    if (executeTime != null && before(executeTime, callTime)) {
      flags.add(TimeFlag.EXECUTED_BEFORE_CALL);
    }
    if (first().plus(late).isBefore(entryTime)) {
      flags.add(TimeFlag.ENTERED_LATE);
    }
    return List.copyOf(flags);
  }

  private static boolean before(Instant one, Instant other) {
    return one.plus(SKEW_MAX).isBefore(other);
  }

  /** When what is entered began: the call, or the stop that went ahead of it. */
  public Instant first() {
    return executeTime != null && executeTime.isBefore(callTime) ? executeTime : callTime;
  }
}
