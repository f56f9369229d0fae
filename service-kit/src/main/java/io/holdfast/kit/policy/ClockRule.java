package io.holdfast.kit.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * A deadline of a policy.
 *
 * @param name the clock's name in the policy, e.g. {@code stop}
 * @param limit how long it runs
 * @param from what starts it, in words
 * @param warn how long before its end it warns, longest first
 * @param onMissed what a missed end means, in one word, e.g. {@code lapse}
 * @param basis the article it rests on, or that it is a policy choice
 * @param zone where its days begin
 * @param holidays which days are working days
 */
public record ClockRule(
    String name,
    Limit limit,
    String from,
    List<Duration> warn,
    String onMissed,
    String basis,
    ZoneId zone,
    HolidayCalendar holidays) {
  public ClockRule {
    warn = List.copyOf(warn);
  }

  /** The instant a clock started at {@code from} ends. */
  public Instant due(Instant from) {
    return switch (limit) {
      case Limit.Exactly(var duration) -> from.plus(duration);
      case Limit.Months(int months) -> from.atZone(zone).plusMonths(months).toInstant();
      case Limit.WorkingDays(int days) -> endOfWorkingDay(from, days);
    };
  }

  /**
   * When such a clock warns, earliest first; a warning that would fall before its start is left
   * out.
   */
  public List<Instant> warnings(Instant from) {
    Instant due = due(from);
    return warn.stream().map(due::minus).filter(time -> time.isAfter(from)).sorted().toList();
  }

  private Instant endOfWorkingDay(Instant from, int days) {
    LocalDate day = from.atZone(zone).toLocalDate();
    for (int counted = 0; counted < days; ) {
      day = day.plusDays(1);
      if (holidays.working(day)) {
        counted++;
      }
    }
    return day.plusDays(1).atStartOfDay(zone).toInstant();
  }
}
