package io.holdfast.casefile.casefile;

import io.holdfast.casefile.casefile.CaseCommand.Accept;
import io.holdfast.casefile.casefile.CaseCommand.AddEvidence;
import io.holdfast.casefile.casefile.CaseCommand.AddTransfers;
import io.holdfast.casefile.casefile.CaseCommand.CompleteReport;
import io.holdfast.casefile.casefile.CaseCommand.ConfirmSecondOfficer;
import io.holdfast.casefile.casefile.CaseCommand.Decline;
import io.holdfast.casefile.casefile.CaseCommand.ProtectVictim;
import io.holdfast.casefile.casefile.CaseCommand.RecordLookup;
import io.holdfast.casefile.casefile.CaseCommand.RecordNotice;
import io.holdfast.casefile.casefile.CaseCommand.RecordOrder;
import io.holdfast.casefile.casefile.CaseCommand.RecordTrace;
import io.holdfast.casefile.casefile.CaseCommand.ReleaseProtection;
import io.holdfast.casefile.casefile.CaseCommand.RequestTrace;
import io.holdfast.casefile.casefile.CaseCommand.Review;
import io.holdfast.casefile.casefile.CaseEvent.CaseAccepted;
import io.holdfast.casefile.casefile.CaseEvent.CaseDeclined;
import io.holdfast.casefile.casefile.CaseEvent.CaseReviewed;
import io.holdfast.casefile.casefile.CaseEvent.EvidenceAdded;
import io.holdfast.casefile.casefile.CaseEvent.LookupRecorded;
import io.holdfast.casefile.casefile.CaseEvent.NoticeRecorded;
import io.holdfast.casefile.casefile.CaseEvent.OrderRecorded;
import io.holdfast.casefile.casefile.CaseEvent.ProtectionReleased;
import io.holdfast.casefile.casefile.CaseEvent.ReportCompleted;
import io.holdfast.casefile.casefile.CaseEvent.SecondOfficerConfirmed;
import io.holdfast.casefile.casefile.CaseEvent.TraceRecorded;
import io.holdfast.casefile.casefile.CaseEvent.TraceRequested;
import io.holdfast.casefile.casefile.CaseEvent.TransfersAdded;
import io.holdfast.casefile.casefile.CaseEvent.VictimProtected;
import io.holdfast.casefile.casefile.CaseState.Filed;
import io.holdfast.casefile.casefile.CaseState.Name;
import io.holdfast.casefile.casefile.CaseState.NotFiled;
import io.holdfast.casefile.casefile.Decision.Accepted;
import io.holdfast.casefile.casefile.Decision.Rejected;
import io.holdfast.casefile.casefile.Rejection.ApplicantIsApprover;
import io.holdfast.casefile.casefile.Rejection.Full;
import io.holdfast.casefile.casefile.Rejection.Part;
import io.holdfast.casefile.casefile.Rejection.SecondOfficerIsFirst;
import io.holdfast.casefile.casefile.Rejection.WrongState;
import io.holdfast.casefile.report.Report;
import io.holdfast.casefile.report.Transfer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * How a case lives (程序规定 171–179). Pure: no clock, no I/O. A new state or command breaks these
 * switches, on purpose.
 */
public final class CaseRules {
  private CaseRules() {}

