package io.holdfast.casefile.casefile;

import io.holdfast.casefile.report.Finding;
import io.holdfast.casefile.report.Findings;
import io.holdfast.casefile.report.Report;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case: the report, the orders it asked for, and what came of them.
 *
 * @param receiptNumber number of the 受案回执, from a counter without gaps
 * @param station the institution that received it
 * @param stationAncestors the institutions above it when the case was opened, nearest first
 * @param region GB/T 2260 division of the station
 * @param orders in the order they were asked for; the position is the order's ordinal
 * @param remarks what the report lacked when it came in
 * @param timeline the last {@value #TIMELINE_MAX} entries, oldest first
 * @param origin the draft it grew from; null for a report filed at once
 * @param earlier the report before each completion, oldest first
 * @param filedBy {@code sub} of whoever filed it; null where that was not noted
 * @param confirmation the second officer's own word; null until he has given it
 */
public record CaseFile(
    String receiptNumber,
    String station,
    List<String> stationAncestors,
    String region,
    CaseState state,
    Report report,
    List<OrderLink> orders,
    List<EvidenceFile> evidence,
    List<Finding> remarks,
    List<TimelineEntry> timeline,
    @Nullable DraftOrigin origin,
    List<EarlierReport> earlier,
    @Nullable String filedBy,
    @Nullable Confirmation confirmation) {
  /** Entries of the timeline that are kept. */
  public static final int TIMELINE_MAX = 200;

  /** Most stop orders of a case. */
  public static final int ORDERS_MAX = 100;

  /** Most evidence files of a case. */
  public static final int EVIDENCE_MAX = 50;

  /** Most completions of a case's report. */
  public static final int EARLIER_MAX = 20;

  public CaseFile {
    earlier = List.copyOf(earlier);
    stationAncestors = List.copyOf(stationAncestors);
    orders = List.copyOf(orders);
    evidence = List.copyOf(evidence);
    remarks = List.copyOf(remarks);
    timeline = List.copyOf(timeline);
  }

  CaseFile in(CaseState other) {
    return new CaseFile(
        receiptNumber,
        station,
        stationAncestors,
        region,
        other,
        report,
        orders,
        evidence,
        remarks,
        timeline,
        origin,
        earlier,
        filedBy,
        confirmation);
  }

  CaseFile with(Report otherReport, List<OrderLink> otherOrders, List<Finding> moreRemarks) {
    var all = new ArrayList<>(remarks);
    all.addAll(moreRemarks);
    return new CaseFile(
        receiptNumber,
        station,
        stationAncestors,
        region,
        state,
        otherReport,
        otherOrders,
        evidence,
        last(all, Findings.REMARKS_MAX),
        timeline,
        origin,
        earlier,
        filedBy,
        confirmation);
  }

  CaseFile completed(
      Report otherReport,
      List<OrderLink> otherOrders,
      List<Finding> otherRemarks,
      @Nullable DraftOrigin otherOrigin,
      EarlierReport before) {
    var all = new ArrayList<>(earlier);
    all.add(before);
    return new CaseFile(
        receiptNumber,
        station,
        stationAncestors,
        region,
        state,
        otherReport,
        otherOrders,
        evidence,
        last(otherRemarks, Findings.REMARKS_MAX),
        timeline,
        otherOrigin,
        all,
        filedBy,
        confirmation);
  }

  /** The same case, grown from a draft. */
  public CaseFile from(DraftOrigin draft) {
    return new CaseFile(
        receiptNumber,
        station,
        stationAncestors,
        region,
        state,
        report,
        orders,
        evidence,
        remarks,
        timeline,
        draft,
        earlier,
        filedBy,
        confirmation);
  }

  CaseFile confirmed(Confirmation word) {
    return new CaseFile(
        receiptNumber,
        station,
        stationAncestors,
        region,
        state,
        report,
        orders,
        evidence,
        remarks,
        timeline,
        origin,
        earlier,
        filedBy,
        word);
  }

  CaseFile with(List<EvidenceFile> otherEvidence) {
    return new CaseFile(
        receiptNumber,
        station,
        stationAncestors,
        region,
        state,
        report,
        orders,
        otherEvidence,
        remarks,
        timeline,
        origin,
        earlier,
        filedBy,
        confirmation);
  }

  CaseFile noting(List<TimelineEntry> more) {
    var all = new ArrayList<>(timeline);
    all.addAll(more);
    return new CaseFile(
        receiptNumber,
        station,
        stationAncestors,
        region,
        state,
        report,
        orders,
        evidence,
        remarks,
        last(all, TIMELINE_MAX),
        origin,
        earlier,
        filedBy,
        confirmation);
  }

  private static <T> List<T> last(List<T> all, int kept) {
    return all.subList(Math.max(0, all.size() - kept), all.size());
  }
}
