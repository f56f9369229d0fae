package io.holdfast.e2e;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * The story's own time of day: 11:52, when the victim reports, is the moment this clock was made.
 */
final class StoryClock {
  private static final LocalTime REPORT = LocalTime.of(11, 52);
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

  private final Instant report;

  StoryClock(Instant report) {
    this.report = report;
  }

  Instant now() {
    return report;
  }

  /** The real instant of a time of the story, e.g. {@code 11:30}. */
  Instant at(String time) {
    return report.minus(Duration.between(LocalTime.parse(time), REPORT));
  }

  /** An instant in story time and in real time. */
  String both(Instant time) {
    LocalTime story = REPORT.plus(Duration.between(report, time));
    return TIME.format(story) + " (" + TIME.format(time.atZone(ZONE)) + ")";
  }
}
