package io.holdfast.casefile.casefile;

import static io.holdfast.casefile.casefile.Cases.NAMES;
import static io.holdfast.casefile.casefile.Cases.after;
import static io.holdfast.casefile.casefile.Cases.complete;
import static io.holdfast.casefile.casefile.Cases.opened;
import static io.holdfast.casefile.report.Reports.CARD;
import static io.holdfast.casefile.report.Reports.NOON;
import static io.holdfast.casefile.report.Reports.OTHER_CARD;
import static io.holdfast.casefile.report.Reports.PHONES;
import static io.holdfast.casefile.report.Reports.contact;
import static io.holdfast.casefile.report.Reports.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.casefile.casefile.CaseCommand.CompleteReport;
import io.holdfast.casefile.casefile.Decision.Accepted;
import io.holdfast.casefile.casefile.Decision.Rejected;
import io.holdfast.casefile.casefile.Rejection.Faulty;
import io.holdfast.casefile.casefile.Rejection.Full;
import io.holdfast.casefile.casefile.Rejection.Part;
import io.holdfast.casefile.report.Account;
import io.holdfast.casefile.report.ContactKind;
import io.holdfast.casefile.report.Finding;
import io.holdfast.casefile.report.IdType;
import io.holdfast.casefile.report.Report;
import io.holdfast.casefile.report.ReportRule;
import io.holdfast.casefile.report.Reports;
import io.holdfast.casefile.report.Tidying;
import io.holdfast.casefile.report.Transfer;
import io.holdfast.casefile.report.TransferChannel;
import io.holdfast.kit.value.Personal;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A report completed after it was filed. */
class CompletionTest {
  @Test
  void theReportBeforeIsKept() {
    CaseFile file = opened(transfer(CARD, 100));
    CaseFile completed = after(file, complete(told("", List.of()), false));
    assertThat(completed).isEqualTo(file);

    Report told = told("测试：补充案情", List.of());
    CaseFile more = after(file, complete(told, false));
    assertThat(more.report().narrative().reveal()).isEqualTo("测试：补充案情");
    assertThat(more.earlier())
        .containsExactly(new EarlierReport(file.report(), Cases.APPLICANT, NOON));
    assertThat(more.timeline().getLast().kind()).isEqualTo("REPORT_COMPLETED");
    assertThat(more.orders()).isEqualTo(file.orders());
  }

  @Test
  void nothingToldIsErased() {
    CaseFile file = opened(transfer(CARD, 100));
    Report empty =
        new Report(
            io.holdfast.casefile.report.Channel.NOT_GIVEN,
            NOON,
            file.report().officer(),
            officer("", ""),
            new io.holdfast.casefile.report.Victim(
                io.holdfast.casefile.report.VictimKind.NOT_GIVEN,
                personal(""),
                IdType.NOT_GIVEN,
                personal(""),
                personal(""),
                personal(""),
                "",
                null),
            new io.holdfast.casefile.report.Reporter(personal(""), personal(""), ""),
            io.holdfast.casefile.report.FraudType.NOT_GIVEN,
            "",
            personal(""),
            personal(""),
            null,
            null,
            List.of(),
            List.of(),
            0,
            "",
            false,
            false);
    assertThat(after(file, complete(empty, true)).report()).isEqualTo(file.report());
  }

  @Test
  void whatAnOrderCarriesStaysAsItWentOut() {
    CaseFile file = opened(transfer(CARD, 100));
    Transfer other =
        new Transfer(
            1,
            Reports.card(OTHER_CARD),
            Reports.card(OTHER_CARD),
            999,
            NOON.minus(Duration.ofMinutes(5)),
            TransferChannel.ATM,
            "L1",
            "");
    CaseFile completed = after(file, complete(told("", List.of(other)), true));
    Transfer now = completed.report().transfers().getFirst();
    Transfer was = file.report().transfers().getFirst();
    assertThat(now.payee()).isEqualTo(was.payee());
    assertThat(now.amountFen()).isEqualTo(100);
    assertThat(now.transferTime()).isEqualTo(was.transferTime());
    assertThat(now.stopOrder()).isEqualTo(was.stopOrder());
    assertThat(now.payer().number().reveal()).isEqualTo(OTHER_CARD);
    assertThat(now.serialNumber()).isEqualTo("L1");
    assertThat(now.channel()).isEqualTo(TransferChannel.ATM);
    assertThat(completed.orders()).hasSize(1);
    assertThat(completed.remarks())
        .contains(new Finding("report.transfers[0]", ReportRule.TRANSFER_FIXED));
  }

