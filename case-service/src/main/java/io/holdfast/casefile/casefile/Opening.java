package io.holdfast.casefile.casefile;

import io.holdfast.casefile.report.Finding;
import io.holdfast.casefile.report.Report;
import io.holdfast.casefile.report.ReportRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a case begins with (程序规定 170–171).
 *
 * @param receiptNumber number of the 受案回执
 * @param stationAncestors nearest first
 * @param region GB/T 2260 division of the station
 * @param report tidied and free of faults
 * @param remarks what it lacks
 * @param urgent whether its payee accounts are to be stopped at once
 * @param filedBy {@code sub} of whoever files it
 */
public record Opening(
    String receiptNumber,
    String station,
    List<String> stationAncestors,
    String region,
    Report report,
    List<Finding> remarks,
    boolean urgent,
    String filedBy) {
  /** A new case, and the orders and lookups it asks for. */
  public record Opened(CaseFile file, List<StopRequest> stops, List<LookupRequest> lookups) {}

  /** Opens the case at {@code now}; its orders get their ids from {@code names}. */
  public Opened open(OrderNames names, Instant now) {
    StopPlan plan =
        urgent
            ? StopPlan.of(report.transfers(), 0, List.of(), List.of(), receiptNumber, names)
            : new StopPlan(report.transfers(), List.of(), List.of());
    List<LookupRequest> lookups =
        urgent ? LookupPlan.of(plan.transfers(), 0, List.of(), receiptNumber, names) : List.of();
    var allRemarks = new ArrayList<>(remarks);
    allRemarks.addAll(LookupPlan.remarks(lookups, report));
    if (urgent && plan.stops().isEmpty()) {
      allRemarks.add(new Finding("report.transfers", ReportRule.NO_STOP_SENT));
    }
    var timeline = new ArrayList<TimelineEntry>();
    timeline.add(
        new TimelineEntry(
            report.receiveTime(), "REPORT_RECEIVED", "", station, report.totalLossFen()));
    for (StopRequest stop : plan.stops()) {
      timeline.add(CaseRules.asked(stop, station, now));
    }
    lookups.forEach(lookup -> timeline.add(LookupPlan.asked(lookup, station, now)));
    var file =
        new CaseFile(
            receiptNumber,
            station,
            stationAncestors,
            region,
            new CaseState.Received(),
            report.with(plan.transfers(), report.totalLossFen()),
            plan.stops().stream().map(StopRequest::link).toList(),
            List.of(),
            allRemarks,
            timeline,
            null,
            List.of(),
            filedBy,
            null,
            List.of(),
            List.of(),
            LookupPlan.linked(List.of(), lookups),
            List.of(),
            List.of(),
            null,
            List.of());
    return new Opened(file, plan.stops(), lookups);
  }
}
