package io.holdfast.casefile.desk;

import io.holdfast.casefile.casefile.CaseClocks;
import io.holdfast.casefile.casefile.CaseCommand.CompleteReport;
import io.holdfast.casefile.casefile.CaseFile;
import io.holdfast.casefile.casefile.DraftOrigin;
import io.holdfast.casefile.casefile.Opening;
import io.holdfast.casefile.report.Finding;
import io.holdfast.casefile.report.Findings;
import io.holdfast.casefile.report.PhoneNumbers;
import io.holdfast.casefile.report.Report;
import io.holdfast.casefile.report.ReportCheck;
import io.holdfast.casefile.report.Tidying;
import io.holdfast.casefile.wire.CaseFacts;
import io.holdfast.kit.access.Call;
import io.holdfast.kit.access.Caller;
import io.holdfast.kit.id.Ids;
import io.holdfast.kit.mongo.Aggregates;
import io.holdfast.kit.mongo.Change;
import io.holdfast.kit.mongo.Counters;
import io.holdfast.kit.mongo.Creation;
import io.holdfast.kit.mongo.Mutation;
import io.holdfast.kit.mongo.Stored;
import io.holdfast.kit.policy.Policy;
import io.holdfast.kit.policy.PolicySet;
import io.holdfast.kit.problem.Problem;
import io.holdfast.kit.time.LegalClock;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where reports come in (受案). Waits for no other service. */
public final class ReportDesk {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private final Aggregates<CaseFile> cases;
  private final Counters counters;
  private final InstitutionDirectory directory;
  private final PolicySet policies;
  private final CasePolicies clocks;
  private final PhoneNumbers phones;
  private final Ids ids;
  private final LegalClock clock;

  public ReportDesk(
      Aggregates<CaseFile> cases,
      Counters counters,
      InstitutionDirectory directory,
      PolicySet policies,
      PhoneNumbers phones,
      Ids ids,
      LegalClock clock) {
    this.cases = cases;
    this.counters = counters;
    this.directory = directory;
    this.policies = policies;
    this.clocks = new CasePolicies(policies);
    this.phones = phones;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Receives a report; a repeat of the request gets the case it made.
   *
   * @param told as it was sent
   * @param stationId empty: the caller's own institution
   */
  public Stored<CaseFile> file(
      Call call, Report told, boolean urgent, String stationId, Mutation by) {
    String id = caseId(call.caller(), by);
    Optional<Stored<CaseFile>> earlier = cases.find(id);
    // A repeat is judged by the content of the first request, not by what has changed since.
    return cases.create(
        earlier
            .map(
                stored ->
                    new Creation<>(id, stored.policy(), stored.access(), stored.state(), List.of()))
            .orElseGet(() -> creation(call, id, told, List.of(), null, urgent, stationId)),
        by);
  }

  /**
   * Receives what a draft comes to. Whoever was first has made the case: what is returned may hold
   * less than what is told here.
   *
   * @param id the case's id, always the same one for a draft
   * @param unread what could not be read
   */
  Stored<CaseFile> receive(
      Call call,
      String id,
      Report told,
      List<Finding> unread,
      DraftOrigin.Told rows,
      boolean urgent,
      String stationId,
      Mutation by) {
    return cases.create(creation(call, id, told, unread, rows, urgent, stationId), by);
  }

  /** Completes the report of a case. */
  public Stored<CaseFile> complete(Call call, String id, Report told, boolean urgent, Mutation by) {
    return cases.change(
        call, id, by, stored -> completed(call, stored, told, List.of(), null, urgent));
  }

  /**
   * Completes the report of a draft's case; the draft has admitted the caller.
   *
   * @param told makes the report of the case as it is, with the numbers of what it completes
   */
  Stored<CaseFile> complete(
      Call call,
      String id,
      Function<CaseFile, Report> told,
      List<Finding> unread,
      DraftOrigin.Told rows,
      boolean urgent,
      Mutation by) {
    return cases.change(
        id,
        by,
        stored -> completed(call, stored, told.apply(stored.state()), unread, rows, urgent));
  }

  private Change<CaseFile> completed(
      Call call,
      Stored<CaseFile> stored,
      Report told,
      List<Finding> unread,
      DraftOrigin.@Nullable Told rows,
      boolean urgent) {
    CaseFile file = stored.state();
    directory.requirePayees("report.transfers", told.transfers(), file.region());
    Instant entryDue =
        policies.policy(stored.policy()).clock("entry").due(file.report().receiveTime());
    var command =
        new CompleteReport(
            told,
            rows,
            unread,
            urgent,
            phones,
            entryDue,
            call.caller().subject(),
            call.caller().institution());
    return CaseChanges.decided(
        stored,
        command,
        clocks.clocks(stored.policy()),
        clock.instant().truncatedTo(ChronoUnit.MILLIS));
  }

  private Creation<CaseFile> creation(
      Call call,
      String id,
      Report told,
      List<Finding> unread,
      DraftOrigin.@Nullable Told rows,
      boolean urgent,
      String stationId) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Station station =
        directory.station(stationId.isEmpty() ? call.caller().institution() : stationId);
    call.requireReach(station.access());
    Policy policy = policy(policies, station, now);
    Report report =
        Tidying.tidied(told.by(LoginCards.completed(told.officer(), call.caller())), phones, now);
    Findings found =
        ReportCheck.check(report, phones, policy.clock("entry").due(report.receiveTime()), now);
    if (!found.faults().isEmpty()) {
      throw Problems.of(found.faults());
    }
    directory.requirePayees("report.transfers", report.transfers(), station.region());
    var remarks = new ArrayList<>(found.remarks());
    remarks.addAll(unread);
    var opened =
        new Opening(
                receipt(station, id, now),
                station.id(),
                station.ancestors(),
                station.region(),
                report,
                remarks,
                urgent,
                call.caller().subject())
            .open(OrderIds.of(id), now);
    CaseFile begun = CaseClocks.begun(opened.file(), clocks.clocks(policy.id()), now);
    CaseFile file = rows == null ? begun : begun.from(rows.origin());
    return new Creation<>(
        id,
        policy.id(),
        station.access(),
        file,
        new CaseFacts(id, policy.id(), now).requested(file, opened.stops(), opened.lookups()));
  }

  private String caseId(Caller caller, Mutation by) {
    String requestId = by.requestId();
    return requestId == null
        ? ids.next()
        : Ids.derived("case", caller.client(), caller.subject(), requestId);
  }

  static Policy policy(PolicySet policies, Station station, Instant now) {
    try {
      return policies.policyFor(station.region(), now);
    } catch (IllegalArgumentException e) {
      throw Problem.of(CaseReason.POLICY_MISSING, "region", station.region());
    }
  }

  /** Station, year and a number without gaps. */
  private String receipt(Station station, String id, Instant now) {
    int year = Year.from(now.atZone(CHINA)).getValue();
    long number = counters.draw("receipt/" + station.code() + '/' + year, id);
    return String.format(Locale.ROOT, "%s%d-%06d", station.code(), year, number);
  }
}
