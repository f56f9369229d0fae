package io.holdfast.freezing.stop;

import java.time.Duration;
import java.util.List;

/**
 * How a clock speaks, as the policy had it when the order was made.
 *
 * @param warnings how long before the end a warning goes out
 * @param basis the article it rests on
 */
public record Notice(List<Duration> warnings, String basis) {
  public Notice {
    warnings = List.copyOf(warnings);
  }
}
