package io.holdfast.casefile.desk;

import io.holdfast.casefile.casefile.CaseClock;
import io.holdfast.casefile.casefile.CaseClocks;
import io.holdfast.kit.policy.ClockRule;
import io.holdfast.kit.policy.Policy;
import io.holdfast.kit.policy.PolicySet;
import java.time.temporal.ChronoUnit;

/** The clocks of cases, as their policies have them. */
public final class CasePolicies {
  private final PolicySet policies;

  public CasePolicies(PolicySet policies) {
    this.policies = policies;
  }

  /** Starts clocks of a case that was opened under {@code policy}. */
  CaseClocks.Starter clocks(String policy) {
    Policy known = policies.policy(policy);
    return (name, start) -> {
      ClockRule rule = known.clock(name.word());
      return new CaseClock(
          name,
          start.truncatedTo(ChronoUnit.MILLIS),
          rule.due(start).truncatedTo(ChronoUnit.MILLIS),
          rule.warnings(start).stream().map(time -> time.truncatedTo(ChronoUnit.MILLIS)).toList(),
          rule.basis(),
          0,
          false,
          null);
    };
  }
}
