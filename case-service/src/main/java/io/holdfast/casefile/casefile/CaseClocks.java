package io.holdfast.casefile.casefile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** The clocks of a case. Pure: which of them run follows from what the case is. */
public final class CaseClocks {
  private CaseClocks() {}

  /** Starts a clock of that name at that time, as the case's policy has it. */
  @FunctionalInterface
  public interface Starter extends BiFunction<CaseClock.Name, Instant, CaseClock> {}

  /** The case with the clocks it begins with. */
  public static CaseFile begun(CaseFile file, Starter starter, Instant now) {
    Instant told = file.report().receiveTime();
    return followed(
        file.timed(
            List.of(
                starter.apply(CaseClock.Name.ENTRY, told),
                starter.apply(CaseClock.Name.FILING_DECISION, told))),
        starter,
        now);
  }

  /** The case after a change at {@code now}: what is done is met, what is newly owed runs. */
  public static CaseFile followed(CaseFile file, Starter starter, Instant now) {
    var clocks = new ArrayList<CaseClock>();
    for (CaseClock clock : file.clocks()) {
      clocks.add(owed(file, clock.name()) ? clock : clock.met(now));
    }
    boolean told = clocks.stream().anyMatch(clock -> clock.name() == CaseClock.Name.FILING_NOTICE);
    if (file.state() instanceof CaseState.NotFiled(_, _, _, var decision)
        && file.filingNotice() == null
        && !told) {
      clocks.add(starter.apply(CaseClock.Name.FILING_NOTICE, decision.decideTime()));
    }
    return clocks.equals(file.clocks()) ? file : file.timed(clocks);
  }

  private static boolean owed(CaseFile file, CaseClock.Name name) {
    return switch (name) {
      case ENTRY -> file.report().transfers().isEmpty() && !decided(file.state());
      case FILING_DECISION -> !decided(file.state());
      case FILING_NOTICE ->
          file.state() instanceof CaseState.NotFiled && file.filingNotice() == null;
    };
  }

  private static boolean decided(CaseState state) {
    return switch (state) {
      case CaseState.Received _, CaseState.Review _ -> false;
      case CaseState.Filed _, CaseState.NotFiled _ -> true;
    };
  }

  /** When there is next something to tell; empty where time changes nothing. */
  public static Optional<Instant> next(CaseFile file) {
    return file.clocks().stream().flatMap(clock -> clock.next().stream()).min(Instant::compareTo);
  }

  /** The case with everything told that {@code now} has brought; itself where that is nothing. */
  public static CaseFile told(CaseFile file, Instant now) {
    List<CaseClock> clocks = file.clocks().stream().map(clock -> clock.toldAt(now)).toList();
    if (clocks.equals(file.clocks())) {
      return file;
    }
    var entries = new ArrayList<TimelineEntry>();
    for (CaseClock clock : news(file, clocks)) {
      entries.add(
          new TimelineEntry(
              clock.missed() ? clock.dueTime() : now,
              (clock.missed() ? "CLOCK_MISSED:" : "CLOCK_WARNED:") + clock.name().word(),
              "",
              "",
              0));
    }
    return file.timed(clocks).noting(entries);
  }

  /** The clocks of which {@code after} tells more than {@code before}. */
  public static List<CaseClock> news(CaseFile before, CaseFile after) {
    return news(before, after.clocks());
  }

  private static List<CaseClock> news(CaseFile before, List<CaseClock> after) {
    return after.stream()
        .filter(
            clock ->
                clock.metTime() == null
                    && clock.told()
                    && before.clocks().stream().noneMatch(clock::equals))
        .toList();
  }

  /** The clocks that were met by a change, though somebody had been told of them. */
  public static List<CaseClock> met(CaseFile before, CaseFile after) {
    return after.clocks().stream()
        .filter(
            clock ->
                clock.metTime() != null
                    && (clock.told() || clock.name() == CaseClock.Name.FILING_NOTICE)
                    && before.clocks().stream().noneMatch(clock::equals))
        .toList();
  }
}
