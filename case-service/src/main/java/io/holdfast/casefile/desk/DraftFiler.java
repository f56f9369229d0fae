package io.holdfast.casefile.desk;

import io.holdfast.casefile.casefile.CaseFile;
import io.holdfast.casefile.casefile.DraftOrigin;
import io.holdfast.casefile.draft.Draft;
import io.holdfast.casefile.draft.DraftCommand.File;
import io.holdfast.casefile.draft.DraftCommand.OpenCase;
import io.holdfast.casefile.draft.DraftDecision.Refused;
import io.holdfast.casefile.draft.DraftReader;
import io.holdfast.casefile.draft.DraftReading;
import io.holdfast.casefile.draft.DraftRules;
import io.holdfast.casefile.draft.DraftState;
import io.holdfast.casefile.report.Contact;
import io.holdfast.casefile.report.Finding;
import io.holdfast.casefile.report.PhoneNumbers;
import io.holdfast.casefile.report.Report;
import io.holdfast.casefile.report.ReportCheck;
import io.holdfast.casefile.report.Tidying;
import io.holdfast.casefile.report.Transfer;
import io.holdfast.kit.access.Call;
import io.holdfast.kit.id.Ids;
import io.holdfast.kit.mongo.Aggregates;
import io.holdfast.kit.mongo.Mutation;
import io.holdfast.kit.mongo.Stored;
import io.holdfast.kit.policy.PolicySet;
import io.holdfast.kit.problem.KitReason;
import io.holdfast.kit.problem.Problem;
import io.holdfast.kit.time.LegalClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * From draft to case. The case comes first and its id follows from the draft's, so that a crash in
 * between leaves a case that the next attempt finds, never two and never none.
 */
public final class DraftFiler {
  // Somebody may type while another files; each round takes what was typed meanwhile.
  private static final int ROUNDS_MAX = 4;
  private static final int NAMED_MAX = 10;

  private final DraftDesk drafts;
  private final ReportDesk reports;
  private final Aggregates<CaseFile> cases;
  private final PolicySet policies;
  private final PhoneNumbers phones;
  private final LegalClock clock;

  public DraftFiler(
      DraftDesk drafts,
      ReportDesk reports,
      Aggregates<CaseFile> cases,
      PolicySet policies,
      PhoneNumbers phones,
      LegalClock clock) {
    this.drafts = drafts;
    this.reports = reports;
    this.cases = cases;
    this.policies = policies;
    this.phones = phones;
    this.clock = clock;
  }

  /** Sends out stops for every transfer that is known; the draft goes on being written. */
  public Stored<CaseFile> stop(Call call, String id, Mutation by) {
    Stored<Draft> seen = drafts.get(call, id);
    requireLive(seen.state());
    DraftReading reading = read(seen);
    if (reading.known().isEmpty()) {
      throw Problem.of(CaseReason.DRAFT_TRANSFER_UNKNOWN, "missing", missing(reading));
    }
    Stored<CaseFile> made = carried(call, seen, reading.stoppable(), true, by);
    drafts.change(call, id, new OpenCase(made.id()), by);
    return made;
  }

  /** Finishes the draft; whoever asks again gets the same case. */
  public Stored<CaseFile> file(Call call, String id, boolean urgent, Mutation by) {
    for (int round = 0; round < ROUNDS_MAX; round++) {
      Stored<Draft> seen = drafts.get(call, id);
      if (seen.state().state() instanceof DraftState.Filed(var caseId, _)) {
        return cases.find(caseId).orElseThrow();
      }
      requireLive(seen.state());
      requireEtag(seen, by);
      DraftReading reading = read(seen);
      if (!reading.unsettled().isEmpty()) {
        throw Problem.of(CaseReason.DRAFT_UNSETTLED, "paths", named(reading.unsettled().stream()));
      }
      if (!reading.faults().isEmpty()) {
        throw Problems.of(reading.faults());
      }
      Stored<CaseFile> made = carried(call, seen, reading, urgent, by);
      Stored<Draft> after = drafts.change(call, id, new File(made.id(), seen.state().edits()), by);
      if (after.state().state() instanceof DraftState.Filed) {
        return made;
      }
    }
    throw Problem.of(KitReason.BUSY);
  }

  /** The case that a stop has opened from the draft; empty where none has. */
  public String opened(Call call, String id) {
    drafts.get(call, id);
    return cases.find(caseId(id)).map(Stored::id).orElse("");
  }

