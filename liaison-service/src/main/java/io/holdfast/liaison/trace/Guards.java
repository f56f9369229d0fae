package io.holdfast.liaison.trace;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an answer must agree with: the call that is traced, the hop before, and the way so far. An
 * answer that does not is another call's, or shows that the hop before was wrong, which is to be
 * disputed.
 */
final class Guards {
  private static final int DIGITS_MIN = 7;
  private static final int DIGITS_MAX = 11;

  private Guards() {}

  /** The first thing wrong with the answer at that hop of the trace. */
  static Optional<Rejection> check(Trace trace, Hop hop, Answer answer) {
    Optional<Rejection> missing = missing(answer);
    if (missing.isPresent()) {
      return missing;
    }
    CallRecord record = answer.record();
    if (record == null) {
      return Optional.empty();
    }
    return number(trace.request().call(), record)
        .or(() -> time(trace.request().call(), record))
        .or(() -> duration(trace, hop, record))
        .or(() -> route(trace, hop, record))
        .or(() -> loop(trace, hop, record));
  }

  private static Optional<Rejection> missing(Answer answer) {
    CallRecord record = answer.record();
    boolean named = answer.upstream() != null;
    Rejection.@Nullable Field field =
        switch (answer.code()) {
          case UPSTREAM ->
              record == null ? Rejection.Field.RECORD : named ? null : Rejection.Field.UPSTREAM;
          case ORIGIN, LANDING, FOREIGN_GATEWAY -> record == null ? Rejection.Field.RECORD : null;
          case PORTED_TO -> named ? null : Rejection.Field.UPSTREAM;
          case NO_RECORD, RETENTION_EXPIRED, NOT_OURS, PAPER_INVALID ->
              answer.reason().isBlank() ? Rejection.Field.REASON : null;
        };
    return Optional.ofNullable(field).map(Rejection.Missing::new);
  }

  /**
   * Exchanges write a number with and without country and area: the last digits decide. A forwarded
   * call carries the number it was first meant for as the redirecting one.
   */
  private static Optional<Rejection> number(CallData call, CallRecord record) {
    String asked = national(call.called().reveal());
    String called = national(record.called().reveal());
    if (asked.length() < DIGITS_MIN || called.isEmpty() || sameNumber(asked, called)) {
      return Optional.empty();
    }
    String redirecting = national(record.redirecting().reveal());
    return sameNumber(asked, redirecting)
        ? Optional.empty()
        : Optional.of(new Rejection.NumberDiffers());
  }

  private static boolean sameNumber(String one, String other) {
    int length = Math.min(DIGITS_MAX, Math.min(one.length(), other.length()));
    return length >= DIGITS_MIN && tail(one, length).equals(tail(other, length));
  }

  private static String tail(String digits, int length) {
    return digits.substring(digits.length() - length);
  }

  /** The digits without 00, 86 and trunk zeros in front. */
  private static String national(String number) {
    String digits = number.replaceAll("[^0-9]", "").replaceFirst("^0+", "");
    String country = digits.length() > DIGITS_MAX - 1 && digits.startsWith("86") ? "86" : "";
    return digits.substring(country.length()).replaceFirst("^0+", "");
  }

  private static Optional<Rejection> time(CallData call, CallRecord record) {
    Instant earliest = call.startTime().minus(call.tolerance());
    Instant latest = call.startTime().plus(call.tolerance());
    Instant start = record.trueStart();
    return start.isBefore(earliest) || start.isAfter(latest)
        ? Optional.of(new Rejection.TimeDiffers(start, earliest, latest))
        : Optional.empty();
  }

  /** Against the hop before, whose record is better than a memory; else against the case. */
  private static Optional<Rejection> duration(Trace trace, Hop hop, CallRecord record) {
    CallRecord before = recordBefore(trace, hop);
    int expected =
        before != null && before.durationSeconds() > 0
            ? before.durationSeconds()
            : trace.request().call().durationSeconds();
    Duration slack = trace.request().limits().durationSlack();
    return expected > 0
            && record.durationSeconds() > 0
            && Math.abs(expected - record.durationSeconds()) > slack.toSeconds()
        ? Optional.of(new Rejection.DurationDiffers(record.durationSeconds(), expected, slack))
        : Optional.empty();
  }

  private static Optional<Rejection> route(Trace trace, Hop hop, CallRecord record) {
    CallRecord before = recordBefore(trace, hop);
    return before != null && !before.incoming().agreesWith(record.outgoing())
        ? Optional.of(new Rejection.RouteDiffers(hop.number() - 1))
        : Optional.empty();
  }

  private static Optional<Rejection> loop(Trace trace, Hop hop, CallRecord record) {
    String trunk = record.incoming().trunkGroup();
    if (trunk.isEmpty()) {
      return Optional.empty();
    }
    return trace.hops().stream()
        .filter(earlier -> earlier.number() < hop.number())
        .filter(earlier -> earlier.target().sameFirm(hop.target()))
        .filter(
            earlier ->
                earlier.answer().filter(it -> it.incoming().trunkGroup().equals(trunk)).isPresent())
        .map(earlier -> (Rejection) new Rejection.Loop(earlier.number()))
        .findFirst();
  }

  private static @Nullable CallRecord recordBefore(Trace trace, Hop hop) {
    return trace.hop(hop.number() - 1).flatMap(Hop::answer).map(Answer::record).orElse(null);
  }
}
