package io.holdfast.freezing.stop.policy;

import io.holdfast.freezing.stop.ClockLimit;
import io.holdfast.freezing.stop.ClockName;
import io.holdfast.freezing.stop.Limits;
import io.holdfast.freezing.stop.Notice;
import io.holdfast.freezing.stop.Outflow;
import io.holdfast.freezing.stop.Purpose;
import io.holdfast.kit.policy.ClockRule;
import io.holdfast.kit.policy.CountRule;
import io.holdfast.kit.policy.Limit;
import io.holdfast.kit.policy.Policy;
import io.holdfast.kit.policy.PolicySet;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** The rules for stops of every policy, read and checked once at start. */
public final class StopPolicies {
  private final PolicySet policies;
  private final Map<String, Limits> limits = new TreeMap<>();
  private final Map<String, Limits> protective = new TreeMap<>();

  /**
   * @throws IllegalArgumentException if a policy lacks a rule, or has one of a kind a stop cannot
   *     have
   */
  public StopPolicies(PolicySet policies) {
    this.policies = policies;
    policies
        .ids()
        .forEach(
            id -> {
              Policy policy = policies.policy(id);
              limits.put(id, read(policy, ClockName.STOP.word(), "stops"));
              protective.put(id, read(policy, "protective-stop", "protective-stops"));
            });
  }

  /** The rules of a policy: a stop of the victim's own account is shorter, and counted apart. */
  public Limits limits(String policy, Purpose purpose) {
    Limits known = (purpose.protective() ? protective : limits).get(policy);
    if (known == null) {
      throw new IllegalArgumentException(
          "policy " + policy + " (expected: one of " + limits.keySet() + ")");
    }
    return known;
  }

  /**
   * When papers delivered at {@code deliverTime} must have been countersigned or refused, by
   * working days if need be.
   */
  public Instant countersignDue(String policy, Instant deliverTime) {
    return policies.policy(policy).clock(ClockName.COUNTERSIGN.word()).due(deliverTime);
  }

  private static Limits read(Policy policy, String stop, String count) {
    CountRule stops = policy.count(count);
    return new Limits(
        policy.id(),
        clock(policy, policy.clock(stop)),
        clock(policy, ClockName.PAPER),
        notice(policy.clock(ClockName.COUNTERSIGN.word())),
        clock(policy, ClockName.ACKNOWLEDGE),
        clock(policy, ClockName.LIFT),
        clock(policy, ClockName.SECOND_OFFICER),
        exactly(policy, policy.clock("paper-remedy")),
        Duration.ofMinutes(policy.value("match-minutes")),
        Duration.ofMinutes(policy.value("posted-later-minutes")),
        stops.max(),
        perCase(policy, stops),
        policy.allows("stop-on-consistent"),
        policy.allows("release-on-paper-overdue"),
        Math.toIntExact(policy.value(Outflow.Bound.LAYERS.word())),
        Math.toIntExact(policy.value(Outflow.Bound.ORDERS_PER_CASE.word())),
        Math.toIntExact(policy.value("reroutes")),
        policy.count("corrections").max(),
        clock(policy, ClockName.RELEASE_NOTICE),
        policy.count("interests").max());
  }

  private static boolean perCase(Policy policy, CountRule stops) {
    return switch (stops.per()) {
      case "account" -> false;
      case "account-and-case" -> true;
      default ->
          throw new IllegalArgumentException(
              policy
                  + ": count stops per "
                  + stops.per()
                  + " (expected: account or account-and-case)");
    };
  }

  /** A clock of an exact length, as the policy has it. */
  public static ClockLimit clock(Policy policy, ClockName name) {
    return clock(policy, policy.clock(name.word()));
  }

  private static ClockLimit clock(Policy policy, ClockRule rule) {
    return new ClockLimit(exactly(policy, rule), notice(rule));
  }

  private static Notice notice(ClockRule rule) {
    return new Notice(rule.warn(), rule.basis());
  }

  private static Duration exactly(Policy policy, ClockRule rule) {
    return switch (rule.limit()) {
      case Limit.Exactly(var duration) -> duration;
      case Limit.WorkingDays _, Limit.Months _ ->
          throw new IllegalArgumentException(
              policy + ": clock " + rule.name() + " (expected: an exact duration, e.g. PT48H)");
    };
  }
}
