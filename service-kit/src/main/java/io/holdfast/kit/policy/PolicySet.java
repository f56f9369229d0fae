package io.holdfast.kit.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All policies of a deployment, read once at start from a folder: {@code holidays-*.yaml} are
 * calendars, every other {@code *.yaml} is one policy named like its id. What is missing or
 * misspelt stops the start.
 */
public final class PolicySet {
  /** GB/T 2260 has no division 999; it is the demonstration's (测试演示). */
  public static final String DEMO_REGION = "999";

  private static final int FILES_MAX = 200;

  /** What kind of deployment reads the policies. */
  public enum Profile {
    /** Real cases: a policy for the demonstration's region must not be there. */
    PRODUCTION,
    /** A demonstration: limits of seconds in region 999. */
    DEMO
  }

  private final Map<String, Policy> byId;

  private PolicySet(Map<String, Policy> byId) {
    this.byId = byId;
  }

  /** Reads a folder that may hold the demonstration's policy too. */
  public static PolicySet load(Path folder) {
    return load(folder, Profile.DEMO);
  }

  /**
   * Reads a folder.
   *
   * @throws PolicyInvalid naming file and key
   */
  public static PolicySet load(Path folder, Profile profile) {
    Map<String, HolidayCalendar> calendars = new TreeMap<>();
    Map<String, Policy> policies = new TreeMap<>();
    List<Path> files = files(folder);
    for (Path file : files) {
      if (isCalendar(file)) {
        HolidayCalendar calendar = PolicyReader.calendar(file);
        calendars.put(calendar.id(), calendar);
      }
    }
    for (Path file : files) {
      if (!isCalendar(file)) {
        Policy policy = PolicyReader.policy(file, calendars);
        refuseDemo(file, policy, profile);
        policies.put(policy.id(), policy);
      }
    }
    if (policies.isEmpty()) {
      throw new PolicyInvalid(folder, "", "holds no policy (expected: at least one <id>.yaml)");
    }
    refuseTwins(folder, policies.values());
    return new PolicySet(policies);
  }

  /**
   * The policy new cases of a station are opened under: the longest prefix wins, then the one in
   * force last.
   *
   * @param region the filing station's GB/T 2260 code
   * @throws IllegalArgumentException if no policy governs the region at {@code now}
   */
  public Policy policyFor(String region, Instant now) {
    return byId.values().stream()
        .filter(policy -> policy.matches(region) >= 0 && !policy.effectiveTime().isAfter(now))
        .max(
            Comparator.comparingInt((Policy policy) -> policy.matches(region))
                .thenComparing(Policy::effectiveTime))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "region "
                        + region
                        + " (expected: one that a policy governs, of "
                        + byId
                        + ")"));
  }

  /**
   * The policy an aggregate was opened under.
   *
   * @throws IllegalArgumentException if it is gone; a released policy is never removed
   */
  public Policy policy(String id) {
    Policy policy = byId.get(id);
    if (policy == null) {
      throw new IllegalArgumentException(
          "policy " + id + " (expected: one of " + byId.keySet() + ")");
    }
    return policy;
  }

  /** All ids, sorted. */
  public Set<String> ids() {
    return byId.keySet();
  }

  private static void refuseDemo(Path file, Policy policy, Profile profile) {
    boolean demo =
        policy.id().equals("demo")
            || policy.regions().stream()
                .anyMatch(
                    region -> region.startsWith(DEMO_REGION) || DEMO_REGION.startsWith(region));
    if (demo && profile == Profile.PRODUCTION) {
      throw new PolicyInvalid(
          file, "regions", "is the demonstration's (expected in production: not in the folder)");
    }
  }

  private static void refuseTwins(Path folder, Collection<Policy> policies) {
    var seen = new LinkedHashMap<String, String>();
    for (Policy policy : policies) {
      for (String region : policy.regions()) {
        String twin = seen.put(region + " from " + policy.effectiveTime(), policy.id());
        if (twin != null) {
          throw new PolicyInvalid(
              folder,
              "regions",
              region + " is governed by " + twin + " and " + policy.id() + " from the same time");
        }
      }
    }
  }

  private static boolean isCalendar(Path file) {
    return file.getFileName().toString().startsWith("holidays-");
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      List<Path> files =
          entries.filter(file -> file.getFileName().toString().endsWith(".yaml")).sorted().toList();
      if (files.size() > FILES_MAX) {
        throw new PolicyInvalid(
            folder, "", files.size() + " files (expected: at most " + FILES_MAX + ")");
      }
      return files;
    } catch (IOException e) {
      throw new PolicyInvalid(folder, "", "cannot be listed: " + e.getClass().getSimpleName());
    }
  }
}
