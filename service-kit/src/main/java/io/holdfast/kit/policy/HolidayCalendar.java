package io.holdfast.kit.policy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * Which days are working days: Monday to Friday, less the days off, and the weekend days worked in
 * exchange (调休). In a year whose arrangement is not published yet only the weekends are known.
 */
public final class HolidayCalendar {
  private final String id;
  private final Set<Integer> years;
  private final Set<LocalDate> daysOff;
  private final Set<LocalDate> workedWeekendDays;

  HolidayCalendar(
      String id, Set<Integer> years, Set<LocalDate> daysOff, Set<LocalDate> workedWeekendDays) {
    this.id = id;
    this.years = Set.copyOf(years);
    this.daysOff = Set.copyOf(daysOff);
    this.workedWeekendDays = Set.copyOf(workedWeekendDays);
  }

  /** E.g. {@code cn}. */
  public String id() {
    return id;
  }

  /** Whether the arrangement of that year is in the calendar. */
  public boolean knows(int year) {
    return years.contains(year);
  }

  /** Whether that day is a working day. */
  public boolean working(LocalDate day) {
    if (workedWeekendDays.contains(day)) {
      return true;
    }
    boolean weekend =
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    return !weekend && !daysOff.contains(day);
  }
}