  /**
   * What becomes of {@code command} at {@code now}; new orders get their ids from {@code names}.
   */
  public static Decision decide(CaseFile file, CaseCommand command, OrderNames names, Instant now) {
    Set<Name> allowed = allowed(command);
    if (!allowed.contains(file.state().name())) {
      return new Rejected(new WrongState(file.state().name(), allowed));
    }
    return switch (command) {
      case AddTransfers add -> addTransfers(file, add, names, now);
      case CompleteReport complete -> Completion.decide(file, complete, names, now);
      case Review(var applicant, var card, var institution) ->
          new Accepted(new CaseReviewed(applicant, card, institution, now));
      case Accept(var approver, var institution, var reason) ->
          approver.equals(file.state().applicant())
              ? new Rejected(new ApplicantIsApprover())
              : new Accepted(
                  new CaseAccepted(new FilingDecision(approver, now, reason), institution));
      case Decline(var approver, var institution, var reason) ->
          approver.equals(file.state().applicant())
              ? new Rejected(new ApplicantIsApprover())
              : new Accepted(
                  new CaseDeclined(new FilingDecision(approver, now, reason), institution));
      case RecordNotice notice -> NoticeRules.decide(file, notice, now);
      case ConfirmSecondOfficer(var by, var officer, var institution) ->
          by.equals(file.filedBy())
              ? new Rejected(new SecondOfficerIsFirst())
              : new Accepted(
                  new SecondOfficerConfirmed(new Confirmation(by, officer, institution, now)));
      case AddEvidence(var added, var institution) ->
          file.evidence().size() >= CaseFile.EVIDENCE_MAX
              ? new Rejected(new Full(Part.EVIDENCE, CaseFile.EVIDENCE_MAX))
              : new Accepted(
                  new EvidenceAdded(added.numbered(file.evidence().size() + 1), institution));
      case RecordOrder told -> new Accepted(new OrderRecorded(told));
      case RecordLookup told -> new Accepted(new LookupRecorded(told));
      case ProtectVictim protect -> ProtectionRules.protect(file, protect, names, now);
      case ReleaseProtection release -> ProtectionRules.release(file, release, now);
      case RequestTrace asked -> TraceRules.request(file, asked, now);
      case RecordTrace told -> TraceRules.record(file, told);
    };
  }

  /** The states in which a command may be carried out. */
  public static Set<Name> allowed(CaseCommand command) {
    return switch (command) {
      case AddTransfers _, ProtectVictim _, RequestTrace _ ->
          EnumSet.of(Name.RECEIVED, Name.REVIEW, Name.FILED);
      // Once a case is decided on, its report stands; what comes later is added to it.
      case CompleteReport _ -> EnumSet.of(Name.RECEIVED, Name.REVIEW);
      case Review _ -> EnumSet.of(Name.RECEIVED);
      case Accept _ -> EnumSet.of(Name.REVIEW, Name.NOT_FILED);
      case Decline _ -> EnumSet.of(Name.REVIEW);
      case RecordNotice _ -> EnumSet.of(Name.NOT_FILED);
      // New facts may come after a refusal (程序规定 179), and an order's fate is told whatever became
      // of the case.
      // The second officer's word comes when it comes, too.
      case AddEvidence _,
          RecordOrder _,
          RecordLookup _,
          RecordTrace _,
          ConfirmSecondOfficer _,
          ReleaseProtection _ ->
          EnumSet.allOf(Name.class);
    };
  }

  private static Decision addTransfers(
      CaseFile file, AddTransfers add, OrderNames names, Instant now) {
    List<Transfer> told = file.report().transfers();
    if (told.size() + add.transfers().size() > Report.TRANSFERS_MAX) {
      return new Rejected(new Full(Part.TRANSFERS, Report.TRANSFERS_MAX));
    }
    var added = new ArrayList<Transfer>();
    for (Transfer transfer : add.transfers()) {
      added.add(transfer.numbered(told.size() + added.size() + 1));
    }
    Report report = file.report().adding(added);
    var stops = List.<StopRequest>of();
    var lookups = List.<LookupRequest>of();
    var remarks = new ArrayList<>(add.remarks());
    if (add.urgent()) {
      var plan =
          StopPlan.of(
              report.transfers(),
              told.size(),
              file.orders(),
              file.lookups(),
              file.receiptNumber(),
              names);
      if (OrderLink.asked(file.orders()) + plan.stops().size() > CaseFile.ORDERS_MAX) {
        return new Rejected(new Full(Part.STOP_ORDERS, CaseFile.ORDERS_MAX));
      }
      stops = plan.stops();
      remarks.addAll(plan.remarks());
      report = report.with(plan.transfers(), report.totalLossFen());
      lookups =
          LookupPlan.of(
              report.transfers(), told.size(), file.lookups(), file.receiptNumber(), names);
      remarks.addAll(LookupPlan.remarks(lookups, report));
    }
    return new Accepted(
        new TransfersAdded(report, added, stops, lookups, remarks, add.institution(), now));
  }

