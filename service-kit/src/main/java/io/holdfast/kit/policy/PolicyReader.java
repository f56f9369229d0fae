package io.holdfast.kit.policy;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Turns YAML into rules, and refuses every key it does not know and every rule without a basis. */
final class PolicyReader {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{1,39}");
  private static final Pattern REGION = Pattern.compile("[0-9]{2,6}");
  private static final int DAYS_MAX = 400;
  private static final int MONTHS_MAX = 120;

  private PolicyReader() {}

  static Policy policy(Path file, Map<String, HolidayCalendar> calendars) {
    YamlMap root = YamlMap.read(file);
    String id = root.text("id", ID);
    if (!file.getFileName().toString().equals(id + ".yaml")) {
      throw root.invalid("id", id + " (expected: the file's name)");
    }
    ZoneId zone = zone(root);
    HolidayCalendar holidays = calendar(root, calendars);
    var clocks = new LinkedHashMap<String, ClockRule>();
    root.maps("clocks", ID)
        .forEach((name, rule) -> clocks.put(name, clock(name, rule, zone, holidays)));
    var counts = new LinkedHashMap<String, CountRule>();
    root.maps("counts", ID).forEach((name, rule) -> counts.put(name, count(name, rule)));
    var values = new LinkedHashMap<String, Policy.ValueRule>();
    root.maps("values", ID).forEach((name, rule) -> values.put(name, value(name, rule)));
    var switches = new LinkedHashMap<String, Policy.SwitchRule>();
    root.maps("switches", ID).forEach((name, rule) -> switches.put(name, choice(name, rule)));
    var policy =
        new Policy(
            id, root.texts("regions", REGION), effective(root), clocks, counts, values, switches);
    root.nothingElse();
    return policy;
  }

  static HolidayCalendar calendar(Path file) {
    YamlMap root = YamlMap.read(file);
    String id = root.text("id", ID);
    var years = new HashSet<Integer>();
    var daysOff = new HashSet<LocalDate>();
    var worked = new HashSet<LocalDate>();
    root.maps("years", Pattern.compile("20[0-9]{2}"))
        .forEach(
            (name, year) -> {
              int number = Integer.parseInt(name);
              years.add(number);
              year.text("basis");
              daysOff.addAll(dates(year, "days_off", number, false));
              worked.addAll(dates(year, "worked_weekend_days", number, true));
              year.nothingElse();
            });
    root.nothingElse();
    return new HolidayCalendar(id, years, daysOff, worked);
  }

  private static ClockRule clock(String name, YamlMap rule, ZoneId zone, HolidayCalendar holidays) {
    Limit limit = limit(rule);
    String from = rule.text("from");
    List<Duration> warn =
        rule.texts("warn").stream()
            .map(text -> duration(rule, "warn", text))
            .sorted(Comparator.reverseOrder())
            .toList();
    if (limit instanceof Limit.Exactly(var whole)
        && warn.stream().anyMatch(before -> before.compareTo(whole) >= 0)) {
      throw rule.invalid("warn", warn + " (expected: each shorter than the limit, " + whole + ")");
    }
    var clock =
        new ClockRule(
            name,
            limit,
            from,
            warn,
            rule.text("on_missed", ID),
            rule.text("basis"),
            zone,
            holidays);
    rule.nothingElse();
    return clock;
  }

  private static Limit limit(YamlMap rule) {
    if (!rule.isMap("limit")) {
      return new Limit.Exactly(duration(rule, "limit", rule.text("limit")));
    }
    YamlMap limit = rule.map("limit");
    Limit found =
        limit.has("working_days")
            ? new Limit.WorkingDays((int) limit.number("working_days", 1, DAYS_MAX))
            : new Limit.Months((int) limit.number("months", 1, MONTHS_MAX));
    limit.nothingElse();
    return found;
  }

  private static CountRule count(String name, YamlMap rule) {
    var count =
        new CountRule(
            name,
            (int) rule.number("max", 0, Integer.MAX_VALUE),
            rule.text("per", ID),
            rule.text("basis"));
    rule.nothingElse();
    return count;
  }

  private static Policy.ValueRule value(String name, YamlMap rule) {
    var value =
        new Policy.ValueRule(name, rule.number("value", 0, Integer.MAX_VALUE), rule.text("basis"));
    rule.nothingElse();
    return value;
  }

  private static Policy.SwitchRule choice(String name, YamlMap rule) {
    var choice = new Policy.SwitchRule(name, rule.flag("allowed"), rule.text("basis"));
    rule.nothingElse();
    return choice;
  }

  private static Duration duration(YamlMap rule, String key, String text) {
    try {
      Duration duration = Duration.parse(text);
      if (duration.isPositive()) {
        return duration;
      }
    } catch (DateTimeParseException e) {
      // Told below, with the key.
    }
    throw rule.invalid(
        key, text + " (expected: a positive ISO 8601 duration such as PT48H, or months: n)");
  }

  private static Instant effective(YamlMap root) {
    String text = root.text("effective_time");
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw root.invalid(
          "effective_time", text + " (expected: quoted, such as \"2026-01-01T00:00:00+08:00\")");
    }
  }

  private static ZoneId zone(YamlMap root) {
    String text = root.text("time_zone");
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw root.invalid("time_zone", text + " (expected: such as Asia/Shanghai)");
    }
  }

  private static HolidayCalendar calendar(YamlMap root, Map<String, HolidayCalendar> calendars) {
    String id = root.text("holidays", ID);
    HolidayCalendar calendar = calendars.get(id);
    if (calendar == null) {
      throw root.invalid("holidays", id + " (expected: one of " + calendars.keySet() + ")");
    }
    return calendar;
  }

  private static Set<LocalDate> dates(YamlMap year, String key, int number, boolean weekend) {
    var dates = new HashSet<LocalDate>();
    for (String text : year.texts(key)) {
      LocalDate date = date(year, key, text);
      boolean onWeekend =
          date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
      if (date.getYear() != number || weekend && !onWeekend || !dates.add(date)) {
        throw year.invalid(
            key,
            text
                + " (expected: a "
                + (weekend ? "weekend day" : "day")
                + " of "
                + number
                + ", once)");
      }
    }
    return dates;
  }

  private static LocalDate date(YamlMap year, String key, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw year.invalid(key, text + " (expected: a quoted date such as \"2026-10-01\")");
    }
  }
}
