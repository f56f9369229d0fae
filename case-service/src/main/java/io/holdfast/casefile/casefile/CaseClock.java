package io.holdfast.casefile.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something a case owes by a time. How it stands is worked out from the time; what was told of it
 * is remembered.
 *
 * @param warnTimes when it warns, earliest first
 * @param basis the article it rests on
 * @param warnings how many of them were told
 * @param missed whether its end was told
 * @param metTime when what it is for was done; null while owed
 */
public record CaseClock(
    Name name,
    Instant startTime,
    Instant dueTime,
    List<Instant> warnTimes,
    String basis,
    int warnings,
    boolean missed,
    @Nullable Instant metTime) {
  /** What is owed. */
  public enum Name {
    /** 首层账户录入: the first account entered, within 30 minutes of the report. */
    ENTRY("entry"),
    /** 立案决定: filed or not, within 3 days of the report. */
    FILING_DECISION("filing-decision"),
    /** 不予立案通知书: the reporter told of a refusal, within 3 days of it (程序规定 178). */
    FILING_NOTICE("filing-notice");

    private final String word;

    Name(String word) {
      this.word = word;
    }

    /** Its name in the policy and in the contract. */
    public String word() {
      return word;
    }
  }

  /** How a clock stands. */
  public enum State {
    RUNNING,
    /** Done, in time or late. */
    MET,
    /** Ended, and still owed. */
    MISSED
  }

  public CaseClock {
    warnTimes = List.copyOf(warnTimes);
  }

  /** How it stands at {@code now}. */
  public State at(Instant now) {
    if (metTime != null) {
      return State.MET;
    }
    return now.isBefore(dueTime) ? State.RUNNING : State.MISSED;
  }

  /** Whether anybody was told of it. */
  public boolean told() {
    return warnings > 0 || missed;
  }

  /** When there is next something to tell of it. */
  Optional<Instant> next() {
    if (metTime != null || missed) {
      return Optional.empty();
    }
    return Optional.of(warnings < warnTimes.size() ? warnTimes.get(warnings) : dueTime);
  }

  /** With everything told that {@code now} has brought: several warnings passed at once are one. */
  CaseClock toldAt(Instant now) {
    if (next().filter(time -> !time.isAfter(now)).isEmpty()) {
      return this;
    }
    int passed = (int) warnTimes.stream().filter(time -> !time.isAfter(now)).count();
    return new CaseClock(
        name, startTime, dueTime, warnTimes, basis, passed, !now.isBefore(dueTime), null);
  }

  CaseClock met(Instant time) {
    return metTime != null
        ? this
        : new CaseClock(name, startTime, dueTime, warnTimes, basis, warnings, missed, time);
  }
}
