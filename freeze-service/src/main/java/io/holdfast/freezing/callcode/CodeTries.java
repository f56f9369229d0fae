package io.holdfast.freezing.callcode;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The wrong codes one person at a bank has typed.
 *
 * @param bank where he works
 * @param wrongTimes those that still count, oldest first
 * @param lockEndTime until when he must wait; null: he need not
 */
public record CodeTries(
    String bank, String region, List<Instant> wrongTimes, @Nullable Instant lockEndTime) {
  public CodeTries {
    wrongTimes = List.copyOf(wrongTimes);
  }

  /** Nobody has typed anything wrong. */
  public static CodeTries none(String bank, String region) {
    return new CodeTries(bank, region, List.of(), null);
  }

  /** Whether he must wait at {@code now}. */
  public boolean locked(Instant now) {
    return lockEndTime != null && now.isBefore(lockEndTime);
  }

  /**
   * After one more wrong code.
   *
   * @param max how many he may type within {@code lock}
   * @param lock how long he must wait from the last of them on
   */
  public CodeTries wrong(Instant now, int max, Duration lock) {
    var counted = new ArrayList<Instant>();
    for (Instant time : at(now).wrongTimes) {
      if (time.plus(lock).isAfter(now)) {
        counted.add(time);
      }
    }
    counted.add(now);
    return new CodeTries(bank, region, counted, counted.size() >= max ? now.plus(lock) : null);
  }

  /** As of {@code now}: once he has waited, he begins anew. */
  public CodeTries at(Instant now) {
    return lockEndTime != null && !now.isBefore(lockEndTime) ? none(bank, region) : this;
  }
}
