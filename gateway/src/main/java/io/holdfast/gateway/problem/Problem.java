package io.holdfast.gateway.problem;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A refusal or failure as a caller over HTTP reads it (RFC 9457).
 *
 * @param status HTTP status
 * @param reason UPPER_SNAKE, never reused; also the last part of `type` in kebab case
 * @param detail one sentence in the caller's language; null where nothing may be said
 * @param metadata the values in the detail
 * @param violations the fields that were refused, each with its rule
 * @param retryAfter when asking again may help
 */
public record Problem(
    int status,
    String reason,
    @Nullable String detail,
    Map<String, String> metadata,
    List<Violation> violations,
    @Nullable Duration retryAfter) {

  /** A problem with nothing beside its sentence. */
  public Problem(int status, String reason, @Nullable String detail) {
    this(status, reason, detail, Map.of(), List.of(), null);
  }

  /**
   * One refused field.
   *
   * @param field JSON path from the request's root, e.g. `report.transfers[0].amountFen`
   * @param rule UPPER_SNAKE or the contract's own rule name
   * @param detail what was expected; never the value found
   */
  public record Violation(String field, String rule, String detail) {}
}