  /** The case after an event. */
  public static CaseFile evolve(CaseFile file, CaseEvent event) {
    return switch (event) {
      case TransfersAdded added -> withTransfers(file, added);
      case ReportCompleted completed -> withReport(file, completed);
      case CaseReviewed(var applicant, var card, var institution, var time) ->
          file.in(new CaseState.Review(applicant, card, time))
              .noting(List.of(entry(time, "CASE_REVIEWED", institution)));
      case CaseAccepted(var decision, var institution) ->
          NoticeRules.overruled(file)
              .in(
                  new Filed(
                      file.state().applicant(),
                      file.state().applicantCard(),
                      file.state().reviewTime(),
                      decision))
              .noting(List.of(entry(decision.decideTime(), "CASE_ACCEPTED", institution)));
      case CaseDeclined(var decision, var institution) ->
          file.in(
                  new NotFiled(
                      file.state().applicant(),
                      file.state().applicantCard(),
                      file.state().reviewTime(),
                      decision))
              .noting(List.of(entry(decision.decideTime(), "CASE_DECLINED", institution)));
      case NoticeRecorded recorded -> NoticeRules.recorded(file, recorded);
      case SecondOfficerConfirmed(var word) ->
          file.confirmation() != null
              ? file
              : file.confirmed(word)
                  .noting(
                      List.of(
                          entry(
                              word.confirmTime(), "SECOND_OFFICER_CONFIRMED", word.institution())));
      case EvidenceAdded(var added, var institution) -> withEvidence(file, added, institution);
      case OrderRecorded(var told) -> OrderNews.recorded(file, told);
      case LookupRecorded(var told) -> LookupPlan.recorded(file, told);
      case VictimProtected done -> ProtectionRules.evolve(file, done);
      case ProtectionReleased done -> ProtectionRules.evolve(file, done);
      case TraceRequested requested -> TraceRules.requested(file, requested);
      case TraceRecorded(var told) -> TraceRules.recorded(file, told);
    };
  }

  private static CaseFile withTransfers(CaseFile file, TransfersAdded added) {
    var entries = new ArrayList<TimelineEntry>();
    entries.add(
        new TimelineEntry(
            added.time(), "TRANSFERS_ADDED", "", added.institution(), sum(added.added())));
    added.stops().forEach(stop -> entries.add(asked(stop, added.institution(), added.time())));
    added
        .lookups()
        .forEach(
            lookup -> entries.add(LookupPlan.asked(lookup, added.institution(), added.time())));
    return file.with(added.report(), linked(file, added.stops()), added.remarks())
        .looking(LookupPlan.linked(file.lookups(), added.lookups()))
        .noting(entries);
  }

  private static CaseFile withReport(CaseFile file, ReportCompleted completed) {
    if (completed.report().equals(file.report())
        && completed.stops().isEmpty()
        && completed.lookups().isEmpty()
        && Objects.equals(completed.origin(), file.origin())) {
      return file;
    }
    Instant time = completed.time();
    var entries = new ArrayList<TimelineEntry>();
    entries.add(
        new TimelineEntry(
            time, "REPORT_COMPLETED", "", completed.institution(), sum(completed.added())));
    completed.stops().forEach(stop -> entries.add(asked(stop, completed.institution(), time)));
    completed
        .lookups()
        .forEach(lookup -> entries.add(LookupPlan.asked(lookup, completed.institution(), time)));
    return file.looking(LookupPlan.linked(file.lookups(), completed.lookups()))
        .completed(
            completed.report(),
            linked(file, completed.stops()),
            completed.remarks(),
            completed.origin(),
            new EarlierReport(file.report(), completed.by(), time))
        .noting(entries);
  }

  private static List<OrderLink> linked(CaseFile file, List<StopRequest> stops) {
    var orders = new ArrayList<>(file.orders());
    stops.forEach(stop -> orders.add(stop.link()));
    return orders;
  }

  private static long sum(List<Transfer> transfers) {
    return transfers.stream().mapToLong(Transfer::amountFen).sum();
  }

  private static CaseFile withEvidence(CaseFile file, EvidenceFile added, String institution) {
    var evidence = new ArrayList<>(file.evidence());
    evidence.add(added);
    return file.with(evidence)
        .noting(List.of(entry(added.uploadTime(), "EVIDENCE_ADDED", institution)));
  }

  static TimelineEntry asked(StopRequest stop, String institution, Instant time) {
    return new TimelineEntry(
        time, "STOP_REQUESTED", stop.stopOrder(), institution, stop.amountFen());
  }

  private static TimelineEntry entry(Instant time, String kind, String institution) {
    return new TimelineEntry(time, kind, "", institution, 0);
  }
}
