package io.holdfast.casefile.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds a tidied report against the rules. Pure. */
public final class ReportCheck {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private final List<Finding> found = new ArrayList<>();
  private final Report report;
  private final PhoneNumbers phones;
  private final Instant now;

  private ReportCheck(Report report, PhoneNumbers phones, Instant now) {
    this.report = report;
    this.phones = phones;
    this.now = now;
  }

  /**
   * What is wrong with the report.
   *
   * @param entryDue until when the first account should have been entered
   */
  public static Findings check(Report report, PhoneNumbers phones, Instant entryDue, Instant now) {
    var check = new ReportCheck(report, phones, now);
    check.times();
    if (now.isAfter(entryDue)) {
      check.add("transfers", ReportRule.ENTERED_LATE);
    }
    check.story();
    check.officers();
    check.victim();
    check.contacts();
    check.money();
    return Findings.of(check.found);
  }

  private void times() {
    if (report.receiveTime().isAfter(now)) {
      add("receiveTime", ReportRule.RECEIVE_TIME_IN_FUTURE);
    }
    Instant start = report.crimeStartTime();
    Instant end = report.crimeEndTime();
    if (isFuture(start)) {
      add("crimeStartTime", ReportRule.CRIME_TIME_IN_FUTURE);
    }
    if (isFuture(end)) {
      add("crimeEndTime", ReportRule.CRIME_TIME_IN_FUTURE);
    }
    if (start != null && end != null && end.isBefore(start)) {
      add("crimeEndTime", ReportRule.CRIME_TIME_ORDER);
    }
  }

  private void story() {
    if (report.fraudType() == FraudType.NOT_GIVEN) {
      add("fraudType", ReportRule.FRAUD_TYPE_MISSING);
    }
    if (report.narrative().isEmpty()) {
      add("narrative", ReportRule.NARRATIVE_MISSING);
    }
    if (!report.liabilityPromise()) {
      add("liabilityPromise", ReportRule.LIABILITY_PROMISE_MISSING);
    }
  }

  private void officers() {
    OfficerCard second = report.secondOfficer();
    if (second.isEmpty()) {
      add("secondOfficer", ReportRule.SECOND_OFFICER_MISSING);
    } else if (!second.officerNumber().isEmpty()
        && second.officerNumber().equals(report.officer().officerNumber())) {
      add("secondOfficer.officerNumber", ReportRule.SECOND_OFFICER_SAME);
    }
  }

  private void victim() {
    Victim victim = report.victim();
    if (victim.name().isEmpty()) {
      add("victim.name", ReportRule.VICTIM_NAME_MISSING);
    }
    if (victim.phone().isEmpty()) {
      add("victim.phone", ReportRule.VICTIM_PHONE_MISSING);
    }
    phone("victim.phone", victim.phone().reveal());
    phone("reporter.phone", report.reporter().phone().reveal());
    String id = victim.idNumber().reveal();
    if (id.isEmpty()) {
      add("victim.idNumber", ReportRule.VICTIM_ID_MISSING);
      return;
    }
    switch (victim.idType()) {
      case RESIDENT_ID -> residentId(id);
      case CREDIT_CODE -> creditCode(id);
      case NOT_GIVEN, PASSPORT, HK_MACAO_TAIWAN_PERMIT, OTHER_ID -> {}
    }
  }

  private void phone(String field, String phone) {
    if (!phone.isEmpty() && phones.e164(phone).isEmpty()) {
      add(field, ReportRule.PHONE_UNREADABLE);
    }
  }

  private void residentId(String id) {
    if (!ResidentId.formed(id)) {
      add("victim.idNumber", ReportRule.ID_FORMAT);
      return;
    }
    LocalDate day = report.receiveTime().atZone(CHINA).toLocalDate();
    if (ResidentId.birth(id).filter(birth -> !birth.isAfter(day)).isEmpty()) {
      add("victim.idNumber", ReportRule.ID_BIRTH_DATE);
    }
    if (!ResidentId.checked(id)) {
      add("victim.idNumber", ReportRule.ID_CHECK_DIGIT);
    }
  }

  private void creditCode(String code) {
    if (!CreditCode.formed(code)) {
      add("victim.idNumber", ReportRule.CREDIT_CODE_FORMAT);
    } else if (!CreditCode.checked(code)) {
      add("victim.idNumber", ReportRule.CREDIT_CODE_CHECK);
    }
  }

  private void contacts() {
    if (report.contacts().size() > Report.CONTACTS_MAX) {
      add("contacts", ReportRule.TOO_MANY_CONTACTS);
    }
    for (Contact contact : report.contacts()) {
      String at = "contacts[" + (contact.number() - 1) + "]";
      if (contact.displayed().isEmpty()) {
        add(at + ".displayed", ReportRule.CONTACT_NUMBER_MISSING);
      } else if (contact.kind().byPhone() && contact.e164().isEmpty()) {
        add(at + ".displayed", ReportRule.CONTACT_NUMBER_ALTERED);
      }
      if (isFuture(contact.startTime())) {
        add(at + ".startTime", ReportRule.CONTACT_TIME_IN_FUTURE);
      }
    }
  }

  private void money() {
    if (report.transfers().isEmpty()) {
      add("transfers", ReportRule.NO_TRANSFER);
    }
    found.addAll(TransferCheck.find("report.transfers", 0, report.transfers(), List.of(), now));
    if (!report.transfers().isEmpty()
        && report.totalLossFen() != report.transferredFen()
        && report.lossReason().isEmpty()) {
      add("totalLossFen", ReportRule.TOTAL_DIFFERS);
    }
  }

  private boolean isFuture(@Nullable Instant time) {
    return time != null && time.isAfter(now);
  }

  private void add(String field, ReportRule rule) {
    found.add(new Finding("report." + field, rule));
  }
}