  @Test
  void aTransferWithoutAnOrderIsReplacedAndThenStopped() {
    CaseFile file = opened(transfer("9900****0018", 100));
    assertThat(file.orders()).isEmpty();
    assertThat(file.remarks()).extracting(Finding::rule).contains(ReportRule.NO_STOP_SENT);
    CaseFile completed =
        after(file, complete(told("", List.of(transfer(CARD, 100).numbered(1))), true));
    assertThat(completed.orders()).hasSize(1);
    assertThat(completed.report().transfers()).hasSize(1);
    assertThat(completed.report().transfers().getFirst().stopOrder()).isEqualTo("order1");
    assertThat(completed.remarks())
        .extracting(Finding::rule)
        .doesNotContain(ReportRule.NO_STOP_SENT, ReportRule.PAYEE_ACCOUNT_PARTIAL);
  }

  @Test
  void newTransfersAndContactsAreAddedAndTheLossGrows() {
    CaseFile file = opened(transfer(CARD, 100));
    Report told =
        told("", List.of(transfer(OTHER_CARD, 20)))
            .contacted(
                List.of(
                    contact(ContactKind.MOBILE, "13811111111").numbered(1),
                    contact(ContactKind.MOBILE, "13822222222")));
    CaseFile completed = after(file, complete(told, true));
    assertThat(completed.report().transfers()).extracting(Transfer::number).containsExactly(1, 2);
    assertThat(completed.report().totalLossFen()).isEqualTo(120);
    assertThat(completed.orders()).hasSize(2);
    assertThat(completed.report().contacts())
        .extracting(found -> found.displayed().reveal())
        .containsExactly("13811111111", "13822222222");
    assertThat(completed.timeline().getLast().kind()).isEqualTo("STOP_REQUESTED");
  }

  @Test
  void rowsOfTheDraftKeepTheirNumbers() {
    var rows = new DraftOrigin.Told("draft", List.of("k1"), List.of());
    CaseFile file = opened(transfer(CARD, 100)).from(rows.origin());
    var more = new DraftOrigin.Told("draft", List.of("k1", "k2"), List.of("c1"));
    Report told =
        told("", List.of(transfer(CARD, 100).numbered(1), transfer(OTHER_CARD, 20)))
            .contacted(List.of(contact(ContactKind.MOBILE, "13822222222")));
    CaseFile completed = after(file, command(told, more, false));
    DraftOrigin origin = completed.origin();
    assertThat(origin).isNotNull();
    assertThat(origin.transfer("k1")).isEqualTo(1);
    assertThat(origin.transfer("k2")).isEqualTo(2);
    assertThat(origin.transfer("k3")).isZero();
    assertThat(origin.contact("c1")).isEqualTo(2);
  }

  @Test
  void numbersTheCaseDoesNotHaveAreRefused() {
    CaseFile file = opened(transfer(CARD, 100));
    Report told =
        told("", List.of(transfer(OTHER_CARD, 20).numbered(2)))
            .contacted(List.of(contact(ContactKind.MOBILE, "13811111111").numbered(5)));
    assertThat(CaseRules.decide(file, complete(told, false), NAMES, NOON))
        .isEqualTo(
            new Rejected(
                new Faulty(
                    List.of(
                        new Finding("report.transfers[0].number", ReportRule.NUMBER_UNKNOWN),
                        new Finding("report.contacts[0].number", ReportRule.NUMBER_UNKNOWN)))));
    assertThat(
            CaseRules.decide(
                file, complete(told("", List.of(transfer(OTHER_CARD, 0))), false), NAMES, NOON))
        .isInstanceOfSatisfying(
            Rejected.class,
            rejected -> assertThat(rejected.rejection()).isInstanceOf(Faulty.class));
  }

