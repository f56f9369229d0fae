package io.holdfast.casefile.casefile;

import io.holdfast.casefile.report.Finding;
import io.holdfast.casefile.report.Report;
import io.holdfast.casefile.report.ReportRule;
import io.holdfast.casefile.report.Transfer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which urgent lookups a case's transfers ask for, and what is heard of them: one for each payment
 * whose payee's account is masked, partial, missing or a QR code. Each payment is looked up once.
 */
final class LookupPlan {
  private LookupPlan() {}

  /**
   * The lookups to be made.
   *
   * @param firstNew position of the first transfer to look at, from 0
   * @param lookups the case's lookups so far
   */
  static List<LookupRequest> of(
      List<Transfer> transfers,
      int firstNew,
      List<LookupLink> lookups,
      String receiptNumber,
      OrderNames names) {
    var requests = new ArrayList<LookupRequest>();
    for (Transfer transfer : transfers.subList(firstNew, transfers.size())) {
      boolean wanted =
          !transfer.payee().stoppable()
              && transfer.stopOrder().isEmpty()
              && lookups.stream().noneMatch(each -> each.transfer() == transfer.number());
      if (wanted) {
        int ordinal = LookupLink.asked(lookups) + requests.size() + 1;
        requests.add(
            new LookupRequest(
                names.lookup(ordinal),
                receiptNumber + (ordinal < 10 ? "-q0" : "-q") + ordinal,
                transfer));
      }
    }
    return List.copyOf(requests);
  }

  /** Said where a lookup goes out without the victim's consent on record. */
  static List<Finding> remarks(List<LookupRequest> lookups, Report report) {
    return lookups.isEmpty() || report.lookupConsent()
        ? List.of()
        : List.of(new Finding("report.lookupConsent", ReportRule.LOOKUP_CONSENT_MISSING));
  }

  static List<LookupLink> linked(List<LookupLink> lookups, List<LookupRequest> requests) {
    var all = new ArrayList<>(lookups);
    requests.forEach(request -> all.add(request.link()));
    return all;
  }

  static TimelineEntry asked(LookupRequest request, String institution, Instant time) {
    return new TimelineEntry(
        time, "LOOKUP_REQUESTED", "", institution, request.transfer().amountFen());
  }

  /** The case after a word about a lookup; one it does not know yet was led to by another. */
  static CaseFile recorded(CaseFile file, CaseCommand.RecordLookup told) {
    Optional<LookupLink> known =
        file.lookups().stream()
            .filter(each -> each.accountQuery().equals(told.heard().accountQuery()))
            .findFirst();
    boolean news =
        known.isPresent()
            ? told.heard().seq() > known.get().seq()
            : file.lookups().size() < CaseFile.LOOKUPS_MAX;
    if (!news) {
      return file;
    }
    var lookups = new ArrayList<LookupLink>();
    for (LookupLink each : file.lookups()) {
      lookups.add(known.isPresent() && each.equals(known.get()) ? told.after(each) : each);
    }
    if (known.isEmpty()) {
      lookups.add(told.heard());
    }
    return file.looking(lookups)
        .noting(
            List.of(
                new TimelineEntry(
                    told.time(), told.change(), told.heard().stopOrder(), told.institution(), 0)));
  }
}
