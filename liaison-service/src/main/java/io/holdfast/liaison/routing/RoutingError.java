package io.holdfast.liaison.routing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Accounts that one line sent to one bank, and that are not the bank's (非本行账户).
 *
 * @param line e.g. {@code BIN 990001}
 * @param table the table it stood in; 0 where no line decided
 * @param bank who was asked
 * @param prefix the accounts' leading digits, at most {@value #PREFIX_MAX}
 * @param count how often
 * @param firstTime UTC
 * @param lastTime UTC
 * @param recent ids of the last answers counted, so that one that is told again is not counted
 *     again
 */
public record RoutingError(
    String line,
    long table,
    String bank,
    String prefix,
    int count,
    Instant firstTime,
    Instant lastTime,
    List<String> recent) {
  /** Leading digits that are kept; a BIN has no more. */
  public static final int PREFIX_MAX = 6;

  private static final int RECENT_MAX = 32;
  private static final Pattern DECIDED = Pattern.compile("(BIN [0-9]+|name \\S+), table ([0-9]+)");
  private static final Pattern DIGITS = Pattern.compile("^[0-9]{1," + PREFIX_MAX + "}");

  public RoutingError {
    recent = List.copyOf(recent);
  }

  /** What decided where an order went. */
  public record Line(String line, long table) {
    /**
     * Of the reason the order carries, e.g. {@code BIN 990001, table 3}; where the officer chose
     * against the table it is his choice.
     */
    public static Line of(String reason) {
      boolean chosen = reason.startsWith("chosen by the officer");
      Matcher decided = DECIDED.matcher(reason);
      if (decided.find() && !(chosen && reason.contains("against"))) {
        return new Line(decided.group(1), Long.parseLong(decided.group(2)));
      }
      return new Line(chosen ? "chosen by the officer" : "not known", 0);
    }
  }

  /** The leading digits of a masked account number. */
  public static String prefix(String masked) {
    Matcher digits = DIGITS.matcher(masked);
    return digits.find() ? digits.group() : "";
  }

  /** The first answer of its kind. */
  public static RoutingError first(
      Line line, String bank, String prefix, String answer, Instant time) {
    return new RoutingError(
        line.line(), line.table(), bank, prefix, 1, time, time, List.of(answer));
  }

  /** After one more; one that is counted already changes nothing. */
  public RoutingError with(String answer, Instant time) {
    if (recent.contains(answer)) {
      return this;
    }
    var more = new ArrayList<>(recent);
    more.add(answer);
    return new RoutingError(
        line,
        table,
        bank,
        prefix,
        count + 1,
        firstTime.isBefore(time) ? firstTime : time,
        lastTime.isAfter(time) ? lastTime : time,
        more.subList(Math.max(0, more.size() - RECENT_MAX), more.size()));
  }
}
