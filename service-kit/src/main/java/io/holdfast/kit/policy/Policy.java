package io.holdfast.kit.policy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * One released policy. Every aggregate names the one it was opened under and is judged by it for
 * life.
 */
public final class Policy {
  private final String id;
  private final List<String> regions;
  private final Instant effectiveTime;
  private final Map<String, ClockRule> clocks;
  private final Map<String, CountRule> counts;
  private final Map<String, ValueRule> values;
  private final Map<String, SwitchRule> switches;

  /**
   * A number the law leaves open.
   *
   * @param basis why this one
   */
  public record ValueRule(String name, long value, String basis) {}

  /**
   * A choice the law leaves open.
   *
   * @param basis why so
   */
  public record SwitchRule(String name, boolean on, String basis) {}

  Policy(
      String id,
      List<String> regions,
      Instant effectiveTime,
      Map<String, ClockRule> clocks,
      Map<String, CountRule> counts,
      Map<String, ValueRule> values,
      Map<String, SwitchRule> switches) {
    this.id = id;
    this.regions = List.copyOf(regions);
    this.effectiveTime = effectiveTime;
    this.clocks = Map.copyOf(clocks);
    this.counts = Map.copyOf(counts);
    this.values = Map.copyOf(values);
    this.switches = Map.copyOf(switches);
  }

  /** E.g. {@code cn-2026}. */
  public String id() {
    return id;
  }

  /** The GB/T 2260 prefixes it governs. */
  public List<String> regions() {
    return regions;
  }

  /** From when on cases are opened under it. */
  public Instant effectiveTime() {
    return effectiveTime;
  }

  /** The deadline of that name, e.g. {@code clock("stop")}. */
  public ClockRule clock(String name) {
    return named(clocks, "clock", name);
  }

  /** The count of that name, e.g. {@code count("stops")}. */
  public CountRule count(String name) {
    return named(counts, "count", name);
  }

  /**
   * The number of that name, in the unit its name ends with, e.g. {@code value("match-minutes")}.
   */
  public long value(String name) {
    return named(values, "value", name).value();
  }

  /** The choice of that name, e.g. {@code allows("stop-on-consistent")}. */
  public boolean allows(String name) {
    return named(switches, "switch", name).on();
  }

  /** All deadlines by name. */
  public Map<String, ClockRule> clocks() {
    return clocks;
  }

  /** All counts by name. */
  public Map<String, CountRule> counts() {
    return counts;
  }

  /** All numbers by name. */
  public Map<String, ValueRule> values() {
    return values;
  }

  /** All choices by name. */
  public Map<String, SwitchRule> switches() {
    return switches;
  }

  /** Length of the longest prefix of {@code region} it governs; -1 if none. */
  int matches(String region) {
    return regions.stream().filter(region::startsWith).mapToInt(String::length).max().orElse(-1);
  }

  private <T> T named(Map<String, T> rules, String kind, String name) {
    T rule = rules.get(name);
    if (rule == null) {
      throw new IllegalArgumentException(
          kind
              + " "
              + name
              + " is not in policy "
              + id
              + " (expected: one of "
              + new TreeSet<>(rules.keySet())
              + ")");
    }
    return rule;
  }

  @Override
  public String toString() {
    return "policy " + id;
  }
}