  /** What the draft's report would lack if it were filed now, under the draft's paths. */
  public List<Finding> lacking(Stored<Draft> stored) {
    if (!stored.state().state().name().live()) {
      return List.of();
    }
    Instant now = clock.instant();
    DraftReading reading = read(stored);
    Report report = Tidying.tidied(reading.report(), phones, now);
    Instant entryDue = policies.policy(stored.policy()).clock("entry").due(report.receiveTime());
    var found = ReportCheck.check(report, phones, entryDue, now);
    var lacking = new ArrayList<>(reading.faults());
    lacking.addAll(reading.remarks());
    Stream.concat(found.faults().stream(), found.remarks().stream())
        .map(reading::inDraft)
        .forEach(lacking::add);
    return lacking;
  }

  private Stored<CaseFile> carried(
      Call call, Stored<Draft> seen, DraftReading reading, boolean urgent, Mutation by) {
    String caseId = caseId(seen.id());
    List<Finding> unread =
        reading.remarks().stream()
            .map(remark -> new Finding("draft." + remark.field(), remark.rule()))
            .toList();
    var rows = new DraftOrigin.Told(seen.id(), reading.transferRows(), reading.contactRows());
    Mutation cause = cause(seen.id(), by);
    try {
      Optional<Stored<CaseFile>> before = cases.find(caseId);
      if (before.isEmpty()) {
        reports.receive(
            call, caseId, reading.report(), unread, rows, urgent, station(seen.state()), cause);
      }
      // Also for a case made just now: somebody else may have made it, from less.
      return reports.complete(
          call, caseId, file -> numbered(reading, file), unread, rows, urgent, cause);
    } catch (Problem refused) {
      throw refused.renamed(reading::inDraft);
    }
  }

  /** The draft's report with the numbers of what it completes in the case. */
  private static Report numbered(DraftReading reading, CaseFile file) {
    DraftOrigin origin = file.origin();
    if (origin == null) {
      return reading.report();
    }
    var transfers = new ArrayList<Transfer>();
    for (Transfer transfer : reading.report().transfers()) {
      String row = reading.transferRows().get(transfers.size());
      transfers.add(transfer.numbered(origin.transfer(row)));
    }
    var contacts = new ArrayList<Contact>();
    for (Contact contact : reading.report().contacts()) {
      contacts.add(contact.numbered(origin.contact(reading.contactRows().get(contacts.size()))));
    }
    return reading.report().with(transfers, reading.report().totalLossFen()).contacted(contacts);
  }

  private static DraftReading read(Stored<Draft> stored) {
    return DraftReader.read(stored.state(), stored.createTime());
  }

  private static String station(Draft draft) {
    return draft.offeredTo().isEmpty() ? draft.unit().id() : draft.offeredTo();
  }

  private static String caseId(String draftId) {
    return Ids.derived("case-of-draft", draftId);
  }

  /** Whoever carries the draft over, it is the same thing that is done. */
  private static Mutation cause(String draftId, Mutation by) {
    return new Mutation(
        by.origin(),
        by.actor(),
        by.action(),
        by.cause(),
        null,
        Ids.derived("case-of-draft", draftId),
        null,
        null);
  }

  private static void requireLive(Draft draft) {
    var name = draft.state().name();
    if (!name.live()) {
      throw Problems.of(new Refused.WrongState(name, DraftRules.allowed(new File("", 0))));
    }
  }

  private static void requireEtag(Stored<Draft> seen, Mutation by) {
    String etag = by.etag();
    if (etag != null && !etag.equals(seen.etag())) {
      throw Problem.of(KitReason.STALE, "etag", etag, "current", seen.etag());
    }
  }

  private static String missing(DraftReading reading) {
    Stream<String> unsettled =
        reading.unsettled().stream().filter(path -> path.startsWith("transfers["));
    Stream<String> accounts =
        reading.transferRows().stream().map(row -> "transfers[" + row + "].payee.accountNumber");
    List<String> paths =
        Stream.of(reading.faults().stream().map(Finding::field), unsettled, accounts)
            .flatMap(path -> path)
            .distinct()
            .toList();
    return paths.isEmpty() ? "transfers" : named(paths.stream());
  }

  private static String named(Stream<String> paths) {
    return paths.limit(NAMED_MAX).collect(Collectors.joining(", "));
  }
}
