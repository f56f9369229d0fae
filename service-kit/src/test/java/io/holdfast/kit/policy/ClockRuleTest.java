package io.holdfast.kit.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockRuleTest {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final HolidayCalendar CALENDAR =
      PolicyReader.calendar(Path.of("..", "policy", "holidays-cn.yaml"));

  @ParameterizedTest
  @CsvSource({
    // a Saturday; Monday is the next working day and ends at midnight
    "2026-11-21T12:00, 1, 2026-11-24T00:00",
    "2026-11-20T00:00, 1, 2026-11-24T00:00",
    "2026-11-23T23:59, 1, 2026-11-25T00:00",
    // 国庆节: 9-30 is a Wednesday, work goes on on Thursday 10-8
    "2026-09-30T10:00, 1, 2026-10-09T00:00",
    // Friday 10-9, then the Saturday worked in exchange
    "2026-10-09T10:00, 1, 2026-10-11T00:00",
    "2026-10-09T10:00, 2, 2026-10-13T00:00",
    // 春节: Saturday 2-14 is worked, then nothing until Tuesday 2-24
    "2026-02-13T10:00, 1, 2026-02-15T00:00",
    "2026-02-14T10:00, 3, 2026-02-27T00:00",
    // a year that is not in the calendar: weekends only
    "2027-01-01T10:00, 1, 2027-01-05T00:00",
  })
  void workingDaysEndAtMidnightOfTheLastOne(String from, int days, String due) {
    assertThat(rule(new Limit.WorkingDays(days)).due(at(from))).isEqualTo(at(due));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-05-21T10:30, 6, 2026-11-21T10:30",
    "2026-08-31T10:30, 6, 2027-02-28T10:30",
    "2026-12-31T23:59, 12, 2027-12-31T23:59",
  })
  void monthsEndAtTheSameTimeOfDay(String from, int months, String due) {
    assertThat(rule(new Limit.Months(months)).due(at(from))).isEqualTo(at(due));
  }

  @Test
  void warnsBeforeTheEndAndNeverBeforeTheStart() {
    Instant from = at("2026-11-21T10:00");
    ClockRule rule = rule(new Limit.Exactly(Duration.ofHours(4)));
    assertThat(rule.warnings(from)).containsExactly(at("2026-11-21T13:00"));
  }

  @Test
  void calendarKnowsWhatItKnows() {
    assertThat(CALENDAR.knows(2026)).isTrue();
    assertThat(CALENDAR.knows(2027)).isFalse();
    assertThat(CALENDAR.working(LocalDate.of(2026, 10, 1))).isFalse();
    assertThat(CALENDAR.working(LocalDate.of(2026, 9, 20))).isTrue();
    assertThat(CALENDAR.working(LocalDate.of(2026, 11, 22))).isFalse();
  }

  private static ClockRule rule(Limit limit) {
    return new ClockRule(
        "test",
        limit,
        "start",
        List.of(Duration.ofHours(4), Duration.ofHours(1)),
        "escalate",
        "测试",
        CHINA,
        CALENDAR);
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(CHINA).toInstant();
  }
}
