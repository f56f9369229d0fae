package io.holdfast.casefile.casefile;

import io.holdfast.casefile.report.Finding;
import io.holdfast.casefile.report.Report;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A case being changed, so that a change names only what it changes. */
final class CaseEdit {
  private final CaseFile before;
  CaseState state;
  Report report;
  List<OrderLink> orders;
  List<EvidenceFile> evidence;
  List<Finding> remarks;
  List<TimelineEntry> timeline;
  @Nullable DraftOrigin origin;
  List<EarlierReport> earlier;
  @Nullable Confirmation confirmation;
  List<TraceLink> traces;
  List<Clue> clues;
  List<LookupLink> lookups;
  List<CaseClock> clocks;
  List<FilingDecision> earlierDecisions;
  @Nullable FilingNotice filingNotice;
  List<Protection> protections;

  CaseEdit(CaseFile file) {
    before = file;
    state = file.state();
    report = file.report();
    orders = file.orders();
    evidence = file.evidence();
    remarks = file.remarks();
    timeline = file.timeline();
    origin = file.origin();
    earlier = file.earlier();
    confirmation = file.confirmation();
    traces = file.traces();
    clues = file.clues();
    lookups = file.lookups();
    clocks = file.clocks();
    earlierDecisions = file.earlierDecisions();
    filingNotice = file.filingNotice();
    protections = file.protections();
  }

  CaseFile file() {
    return new CaseFile(
        before.receiptNumber(),
        before.station(),
        before.stationAncestors(),
        before.region(),
        state,
        report,
        orders,
        evidence,
        remarks,
        timeline,
        origin,
        earlier,
        before.filedBy(),
        confirmation,
        traces,
        clues,
        lookups,
        clocks,
        earlierDecisions,
        filingNotice,
        protections);
  }
}
