package io.holdfast.casefile.draft;

import static io.holdfast.casefile.draft.Drafts.CHEN;
import static io.holdfast.casefile.draft.Drafts.after;
import static io.holdfast.casefile.draft.Drafts.begun;
import static io.holdfast.casefile.draft.Drafts.save;
import static io.holdfast.casefile.draft.Drafts.typed;
import static io.holdfast.casefile.report.Reports.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.casefile.report.AccountKind;
import io.holdfast.casefile.report.Finding;
import io.holdfast.casefile.report.FraudType;
import io.holdfast.casefile.report.Report;
import io.holdfast.casefile.report.ReportRule;
import io.holdfast.casefile.report.Transfer;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DraftReaderTest {
  @Test
  void aDraftWithoutAWordIsAReportWithoutAWord() {
    DraftReading reading = DraftReader.read(begun(), NOON);
    assertThat(reading.report().receiveTime()).isEqualTo(NOON);
    assertThat(reading.report().transfers()).isEmpty();
    assertThat(reading.faults()).isEmpty();
    assertThat(reading.remarks()).isEmpty();
  }

  @Test
  void everyFieldFindsItsPlace() {
    Draft draft = begun();
    for (ReportField field : ReportField.values()) {
      String text =
          switch (field.form()) {
            case TEXT -> "t" + field.ordinal();
            case YUAN -> "5万";
            case TIME -> "2026-11-21 11:30";
            case SECONDS -> "10分钟";
            case FLAG -> "是";
            case CHOICE -> choice(field);
          };
      draft = after(draft, save(CHEN, new DraftPath(field, row(field)).text(), text, 0));
    }
    DraftReading reading = DraftReader.read(draft, NOON);
    Report report = reading.report();
    assertThat(reading.faults()).isEmpty();
    assertThat(reading.remarks()).isEmpty();
    assertThat(report.receiveTime()).isEqualTo(Instant.parse("2026-11-21T03:30:00Z"));
    assertThat(report.fraudType()).isEqualTo(FraudType.FALSE_AUTHORITY);
    assertThat(report.totalLossFen()).isEqualTo(5_000_000);
    assertThat(report.liabilityPromise()).isTrue();
    assertThat(report.contacts().getFirst().durationSeconds()).isEqualTo(600);
    Transfer transfer = report.transfers().getFirst();
    assertThat(transfer.amountFen()).isEqualTo(5_000_000);
    assertThat(transfer.payee().kind()).isEqualTo(AccountKind.CARD);
    for (ReportField field : ReportField.values()) {
      if (field.form() == ReportField.Form.TEXT) {
        assertThat(texts(report)).as(field.path()).contains("|t" + field.ordinal() + "|");
      }
    }
  }

  @Test
  void whatCannotBeReadIsLeftOutAndNamed() {
    DraftReading reading =
        DraftReader.read(
            typed(
                "crimeStartTime", "昨天下午",
                "fraudType", "电话诈骗",
                "transfers[k1].amount", "大约5万",
                "transfers[k1].payee.accountNumber", "9900",
                "transfers[k2].amount", " "),
            NOON);
    assertThat(reading.report().transfers()).isEmpty();
    assertThat(reading.remarks())
        .containsExactly(
            new Finding("crimeStartTime", ReportRule.TEXT_UNREAD),
            new Finding("fraudType", ReportRule.TEXT_UNREAD));
    assertThat(reading.faults())
        .containsExactly(
            new Finding("transfers[k1].amount", ReportRule.AMOUNT_UNREAD),
            new Finding("transfers[k1].transferTime", ReportRule.TRANSFER_TIME_UNREAD));
  }

  @Test
  void aTransferIsKnownOnceAccountAmountAndTimeAreTold() {
    Draft draft =
        typed(
            "transfers[k1].amount", "1",
            "transfers[k1].transferTime", "11:30",
            "transfers[k2].amount", "5万",
            "transfers[k2].transferTime", "11:30",
            "transfers[k2].payee.accountNumber", "9900010000000000018");
    DraftReading reading = DraftReader.read(draft, NOON);
    assertThat(reading.transferRows()).containsExactly("k1", "k2");
    assertThat(reading.known()).containsExactly("k2");
    assertThat(reading.stoppable().report().transfers())
        .containsExactly(reading.report().transfers().get(1));
    assertThat(reading.inDraft("report.transfers[1].amountFen")).isEqualTo("transfers[k2].amount");
    assertThat(reading.inDraft("report.victim.name")).isEqualTo("victim.name");
  }

  @Test
  void anAccountInDisputeStopsNobody() {
    Draft draft =
        after(
            typed(
                "transfers[k1].amount", "1",
                "transfers[k1].transferTime", "11:30",
                "transfers[k1].payee.accountNumber", "9900010000000000018"),
            save(CHEN, "transfers[k1].payee.accountNumber", "9900020000000000024", 0));
    DraftReading reading = DraftReader.read(draft, NOON);
    assertThat(reading.known()).isEmpty();
    assertThat(reading.report().transfers()).isEmpty();
    assertThat(reading.unsettled()).containsExactly("transfers[k1].payee.accountNumber");
  }

  @Test
  void pathsAreThoseOfAReport() {
    assertThat(DraftPath.parse("transfers[k1].payee.accountNumber")).isPresent();
    assertThat(DraftPath.parse("transfers[k1].payee.accountNumber").orElseThrow().text())
        .isEqualTo("transfers[k1].payee.accountNumber");
    for (String none :
        new String[] {
          "",
          "victim",
          "victim.age",
          "transfers[].amount",
          "transfers[13800000000].amount",
          "transfers[K1].amount",
          "transfers[k1]",
          "contacts[k1].amount"
        }) {
      assertThat(DraftPath.parse(none)).as(none).isEmpty();
    }
  }

  private static String choice(ReportField field) {
    for (String name :
        new String[] {
          "WINDOW", "PERSON", "RESIDENT_ID", "FALSE_AUTHORITY", "INCOMING", "MOBILE", "CARD", "ATM"
        }) {
      if (field.choice(name).isPresent()) {
        return name;
      }
    }
    throw new AssertionError(field + " takes none of the test's names");
  }

  private static String row(ReportField field) {
    return field.path().contains("[]") ? "k1" : "";
  }

  /** Every plain text of the report, between bars. */
  private static String texts(Report report) {
    var transfer = report.transfers().getFirst();
    var contact = report.contacts().getFirst();
    return "|"
        + String.join(
            "|",
            report.officer().name().reveal(),
            report.officer().officerNumber(),
            report.officer().phone().reveal(),
            report.secondOfficer().name().reveal(),
            report.secondOfficer().officerNumber(),
            report.secondOfficer().phone().reveal(),
            report.victim().name().reveal(),
            report.victim().idNumber().reveal(),
            report.victim().phone().reveal(),
            report.victim().address().reveal(),
            report.victim().occupation(),
            report.reporter().name().reveal(),
            report.reporter().phone().reveal(),
            report.reporter().relation(),
            report.impersonatedIdentity(),
            report.narrative().reveal(),
            report.place().reveal(),
            report.lossReason(),
            contact.displayed().reveal(),
            contact.note().reveal(),
            transfer.payer().institutionName(),
            transfer.payer().institution(),
            transfer.payer().number().reveal(),
            transfer.payer().name().reveal(),
            transfer.payee().institutionName(),
            transfer.payee().institution(),
            transfer.payee().number().reveal(),
            transfer.payee().name().reveal(),
            transfer.serialNumber())
        + "|";
  }
}