  @Test
  void partsAreBounded() {
    CaseFile file = opened(transfer(CARD, 100));
    List<Transfer> many =
        IntStream.range(0, Report.TRANSFERS_MAX)
            .mapToObj(i -> transfer(OTHER_CARD, i + 1))
            .toList();
    assertThat(CaseRules.decide(file, complete(told("", many), false), NAMES, NOON))
        .isEqualTo(new Rejected(new Full(Part.TRANSFERS, Report.TRANSFERS_MAX)));
    var contacts =
        IntStream.range(0, Report.CONTACTS_MAX)
            .mapToObj(i -> contact(ContactKind.MOBILE, "13800000000"))
            .toList();
    assertThat(
            CaseRules.decide(
                file, complete(told("", List.of()).contacted(contacts), false), NAMES, NOON))
        .isEqualTo(new Rejected(new Full(Part.CONTACTS, Report.CONTACTS_MAX)));
    for (int i = 0; i < CaseFile.EARLIER_MAX; i++) {
      file = after(file, complete(told("测试" + i, List.of()), false));
    }
    assertThat(CaseRules.decide(file, complete(told("测试", List.of()), false), NAMES, NOON))
        .isEqualTo(new Rejected(new Full(Part.REPORT_VERSIONS, CaseFile.EARLIER_MAX)));
    assertThat(
            CaseRules.decide(
                file,
                complete(told("测试" + (CaseFile.EARLIER_MAX - 1), List.of()), false),
                NAMES,
                NOON))
        .isInstanceOf(Accepted.class);
  }

  private static CompleteReport command(Report told, DraftOrigin.Told rows, boolean urgent) {
    return new CompleteReport(
        told, rows, List.of(), urgent, PHONES, NOON, Cases.APPLICANT, Cases.STATION);
  }

  /** The sample report told again, without its contact, with another narrative and transfers. */
  private static Report told(String narrative, List<Transfer> transfers) {
    Report sample = Tidying.tidied(Reports.report(transfers), PHONES, NOON);
    return new Report(
        sample.channel(),
        sample.receiveTime(),
        sample.officer(),
        sample.secondOfficer(),
        sample.victim(),
        sample.reporter(),
        sample.fraudType(),
        sample.impersonatedIdentity(),
        narrative.isEmpty() ? sample.narrative() : Personal.of(Personal.Kind.TEXT, narrative),
        sample.place(),
        sample.crimeStartTime(),
        sample.crimeEndTime(),
        List.of(),
        transfers,
        0,
        "",
        true,
        false);
  }

  private static io.holdfast.casefile.report.OfficerCard officer(String name, String number) {
    return new io.holdfast.casefile.report.OfficerCard(personal(name), number, personal(""));
  }

  private static Personal personal(String text) {
    return Personal.of(Personal.Kind.TEXT, text);
  }

  @Test
  void accountsToldLaterCountAsEnteredLate() {
    CaseFile file = opened();
    assertThat(file.remarks()).extracting(Finding::rule).contains(ReportRule.NO_STOP_SENT);
    var late =
        new CompleteReport(
            told("", List.of(transfer(CARD, 100))),
            null,
            List.of(),
            true,
            PHONES,
            NOON.minusSeconds(1),
            Cases.APPLICANT,
            Cases.STATION);
    assertThat(after(file, late).remarks())
        .extracting(Finding::rule)
        .contains(ReportRule.ENTERED_LATE);
    assertThat(Account.NONE.stoppable()).isFalse();
  }
}
