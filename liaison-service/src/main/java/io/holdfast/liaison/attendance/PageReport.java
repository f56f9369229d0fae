package io.holdfast.liaison.attendance;

import java.time.Instant;

/**
 * What one page of one person last said of itself.
 *
 * @param subject the person's {@code sub}
 * @param page which of his pages
 * @param there whether he would see and hear an order that arrives on it
 * @param since since when it has said so without a break; UTC
 * @param time when it last said so, UTC
 */
public record PageReport(String subject, String page, boolean there, Instant since, Instant time) {
  /** A page's first word. */
  public static PageReport first(String subject, String page, boolean there, Instant now) {
    return new PageReport(subject, page, there, now, now);
  }

  boolean samePageAs(PageReport other) {
    return subject.equals(other.subject) && page.equals(other.page);
  }

  /** Whether it still counts at {@code now}, {@code limit} after it was given at the latest. */
  boolean counts(Limit limit, Instant now) {
    return there && limit.reaches(time, now);
  }
}
