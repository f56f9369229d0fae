package io.holdfast.casefile.casefile;

import io.holdfast.casefile.casefile.CaseCommand.CompleteReport;
import io.holdfast.casefile.casefile.CaseEvent.ReportCompleted;
import io.holdfast.casefile.casefile.Decision.Accepted;
import io.holdfast.casefile.casefile.Decision.Rejected;
import io.holdfast.casefile.casefile.Rejection.Faulty;
import io.holdfast.casefile.casefile.Rejection.Full;
import io.holdfast.casefile.casefile.Rejection.Part;
import io.holdfast.casefile.report.Account;
import io.holdfast.casefile.report.Contact;
import io.holdfast.casefile.report.Finding;
import io.holdfast.casefile.report.Findings;
import io.holdfast.casefile.report.Report;
import io.holdfast.casefile.report.ReportCheck;
import io.holdfast.casefile.report.ReportRule;
import io.holdfast.casefile.report.Tidying;
import io.holdfast.casefile.report.Transfer;
import io.holdfast.casefile.report.TransferChannel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case's report with what is told to complete it. Nothing that was told is erased; a transfer
 * that an order carries keeps account, name, amount and time as they went out.
 *
 * @param report with every transfer and contact numbered
 * @param added transfers that are new
 * @param remarks where what is told differs from what an order carries
 * @param origin with the draft's rows that are new; null for a case without a draft
 */
