package io.holdfast.casefile.casefile;

import io.holdfast.casefile.report.Finding;
import io.holdfast.casefile.report.OfficerCard;
import io.holdfast.casefile.report.Report;
import io.holdfast.casefile.report.Transfer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has happened to a case. */
public sealed interface CaseEvent {
  /**
   * Transfers are in the case.
   *
   * @param report the report with them, each linked to its order
   * @param added the new ones among its transfers
   * @param stops orders to be made
   * @param lookups lookups to be made
   */
  record TransfersAdded(
      Report report,
      List<Transfer> added,
      List<StopRequest> stops,
      List<LookupRequest> lookups,
      List<Finding> remarks,
      String institution,
      Instant time)
      implements CaseEvent {}

  /**
   * The report is completed.
   *
   * @param report as it stands now, each transfer linked to its order
   * @param added the new ones among its transfers
   * @param stops orders to be made
   * @param lookups lookups to be made
   * @param remarks all that it lacks
   */
  record ReportCompleted(
      Report report,
      List<Transfer> added,
      List<StopRequest> stops,
      List<LookupRequest> lookups,
      List<Finding> remarks,
      @Nullable DraftOrigin origin,
      String by,
      String institution,
      Instant time)
      implements CaseEvent {}

  /** The case is in review. */
  record CaseReviewed(String applicant, OfficerCard applicantCard, String institution, Instant time)
      implements CaseEvent {}

  /** The case is filed. */
  record CaseAccepted(FilingDecision decision, String institution) implements CaseEvent {}

  /** The case is not filed. */
  record CaseDeclined(FilingDecision decision, String institution) implements CaseEvent {}

  /** The reporter knows that the case is not filed. */
  record NoticeRecorded(FilingNotice notice, String institution) implements CaseEvent {}

  /** The second officer has confirmed. */
  record SecondOfficerConfirmed(Confirmation word) implements CaseEvent {}

  /** The victim's own accounts are to be stopped. */
  record VictimProtected(
      List<Protection> added, List<StopRequest> stops, String institution, Instant time)
      implements CaseEvent {}

  /** These protective stops are to be lifted. */
  record ProtectionReleased(List<String> orders, String wordForm, String institution, Instant time)
      implements CaseEvent {}

  /** A file is in the case. */
  record EvidenceAdded(EvidenceFile file, String institution) implements CaseEvent {}

  /** The case knows what became of an order. */
  record OrderRecorded(CaseCommand.RecordOrder told) implements CaseEvent {}

  /** The case knows what became of a lookup. */
  record LookupRecorded(CaseCommand.RecordLookup told) implements CaseEvent {}

  /** A call is to be followed back. */
  record TraceRequested(TraceRequest request, String institution, Instant time)
      implements CaseEvent {}

  /** The case knows what became of a trace. */
  record TraceRecorded(CaseCommand.RecordTrace told) implements CaseEvent {}
}
