package io.holdfast.casefile.casefile;

import io.holdfast.casefile.report.Finding;
import io.holdfast.casefile.report.Findings;
import io.holdfast.casefile.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A case: the report, the orders it asked for, and what came of them.
 *
 * @param receiptNumber number of the 受案回执, from a counter without gaps
 * @param station the institution that received it
 * @param stationAncestors the institutions above it when the case was opened, nearest first
 * @param region GB/T 2260 division of the station
 * @param orders in the order they were asked for, those that follow its money among them
 * @param remarks what the report lacked when it came in
 * @param timeline the last {@value #TIMELINE_MAX} entries, oldest first
 * @param traces in the order they were asked for; the position is the trace's ordinal
 * @param clues what traces brought to light, the last {@value #CLUES_MAX}
 * @param origin the draft it grew from; null for a report filed at once
 * @param earlier the report before each completion, oldest first
 * @param filedBy {@code sub} of whoever filed it; null where that was not noted
 * @param confirmation the second officer's own word; null until he has given it
 * @param lookups urgent lookups of its transfers, in the order they were heard of
 * @param clocks what the case owes by a time
 * @param earlierDecisions decisions that later ones replaced, oldest first
 * @param filingNotice how the reporter was told of a refusal; null until he was
 * @param protections protective stops of the victim's own accounts
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
    @Nullable Confirmation confirmation,
    List<TraceLink> traces,
    List<Clue> clues,
    List<LookupLink> lookups,
    List<CaseClock> clocks,
    List<FilingDecision> earlierDecisions,
    @Nullable FilingNotice filingNotice,
    List<Protection> protections) {
  /** Entries of the timeline that are kept. */
  public static final int TIMELINE_MAX = 200;

  /** Most stop orders a case asks for. */
  public static final int ORDERS_MAX = 100;

  /** Most orders that follow its money or correct others; the policy bounds them before. */
  public static final int FOLLOWERS_MAX = 300;

  /** Most evidence files of a case. */
  public static final int EVIDENCE_MAX = 50;

  /** Most completions of a case's report. */
  public static final int EARLIER_MAX = 20;

  /** Most traces of a case. */
  public static final int TRACES_MAX = 50;

  /** Clues that are kept. */
  public static final int CLUES_MAX = 200;

  /** Most urgent lookups that are kept: one for each transfer, and those they lead to. */
  public static final int LOOKUPS_MAX = 300;

  public CaseFile {
    stationAncestors = List.copyOf(stationAncestors);
    orders = List.copyOf(orders);
    evidence = List.copyOf(evidence);
    remarks = List.copyOf(remarks);
    timeline = List.copyOf(timeline);
    earlier = List.copyOf(earlier);
    traces = List.copyOf(traces);
    clues = List.copyOf(clues);
    lookups = List.copyOf(lookups);
    clocks = List.copyOf(clocks);
    earlierDecisions = List.copyOf(earlierDecisions);
    protections = List.copyOf(protections);
  }

  CaseFile in(CaseState other) {
    return edited(copy -> copy.state = other);
  }

  CaseFile with(Report otherReport, List<OrderLink> otherOrders, List<Finding> moreRemarks) {
    var all = new ArrayList<>(remarks);
    all.addAll(moreRemarks);
    return edited(
        copy -> {
          copy.report = otherReport;
          copy.orders = otherOrders;
          copy.remarks = last(all, Findings.REMARKS_MAX);
        });
  }

  CaseFile completed(
      Report otherReport,
      List<OrderLink> otherOrders,
      List<Finding> otherRemarks,
      @Nullable DraftOrigin otherOrigin,
      EarlierReport before) {
    var all = new ArrayList<>(earlier);
    all.add(before);
    return edited(
        copy -> {
          copy.report = otherReport;
          copy.orders = otherOrders;
          copy.remarks = last(otherRemarks, Findings.REMARKS_MAX);
          copy.origin = otherOrigin;
          copy.earlier = all;
        });
  }

  /** The same case, grown from a draft. */
  public CaseFile from(DraftOrigin draft) {
    return edited(copy -> copy.origin = draft);
  }

  CaseFile protecting(List<Protection> otherProtections, List<OrderLink> otherOrders) {
    return edited(
        copy -> {
          copy.protections = otherProtections;
          copy.orders = otherOrders;
        });
  }

  CaseFile confirmed(Confirmation word) {
    return edited(copy -> copy.confirmation = word);
  }

  CaseFile with(List<EvidenceFile> otherEvidence) {
    return edited(copy -> copy.evidence = otherEvidence);
  }

  CaseFile noting(List<TimelineEntry> more) {
    var all = new ArrayList<>(timeline);
    all.addAll(more);
    return edited(copy -> copy.timeline = last(all, TIMELINE_MAX));
  }

  CaseFile following(List<TraceLink> otherTraces, List<Clue> otherClues) {
    return edited(
        copy -> {
          copy.traces = otherTraces;
          copy.clues = last(otherClues, CLUES_MAX);
        });
  }

  CaseFile looking(List<LookupLink> otherLookups) {
    return edited(copy -> copy.lookups = otherLookups);
  }

  CaseFile timed(List<CaseClock> otherClocks) {
    return edited(copy -> copy.clocks = otherClocks);
  }

  /** Filed after all: the refusal stays on record. */
  CaseFile overruling(FilingDecision earlier) {
    var all = new ArrayList<>(earlierDecisions);
    all.add(earlier);
    return edited(copy -> copy.earlierDecisions = all);
  }

  CaseFile noticed(FilingNotice notice) {
    return edited(copy -> copy.filingNotice = notice);
  }

  private CaseFile edited(Consumer<CaseEdit> edit) {
    var copy = new CaseEdit(this);
    edit.accept(copy);
    return copy.file();
  }

  private static <T> List<T> last(List<T> all, int kept) {
    return all.subList(Math.max(0, all.size() - kept), all.size());
  }
}
