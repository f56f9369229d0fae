package io.holdfast.liaison.trace;

import java.time.Duration;
import java.util.List;

/**
 * A clock as the policy had it when the trace was made.
 *
 * @param length how long it runs
 * @param warnings how long before the end a warning goes out
 * @param basis the article it rests on
 */
public record ClockLimit(Duration length, List<Duration> warnings, String basis) {
  public ClockLimit {
    warnings = List.copyOf(warnings);
  }
}
