package io.holdfast.liaison.trace;

import java.time.Duration;
import java.time.Instant;

/**
 * The 调取证据通知书 a trace rests on (程序规定 62).
 *
 * @param number as printed
 */
public record Paper(String number, Limit limit) {
  /** Until when the paper wants an answer. */
  public sealed interface Limit {
    /** The paper says nothing; the policy does. */
    record OfPolicy() implements Limit {}

    /** Until a time. */
    record Until(Instant endTime) implements Limit {}

    /** So long from the asking of each carrier. */
    record Lasting(Duration length) implements Limit {}
  }

  /**
   * When a carrier asked at {@code askTime} must have answered. Where a paper's end has passed
   * before the carrier was asked at all, the policy's time runs.
   */
  Instant due(Instant askTime, ClockLimit policy) {
    return switch (limit) {
      case Limit.OfPolicy() -> askTime.plus(policy.length());
      case Limit.Until(var end) -> end.isAfter(askTime) ? end : askTime.plus(policy.length());
      case Limit.Lasting(var length) -> askTime.plus(length);
    };
  }
}
