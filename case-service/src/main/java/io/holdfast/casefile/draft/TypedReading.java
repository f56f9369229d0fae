package io.holdfast.casefile.draft;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what people type for amounts, times and durations. What could mean two things is not read:
 * a wrong amount or time makes the bank's match fail, a missing one is asked for. Whoever knows
 * what was meant says so behind {@code =}, and what was told stays: {@code 昨天中午 = 2026-11-20
 * 12:00}.
 */
public final class TypedReading {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final long FEN_MAX = 100_000_000_000_000L;

  private static final Pattern FILLERS = Pattern.compile("[\\s,，]|人民币|RMB|CNY|[¥￥]|[元块]整?$|整$");
  private static final Pattern TERM = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)([万千百]?)");
  private static final String DIGITS = "零一二三四五六七八九";
  private static final Pattern DATE_TIME =
      Pattern.compile(
          "(?:([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?|(今天|昨天|前天))?[T\\s]*"
              + "([0-9]{1,2})[:时点]([0-9]{1,2})(?:[:分]([0-9]{1,2})?秒?)?");
  private static final Pattern DURATION =
      Pattern.compile(
          "(?:([0-9]{1,3})(?:小时|时|h))?(?:([0-9]{1,4})(?:分钟|分|min))?(?:([0-9]{1,6})(?:秒钟|秒|s)?)?");

  private TypedReading() {}

  /** Fen of an amount in yuan: {@code 50000}, {@code 50,000.00}, {@code 5万}, {@code 3万2千}. */
  static Optional<Long> fen(String typed) {
    String text = FILLERS.matcher(narrow(typed)).replaceAll("").replace('两', '二');
    for (int i = 0; i < DIGITS.length(); i++) {
      text = text.replace(DIGITS.charAt(i), (char) ('0' + i));
    }
    Matcher term = TERM.matcher(text);
    var sum = BigDecimal.ZERO;
    long above = Long.MAX_VALUE;
    int at = 0;
    while (term.find() && term.start() == at && at < text.length()) {
      long unit = unit(term.group(2));
      var part = new BigDecimal(term.group(1)).multiply(BigDecimal.valueOf(unit));
      // 5万3 is said for 53,000 and may be meant as 50,003: only a part that fills its places is
      // read.
      boolean full = unit > 1 || above == Long.MAX_VALUE || term.group(1).length() == places(above);
      if (unit >= above || part.compareTo(BigDecimal.valueOf(above)) >= 0 || !full) {
        return Optional.empty();
      }
      sum = sum.add(part);
      above = unit;
      at = term.end();
    }
    if (at == 0 || at < text.length()) {
      return Optional.empty();
    }
    try {
      long fen = sum.movePointRight(2).longValueExact();
      return fen > 0 && fen <= FEN_MAX ? Optional.of(fen) : Optional.empty();
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }

  /**
   * A point in time: RFC 3339, or a date and time of day as written in China; a time of day alone
   * is today's, unless that had not come yet when it was typed.
   */
  static Optional<Instant> time(String typed, Instant typeTime) {
    String text = narrow(typed);
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException e) {
      // Written otherwise.
    }
    Matcher found = DATE_TIME.matcher(text);
    if (!found.matches()) {
      return Optional.empty();
    }
    try {
      LocalDate today = typeTime.atZone(CHINA).toLocalDate();
      var time =
          LocalTime.of(number(found.group(5)), number(found.group(6)), number(found.group(7)));
      Instant read = LocalDateTime.of(day(found, today), time).atZone(CHINA).toInstant();
      boolean dated = found.group(1) != null || found.group(4) != null;
      return dated || !read.isAfter(typeTime) ? Optional.of(read) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Seconds: {@code 600}, {@code 10分钟}, {@code 1小时5分}. */
  static Optional<Integer> seconds(String typed) {
    String text = narrow(typed).replace(" ", "");
    Matcher found = DURATION.matcher(text);
    if (text.isEmpty() || !found.matches()) {
      return Optional.empty();
    }
    int seconds =
        number(found.group(1)) * 3600 + number(found.group(2)) * 60 + number(found.group(3));
    return seconds <= 864_000 ? Optional.of(seconds) : Optional.empty();
  }

  /** Yes or no. */
  static Optional<Boolean> flag(String typed) {
    return switch (narrow(typed)) {
      case "true", "是", "已签" -> Optional.of(true);
      case "false", "否", "未签" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private static LocalDate day(Matcher found, LocalDate today) {
    String word = found.group(4);
    if (word != null) {
      return today.minusDays(word.equals("今天") ? 0 : word.equals("昨天") ? 1 : 2);
    }
    return found.group(1) == null
        ? today
        : LocalDate.of(number(found.group(1)), number(found.group(2)), number(found.group(3)));
  }

  private static int number(String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static long unit(String word) {
    return switch (word) {
      case "万" -> 10_000;
      case "千" -> 1_000;
      case "百" -> 100;
      default -> 1;
    };
  }

  private static int places(long unit) {
    return Long.toString(unit).length() - 1;
  }

  /** In ordinary width; of a text with {@code =} what its author says it means. */
  private static String narrow(String typed) {
    String text = Normalizer.normalize(typed, Normalizer.Form.NFKC);
    return text.substring(text.lastIndexOf('=') + 1).strip();
  }
}
