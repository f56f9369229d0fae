package io.holdfast.liaison.trace.desk;

import io.holdfast.kit.policy.ClockRule;
import io.holdfast.kit.policy.Limit;
import io.holdfast.kit.policy.Policy;
import io.holdfast.kit.policy.PolicySet;
import io.holdfast.liaison.trace.ClockLimit;
import io.holdfast.liaison.trace.ClockName;
import io.holdfast.liaison.trace.Limits;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** The rules for traces of every policy, read and checked once at start. */
public final class TracePolicies {
  private final Map<String, Rules> rules = new TreeMap<>();

  /**
   * A policy's rules.
   *
   * @param tolerance how far the start of a call may be wrong where nobody says so
   */
  public record Rules(Limits limits, Duration tolerance) {}

  /**
   * @throws IllegalArgumentException if a policy lacks a rule, or has one of a kind a trace cannot
   *     have
   */
  public TracePolicies(PolicySet policies) {
    policies.ids().forEach(id -> rules.put(id, read(policies.policy(id))));
  }

  /** The rules of a policy. */
  public Rules of(String policy) {
    Rules known = rules.get(policy);
    if (known == null) {
      throw new IllegalArgumentException(
          "policy " + policy + " (expected: one of " + rules.keySet() + ")");
    }
    return known;
  }

  private static Rules read(Policy policy) {
    var limits =
        new Limits(
            policy.id(),
            clock(policy, ClockName.ACKNOWLEDGE),
            clock(policy, ClockName.PRESERVE),
            clock(policy, ClockName.ANSWER),
            clock(policy, ClockName.ESCALATE),
            Duration.ofSeconds(policy.value("trace-duration-seconds")),
            Math.toIntExact(policy.value("trace-hops")));
    return new Rules(limits, Duration.ofSeconds(policy.value("trace-start-seconds")));
  }

  private static ClockLimit clock(Policy policy, ClockName name) {
    ClockRule rule = policy.clock(name.word());
    return switch (rule.limit()) {
      case Limit.Exactly(var length) -> new ClockLimit(length, rule.warn(), rule.basis());
      case Limit.WorkingDays _, Limit.Months _ ->
          throw new IllegalArgumentException(
              policy + ": clock " + rule.name() + " (expected: an exact duration, e.g. PT24H)");
    };
  }
}
