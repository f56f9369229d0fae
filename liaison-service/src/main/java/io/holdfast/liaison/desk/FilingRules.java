package io.holdfast.liaison.desk;

import io.holdfast.liaison.desk.CaseNote.Clock;
import io.holdfast.liaison.desk.CaseNote.ClockState;
import io.holdfast.liaison.desk.CaseNote.Phase;
import io.holdfast.liaison.desk.Plan.Dial;
import io.holdfast.liaison.desk.Plan.Place;
import io.holdfast.liaison.desk.Plan.Running;
import io.holdfast.liaison.directory.Desk;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which desk must have what, after each change of a case. Pure. */
public final class FilingRules {
  /** 首层账户录入: the first account entered. */
  public static final String ENTRY = "entry";

  /** 立案决定: filed or not. */
  public static final String DECISION = "filing-decision";

  /** 不予立案通知书: the reporter told of a refusal (程序规定 178). */
  public static final String NOTICE = "filing-notice";

  private static final List<String> CLOCKS = List.of(ENTRY, DECISION, NOTICE);

  private FilingRules() {}

  /** After a change of a case. */
  public static Plan of(CaseNote note) {
    var station = new Mailbox(note.station(), Desk.UNIT_DESK);
    var tasks = new ArrayList<Place>();
    tasks.add(new Place(TaskKind.DECIDE_FILING, county(note), decide(note)));
    tasks.add(new Place(TaskKind.SERVE_NOTICE, station, serve(note)));
    tasks.add(new Place(TaskKind.MOVE_CASE, station, move(note)));
    tasks.add(new Place(TaskKind.MOVE_CASE, supervisors(note), escalate(note)));
    var owners = new ArrayList<String>();
    owners.add(note.station());
    owners.addAll(note.stationAncestors());
    return new Plan(
        "cases/" + note.caseId(),
        note.caseId(),
        note.receiptNumber(),
        note.totalLossFen(),
        owners,
        note.region(),
        tasks,
        CLOCKS.stream().map(name -> new Dial(name, running(note, name))).toList());
  }

  /** A case under review lies on the county's desk until it is decided. */
  private static Want decide(CaseNote note) {
    return switch (note.phase()) {
      case RECEIVED -> new Want.Kept(Urgency.NONE);
      case REVIEW ->
          note.owed(DECISION).map(FilingRules::open).orElse(new Want.Open(null, Urgency.NONE));
      case FILED, NOT_FILED -> new Want.Closed();
    };
  }

  private static Want serve(CaseNote note) {
    return switch (note.phase()) {
      case RECEIVED, REVIEW -> new Want.Kept(Urgency.NONE);
      case FILED -> new Want.Closed();
      case NOT_FILED -> pressing(note.owed(NOTICE).stream());
    };
  }

  /** What the station itself is late with. Before a clock warns there is nothing to press for. */
  private static Want move(CaseNote note) {
    Stream<Clock> decision =
        note.phase() == Phase.RECEIVED ? note.owed(DECISION).stream() : Stream.empty();
    return pressing(
        Stream.concat(note.owed(ENTRY).stream(), decision)
            .filter(clock -> clock.urgency() != Urgency.NONE));
  }

  /** What was missed lies before the supervisors until it is done. */
  private static Want escalate(CaseNote note) {
    return pressing(
        CLOCKS.stream()
            .flatMap(name -> note.owed(name).stream())
            .filter(clock -> clock.urgency() == Urgency.MISSED));
  }

  /** Open while one of the clocks is owed, for the one that ends first. */
  private static Want pressing(Stream<Clock> clocks) {
    return clocks
        .min(Comparator.comparing(Clock::dueTime))
        .map(FilingRules::open)
        .orElse(new Want.Closed());
  }

  private static Want open(Clock clock) {
    return new Want.Open(clock.dueTime(), clock.urgency());
  }

  private static @Nullable Running running(CaseNote note, String name) {
    return note.owed(name)
        .map(
            clock ->
                new Running(
                    name.equals(DECISION) && note.phase() == Phase.REVIEW
                        ? county(note)
                        : new Mailbox(note.station(), Desk.UNIT_DESK),
                    clock.startTime(),
                    clock.dueTime(),
                    clock.state() == ClockState.MISSED,
                    clock.basis()))
        .orElse(null);
  }

  private static Mailbox county(CaseNote note) {
    return new Mailbox(nearest(note), Desk.UNIT_DESK);
  }

  private static Mailbox supervisors(CaseNote note) {
    return new Mailbox(nearest(note), Desk.SUPERVISOR_DESK);
  }

  private static String nearest(CaseNote note) {
    return note.stationAncestors().isEmpty() ? note.station() : note.stationAncestors().getFirst();
  }
}
