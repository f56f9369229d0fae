package io.holdfast.liaison.trace;

import java.time.Duration;

/**
 * The rules a trace was made under and is judged by for life.
 *
 * @param policy the policy's id
 * @param answer where the paper sets no limit of its own
 * @param durationSlack how far two lengths of one call may lie apart
 * @param hopsMax most hops of a trace
 */
public record Limits(
    String policy,
    ClockLimit acknowledge,
    ClockLimit preserve,
    ClockLimit answer,
    ClockLimit escalate,
    Duration durationSlack,
    int hopsMax) {
  ClockLimit of(ClockName clock) {
    return switch (clock) {
      case ACKNOWLEDGE -> acknowledge;
      case PRESERVE -> preserve;
      case ANSWER -> answer;
      case ESCALATE -> escalate;
    };
  }
}
