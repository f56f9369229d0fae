package io.holdfast.freezing.lookup.policy;

import io.holdfast.freezing.lookup.LookupLimits;
import io.holdfast.freezing.lookup.LookupNext;
import io.holdfast.freezing.stop.ClockLimit;
import io.holdfast.freezing.stop.ClockName;
import io.holdfast.freezing.stop.policy.StopPolicies;
import io.holdfast.kit.policy.Policy;
import io.holdfast.kit.policy.PolicySet;
import java.util.Map;
import java.util.TreeMap;

/** The rules for lookups of every policy, read and checked once at start. */
public final class LookupPolicies {
  private final Map<String, LookupLimits> limits = new TreeMap<>();

  /**
   * @throws IllegalArgumentException if a policy lacks a rule, or has one of a kind a lookup cannot
   *     have
   */
  public LookupPolicies(PolicySet policies) {
    policies.ids().forEach(id -> limits.put(id, read(policies.policy(id))));
  }

  /** The rules of a policy. */
  public LookupLimits limits(String policy) {
    LookupLimits known = limits.get(policy);
    if (known == null) {
      throw new IllegalArgumentException(
          "policy " + policy + " (expected: one of " + limits.keySet() + ")");
    }
    return known;
  }

  private static LookupLimits read(Policy policy) {
    ClockLimit acknowledge = StopPolicies.clock(policy, ClockName.ACKNOWLEDGE);
    return new LookupLimits(
        policy.id(),
        acknowledge,
        StopPolicies.clock(policy, ClockName.LOOKUP),
        Math.toIntExact(policy.value(LookupNext.Bound.STEPS.word())));
  }
}
