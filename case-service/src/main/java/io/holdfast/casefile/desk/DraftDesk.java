package io.holdfast.casefile.desk;

import io.holdfast.casefile.draft.Author;
import io.holdfast.casefile.draft.Draft;
import io.holdfast.casefile.draft.DraftCommand;
import io.holdfast.casefile.draft.DraftCommand.Adopt;
import io.holdfast.casefile.draft.DraftCommand.Discard;
import io.holdfast.casefile.draft.DraftCommand.Offer;
import io.holdfast.casefile.draft.DraftCommand.Save;
import io.holdfast.casefile.draft.DraftCommand.Settle;
import io.holdfast.casefile.draft.DraftDecision.Changed;
import io.holdfast.casefile.draft.DraftDecision.Rejected;
import io.holdfast.casefile.draft.DraftPath;
import io.holdfast.casefile.draft.DraftRules;
import io.holdfast.casefile.draft.Edit;
import io.holdfast.casefile.draft.Unit;
import io.holdfast.casefile.report.Finding;
import io.holdfast.casefile.report.ReportRule;
import io.holdfast.kit.access.Call;
import io.holdfast.kit.access.Caller;
import io.holdfast.kit.id.Ids;
import io.holdfast.kit.mongo.Aggregates;
import io.holdfast.kit.mongo.Change;
import io.holdfast.kit.mongo.Creation;
import io.holdfast.kit.mongo.Mutation;
import io.holdfast.kit.mongo.Stored;
import io.holdfast.kit.policy.Policy;
import io.holdfast.kit.policy.PolicySet;
import io.holdfast.kit.problem.Problem;
import io.holdfast.kit.time.LegalClock;
import io.holdfast.kit.value.Access;
import io.holdfast.kit.value.Personal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reports in the making: begun by one, finished by another. */
public final class DraftDesk {
  private static final String CLOCK = "draft";

  private final Aggregates<Draft> drafts;
  private final InstitutionDirectory directory;
  private final PolicySet policies;
  private final Ids ids;
  private final LegalClock clock;

