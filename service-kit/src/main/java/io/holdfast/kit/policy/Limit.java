package io.holdfast.kit.policy;

import java.time.Duration;

/** How long a deadline is. */
public sealed interface Limit {
  /**
   * To the second, from the starting instant. Days are of 24 hours, so never later than the law's
   * (期间以日计算).
   */
  record Exactly(Duration duration) implements Limit {}

  /**
   * Until the end of the n-th working day; the day it starts on does not count (民法典 201, 203).
   *
   * @param days at least 1
   */
  record WorkingDays(int days) implements Limit {}

  /**
   * Until the same time of day n months later; the month's last day where it has no such day.
   *
   * @param months at least 1
   */
  record Months(int months) implements Limit {}
}
