package io.holdfast.freezing.phone.policy;

import io.holdfast.kit.policy.ClockRule;
import io.holdfast.kit.policy.Limit;
import io.holdfast.kit.policy.Policy;
import io.holdfast.kit.policy.PolicySet;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The rules for the spoken word of every policy, read and checked once at start. */
public final class PhonePolicies {
  private final PolicySet policies;
  private final Map<String, PhoneLimits> limits = new TreeMap<>();

  /**
   * @throws IllegalArgumentException if a policy lacks a rule, or has one of a kind that cannot be
   */
  public PhonePolicies(PolicySet policies) {
    this.policies = policies;
    policies.ids().forEach(id -> limits.put(id, read(policies.policy(id))));
  }

  /** The rules in force for a region at {@code now}. */
  public PhoneLimits limits(String region, Instant now) {
    return Objects.requireNonNull(limits.get(policies.policyFor(region, now).id()));
  }

  private static PhoneLimits read(Policy policy) {
    ClockRule adoption = policy.clock("adoption");
    return new PhoneLimits(
        policy.id(),
        exactly(policy, adoption),
        adoption.warn(),
        adoption.basis(),
        exactly(policy, policy.clock("late-entry")),
        exactly(policy, policy.clock("call-code")),
        policy.count("call-code-tries").max(),
        exactly(policy, policy.clock("call-code-lock")));
  }

  private static Duration exactly(Policy policy, ClockRule rule) {
    return switch (rule.limit()) {
      case Limit.Exactly(var duration) -> duration;
      case Limit.WorkingDays _, Limit.Months _ ->
          throw new IllegalArgumentException(
              policy + ": clock " + rule.name() + " (expected: an exact duration, e.g. PT5M)");
    };
  }
}