record Completion(
    Report report, List<Transfer> added, List<Finding> remarks, @Nullable DraftOrigin origin) {
  static Decision decide(CaseFile file, CompleteReport command, OrderNames names, Instant now) {
    Report tidied = Tidying.tidied(command.told(), command.phones(), now);
    var numbered =
        tidied
            .with(numbered(command.told(), tidied), command.told().totalLossFen())
            .contacted(contacts(command.told(), tidied));
    List<Finding> unknown = unknown(file.report(), numbered);
    if (!unknown.isEmpty()) {
      return new Rejected(new Faulty(unknown));
    }
    Completion merged = of(file, numbered, command.rows());
    Report report = merged.report;
    if (report.transfers().size() > Report.TRANSFERS_MAX) {
      return new Rejected(new Full(Part.TRANSFERS, Report.TRANSFERS_MAX));
    }
    if (report.contacts().size() > Report.CONTACTS_MAX) {
      return new Rejected(new Full(Part.CONTACTS, Report.CONTACTS_MAX));
    }
    boolean late = file.report().transfers().isEmpty() && !report.transfers().isEmpty();
    Findings found =
        ReportCheck.check(report, command.phones(), late ? command.entryDue() : Instant.MAX, now);
    if (!found.faults().isEmpty()) {
      return new Rejected(new Faulty(found.faults()));
    }
    var remarks = new ArrayList<>(kept(file.remarks()));
    remarks.addAll(found.remarks());
    remarks.addAll(merged.remarks);
    remarks.addAll(command.remarks());
    var stops = List.<StopRequest>of();
    var lookups = List.<LookupRequest>of();
    if (command.urgent()) {
      var plan =
          StopPlan.of(
              report.transfers(), 0, file.orders(), file.lookups(), file.receiptNumber(), names);
      if (OrderLink.asked(file.orders()) + plan.stops().size() > CaseFile.ORDERS_MAX) {
        return new Rejected(new Full(Part.STOP_ORDERS, CaseFile.ORDERS_MAX));
      }
      stops = plan.stops();
      remarks.addAll(plan.remarks());
      report = report.with(plan.transfers(), report.totalLossFen());
      lookups = LookupPlan.of(report.transfers(), 0, file.lookups(), file.receiptNumber(), names);
      remarks.addAll(LookupPlan.remarks(lookups, report));
    }
    boolean changed = !report.equals(file.report()) || !stops.isEmpty() || !lookups.isEmpty();
    if (changed && file.earlier().size() >= CaseFile.EARLIER_MAX) {
      return new Rejected(new Full(Part.REPORT_VERSIONS, CaseFile.EARLIER_MAX));
    }
    return new Accepted(
        new ReportCompleted(
            report,
            merged.added,
            stops,
            lookups,
            remarks.stream().distinct().toList(),
            merged.origin,
            command.by(),
            command.institution(),
            now));
  }

  private static List<Transfer> numbered(Report told, Report tidied) {
    var numbered = new ArrayList<Transfer>();
    for (Transfer transfer : tidied.transfers()) {
      numbered.add(transfer.numbered(told.transfers().get(numbered.size()).number()));
    }
    return numbered;
  }

  private static List<Contact> contacts(Report told, Report tidied) {
    var numbered = new ArrayList<Contact>();
    for (Contact contact : tidied.contacts()) {
      numbered.add(contact.numbered(told.contacts().get(numbered.size()).number()));
    }
    return numbered;
  }

  private static List<Finding> unknown(Report earlier, Report told) {
    var unknown = new ArrayList<Finding>();
    for (int i = 0; i < told.transfers().size(); i++) {
      if (told.transfers().get(i).number() > earlier.transfers().size()) {
        unknown.add(new Finding("report.transfers[" + i + "].number", ReportRule.NUMBER_UNKNOWN));
      }
    }
    for (int i = 0; i < told.contacts().size(); i++) {
      if (told.contacts().get(i).number() > earlier.contacts().size()) {
        unknown.add(new Finding("report.contacts[" + i + "].number", ReportRule.NUMBER_UNKNOWN));
      }
    }
    return unknown;
  }

  /** What stays true of the case however complete its report becomes. */
  private static List<Finding> kept(List<Finding> remarks) {
    return remarks.stream()
        .filter(
            remark ->
                remark.rule() == ReportRule.ENTERED_LATE
                    || remark.rule() == ReportRule.ACCOUNT_UNDER_ORDER)
        .toList();
  }

  /**
   * Completes the report of {@code file}.
   *
   * @param told tidied; its transfers and contacts carry the numbers of those in the case that they
   *     complete, or 0
   * @param rows the draft's rows they come from; null where they come from none
   */
  static Completion of(CaseFile file, Report told, DraftOrigin.@Nullable Told rows) {
    Report earlier = file.report();
    var transfers = new ArrayList<>(earlier.transfers());
    var added = new ArrayList<Transfer>();
    var remarks = new ArrayList<Finding>();
    var transferRows = new ArrayList<DraftOrigin.Row>();
    for (int i = 0; i < told.transfers().size(); i++) {
      Transfer transfer = told.transfers().get(i);
      int number = transfer.number();
      if (number == 0) {
        number = transfers.size() + 1;
        transfers.add(transfer.numbered(number));
        added.add(transfer.numbered(number));
        if (rows != null) {
          transferRows.add(new DraftOrigin.Row(rows.transfers().get(i), number));
        }
      } else {
        Transfer before = transfers.get(number - 1);
        transfers.set(number - 1, completed(before, transfer, remarks));
      }
    }
    var contacts = new ArrayList<>(earlier.contacts());
    var contactRows = new ArrayList<DraftOrigin.Row>();
    for (int i = 0; i < told.contacts().size(); i++) {
      Contact contact = told.contacts().get(i);
      int number = contact.number();
      if (number == 0) {
        number = contacts.size() + 1;
        contacts.add(contact.numbered(number));
        if (rows != null) {
          contactRows.add(new DraftOrigin.Row(rows.contacts().get(i), number));
        }
      } else {
        contacts.set(number - 1, contact);
      }
    }
    return new Completion(
        (file.confirmation() == null ? told : told.seconded(earlier.secondOfficer()))
            .completing(earlier, contacts, transfers),
        added,
        remarks,
        origin(file.origin(), transferRows, contactRows));
  }

  private static @Nullable DraftOrigin origin(
      @Nullable DraftOrigin origin,
      List<DraftOrigin.Row> moreTransfers,
      List<DraftOrigin.Row> moreContacts) {
    if (origin == null) {
      return null;
    }
    var transfers = new ArrayList<>(origin.transfers());
    transfers.addAll(moreTransfers);
    var contacts = new ArrayList<>(origin.contacts());
    contacts.addAll(moreContacts);
    return new DraftOrigin(origin.draft(), transfers, contacts);
  }

  private static Transfer completed(Transfer before, Transfer told, List<Finding> remarks) {
    if (before.stopOrder().isEmpty()) {
      return told;
    }
    Account payee = before.payee();
    boolean differs =
        told.amountFen() != before.amountFen()
            || !told.transferTime().equals(before.transferTime())
            || !told.payee().number().equals(payee.number())
            || !payee.name().isEmpty() && !told.payee().name().equals(payee.name());
    if (differs) {
      remarks.add(
          new Finding(
              "report.transfers[" + (before.number() - 1) + "]", ReportRule.TRANSFER_FIXED));
    }
    return new Transfer(
        before.number(),
        told.payer().equals(Account.NONE) ? before.payer() : told.payer(),
        new Account(
            payee.kind(),
            payee.institutionName().isEmpty()
                ? told.payee().institutionName()
                : payee.institutionName(),
            payee.institution(),
            payee.number(),
            payee.name().isEmpty() ? told.payee().name() : payee.name()),
        before.amountFen(),
        before.transferTime(),
        told.channel() == TransferChannel.NOT_GIVEN ? before.channel() : told.channel(),
        told.serialNumber().isEmpty() ? before.serialNumber() : told.serialNumber(),
        before.stopOrder());
  }
}