  public DraftDesk(
      Aggregates<Draft> drafts,
      InstitutionDirectory directory,
      PolicySet policies,
      Ids ids,
      LegalClock clock) {
    this.drafts = drafts;
    this.directory = directory;
    this.policies = policies;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Begins a draft of the caller's institution; a repeat of the request gets the draft it made.
   *
   * @param stationId the station it is offered to; empty: none
   */
  public Stored<Draft> begin(Call call, List<Edit> edits, String stationId, Mutation by) {
    Caller caller = call.caller();
    String requestId = by.requestId();
    String id =
        requestId == null
            ? ids.next()
            : Ids.derived("draft", caller.client(), caller.subject(), requestId);
    Optional<Stored<Draft>> earlier = drafts.find(id);
    return now(
        drafts.create(
            earlier
                .map(was -> new Creation<>(id, was.policy(), was.access(), was.state(), List.of()))
                .orElseGet(() -> creation(call, id, edits, stationId)),
            by));
  }

  private Creation<Draft> creation(Call call, String id, List<Edit> edits, String stationId) {
    Instant now = instant();
    Station station = directory.station(call.caller().institution());
    call.requireReach(station.access());
    if (!stationId.isEmpty()) {
      requireSameWorld(station.region(), directory.station(stationId));
    }
    Policy policy = ReportDesk.policy(policies, station, now);
    Instant keptUntil = policy.clock(CLOCK).due(now);
    Draft begun =
        decided(
            Draft.begun(unit(station), "", now, keptUntil),
            new Save(checked(edits), author(call.caller())),
            now,
            keptUntil);
    Draft offered =
        stationId.isEmpty() ? begun : decided(begun, new Offer(stationId), now, keptUntil);
    return new Creation<>(id, policy.id(), access(offered), offered, List.of());
  }

  /** The draft as it stands now, if the call reaches it. */
  public Stored<Draft> get(Call call, String id) {
    return now(drafts.load(call, id));
  }

  /** Saves what was typed. */
  public Stored<Draft> save(Call call, String id, List<Edit> edits, Mutation by) {
    return change(call, id, new Save(checked(edits), author(call.caller())), by);
  }

  /** Chooses the text of a field where several stand. */
  public Stored<Draft> settle(Call call, String id, Edit choice, Mutation by) {
    Edit checked = checked(List.of(choice)).getFirst();
    return change(call, id, new Settle(checked, author(call.caller())), by);
  }

  /** Asks a station to go on with it. */
  public Stored<Draft> offer(Call call, String id, String stationId, Mutation by) {
    requireSameWorld(drafts.load(call, id).state().unit().region(), directory.station(stationId));
    return change(call, id, new Offer(stationId), by);
  }

  /** Takes it over for the caller's station. */
  public Stored<Draft> adopt(Call call, String id, Mutation by) {
    return change(call, id, new Adopt(unit(directory.station(call.caller().institution()))), by);
  }

  /**
   * Gives it up.
   *
   * @param caseId the case a stop has opened; empty where there is none
   */
  public Stored<Draft> discard(Call call, String id, String caseId, String reason, Mutation by) {
    Personal why = Personal.of(Personal.Kind.TEXT, reason.strip());
    return change(call, id, new Discard(caseId, call.caller().subject(), why), by);
  }

  /** Persists that a draft was left alone for too long: what was typed goes. */
  public void wake(String id) {
    Optional<Stored<Draft>> due = drafts.find(id);
    due.ifPresent(
        stored ->
            drafts.change(
                id,
                Mutation.clock(stored.policy(), CLOCK),
                seen -> {
                  Draft swept = seen.state().at(instant());
                  return swept.equals(seen.state()) ? Change.none() : Change.to(swept);
                }));
  }

  Stored<Draft> change(Call call, String id, DraftCommand command, Mutation by) {
    return now(
        drafts.change(
            call,
            id,
            by,
            stored -> {
              Instant now = instant();
              Instant keptUntil = policies.policy(stored.policy()).clock(CLOCK).due(now);
              Draft next = decided(stored.state(), command, now, keptUntil);
              return next.equals(stored.state())
                  ? Change.none()
                  : new Change<>(next, access(next), List.of());
            }));
  }

  private static Draft decided(Draft draft, DraftCommand command, Instant now, Instant keptUntil) {
    return switch (DraftRules.decide(draft, command, now, keptUntil)) {
      case Changed(var next) -> next;
      case Rejected(var why) -> throw Problems.of(why);
    };
  }

  /** Refuses fields that no report has, and texts too long for theirs. */
  private static List<Edit> checked(List<Edit> edits) {
    var faults = new ArrayList<Finding>();
    var checked = new ArrayList<Edit>();
    for (int i = 0; i < edits.size(); i++) {
      Edit edit = edits.get(i);
      Optional<DraftPath> path = DraftPath.parse(edit.path());
      if (path.isEmpty()) {
        faults.add(new Finding("edits[" + i + "].path", ReportRule.FIELD_UNKNOWN));
      } else if (edit.text().reveal().length() > path.get().field().length()) {
        faults.add(new Finding("edits[" + i + "].text", ReportRule.TEXT_TOO_LONG));
      } else {
        checked.add(edit);
      }
    }
    if (!faults.isEmpty()) {
      throw Problems.of(faults);
    }
    return checked;
  }

  private static void requireSameWorld(String region, Station station) {
    if (Station.isDemo(region) != Station.isDemo(station.region())) {
      throw Problem.of(CaseReason.DEMO_REAL_MIXED, "field", "station");
    }
  }

  private static Unit unit(Station station) {
    return new Unit(station.id(), station.ancestors(), station.region());
  }

  private static Access access(Draft draft) {
    Unit unit = draft.unit();
    Access access = Access.of(unit.id(), unit.ancestors(), unit.region());
    for (String party : draft.parties()) {
      access = access.with(party);
    }
    return access;
  }

  private static Author author(Caller caller) {
    Personal name = caller.name();
    return new Author(
        caller.subject(),
        Personal.of(Personal.Kind.NAME, name == null ? "" : name.reveal()),
        caller.institution());
  }

  private Stored<Draft> now(Stored<Draft> stored) {
    return new Stored<>(
        stored.id(),
        stored.v(),
        stored.rev(),
        stored.policy(),
        stored.access(),
        stored.createTime(),
        stored.state().at(clock.instant()));
  }

  private Instant instant() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
