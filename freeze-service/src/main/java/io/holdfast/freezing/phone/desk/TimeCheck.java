package io.holdfast.freezing.phone.desk;

import io.holdfast.freezing.phone.TimeFlag;
import io.holdfast.freezing.phone.ToldTimes;
import io.holdfast.kit.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Times told later than they happened: taken as true, never in silence. */
final class TimeCheck {
  private TimeCheck() {}

  /**
   * What is odd about the times.
   *
   * @throws Problem where they lie in the future, or are odd or late and nobody stands by them
   */
  static List<TimeFlag> flags(ToldTimes times, Opening.Entry entry, Duration late) {
    if (times.future().isPresent()) {
      throw future(times.future().get(), times.entryTime());
    }
    List<TimeFlag> flags = times.flags(late);
    boolean reasoned = !entry.lateReason().isBlank();
    boolean impossible = flags.stream().anyMatch(TimeFlag::impossible);
    if (impossible && !(entry.confirmed() && reasoned)) {
      throw Problem.of(
          PhoneReason.PHONED_TIME_IMPOSSIBLE,
          "flags",
          flags.stream()
              .filter(TimeFlag::impossible)
              .map(TimeFlag::name)
              .collect(Collectors.joining(", ")));
    }
    if (flags.contains(TimeFlag.ENTERED_LATE) && !reasoned) {
      throw Problem.of(PhoneReason.PHONED_LATE_REASON_MISSING, "late", late.toString());
    }
    return flags;
  }

  static Problem future(Instant given, Instant now) {
    return Problem.of(
        PhoneReason.PHONED_TIME_FUTURE, "given", given.toString(), "now", now.toString());
  }

  /** Of a time within the clocks' difference: never later than now. */
  static Instant past(Instant given, Instant now) {
    return given.isAfter(now) ? now : given;
  }
}
