package io.holdfast.casefile.report;

import static io.holdfast.casefile.report.Reports.CARD;
import static io.holdfast.casefile.report.Reports.NOON;
import static io.holdfast.casefile.report.Reports.PHONES;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.kit.value.Personal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One form for what is typed in many. */
class TidyingTest {
  @Test
  void accountNumbersLoseWidthSpacesAndHyphens() {
    assertThat(Tidying.accountNumber("９９００ 01-00　0000‑0000")).isEqualTo("9900010000000000");
    assertThat(Tidying.accountNumber(" 35001a ")).isEqualTo("35001A");
  }

  @Test
  void everyMaskIsAStar() {
    for (String typed :
        List.of("6222****0007", "6222＊＊＊0007", "6222 •••• 0007", "6222XXXX0007", "6222…0007")) {
      assertThat(Tidying.accountNumber(typed)).as(typed).isEqualTo("6222*0007");
    }
  }

  @Test
  void aMailAddressOfAWalletStays() {
    assertThat(Tidying.accountNumber(" ce-shi.1@example.test ")).isEqualTo("ce-shi.1@example.test");
  }

  @Test
  void idNumbersAreCapitalAndNarrow() {
    assertThat(Tidying.idNumber("１１０１０５ 19491231 002x")).isEqualTo("11010519491231002X");
  }

  @Test
  void displayedNumberStaysAsItWasAndGetsE164BesideIt() {
    var told = Reports.contact(ContactKind.MOBILE, "138-0000 0000");
    Contact contact = tidied(told).contacts().getFirst();
    assertThat(contact.displayed().reveal()).isEqualTo("138-0000 0000");
    assertThat(contact.e164().reveal()).isEqualTo("+8613800000000");
  }

  @Test
  void alteredNumberHasNoE164() {
    Contact contact = tidied(Reports.contact(ContactKind.MOBILE, "00019110")).contacts().getFirst();
    assertThat(contact.displayed().reveal()).isEqualTo("00019110");
    assertThat(contact.e164().isEmpty()).isTrue();
  }

  @Test
  void messengerNameIsNeverReadAsANumber() {
    Contact contact =
        tidied(Reports.contact(ContactKind.MESSENGER, "13800000000")).contacts().getFirst();
    assertThat(contact.e164().isEmpty()).isTrue();
  }

  @Test
  void ageComesFromTheResidentIdOnTheDayOfTheReport() {
    assertThat(Tidying.tidied(Reports.report(), PHONES, NOON).victim().age()).isEqualTo(76);
  }

  @Test
  void passportGivesNoAge() {
    Report told = with(Reports.report(), Reports.victim(IdType.PASSPORT, "E00000000"));
    assertThat(Tidying.tidied(told, PHONES, NOON).victim().age()).isNull();
  }

  @Test
  void transfersAreNumberedToTheSecond() {
    var exact = Instant.parse("2026-11-21T03:30:01.789Z");
    var told =
        new Transfer(
            9, Account.NONE, Reports.card(CARD), 1, exact, TransferChannel.ATM, " 7 ", "made-up");
    Transfer transfer = Tidying.tidied(List.of(told), 2).getFirst();
    assertThat(transfer.number()).isEqualTo(3);
    assertThat(transfer.transferTime()).isEqualTo(Instant.parse("2026-11-21T03:30:01Z"));
    assertThat(transfer.serialNumber()).isEqualTo("7");
    assertThat(transfer.stopOrder()).isEmpty();
  }

  @Test
  void totalNotToldIsTheSum() {
    Report report =
        Reports.report(List.of(Reports.transfer(CARD, 100), Reports.transfer(CARD, 23)));
    assertThat(Tidying.tidied(report, PHONES, NOON).totalLossFen()).isEqualTo(123);
  }

  @Test
  void aMachineALittleAheadReportsNow() {
    assertThat(received(NOON.plus(Tidying.SKEW_MAX))).isEqualTo(NOON);
    Instant tooFar = NOON.plus(Tidying.SKEW_MAX).plusSeconds(1);
    assertThat(received(tooFar)).isEqualTo(tooFar);
  }

  @Test
  void tidyingTwiceIsTidyingOnce() {
    Report once = Tidying.tidied(Reports.report(), PHONES, NOON);
    assertThat(Tidying.tidied(once, PHONES, NOON)).isEqualTo(once);
  }

  private static Report tidied(Contact contact) {
    Report report = Reports.report();
    return Tidying.tidied(
        new Report(
            report.channel(),
            report.receiveTime(),
            report.officer(),
            report.secondOfficer(),
            report.victim(),
            report.reporter(),
            report.fraudType(),
            report.impersonatedIdentity(),
            report.narrative(),
            report.place(),
            report.crimeStartTime(),
            report.crimeEndTime(),
            List.of(contact),
            report.transfers(),
            report.totalLossFen(),
            report.lossReason(),
            report.liabilityPromise(),
            false),
        PHONES,
        NOON);
  }

  private static Instant received(Instant told) {
    Report report = Reports.report();
    return Tidying.tidied(
            new Report(
                report.channel(),
                told,
                report.officer(),
                report.secondOfficer(),
                report.victim(),
                report.reporter(),
                report.fraudType(),
                report.impersonatedIdentity(),
                Personal.of(Personal.Kind.TEXT, ""),
                report.place(),
                null,
                null,
                List.of(),
                report.transfers(),
                report.totalLossFen(),
                report.lossReason(),
                true,
                false),
            PHONES,
            NOON)
        .receiveTime();
  }

  static Report with(Report report, Victim victim) {
    return new Report(
        report.channel(),
        report.receiveTime(),
        report.officer(),
        report.secondOfficer(),
        victim,
        report.reporter(),
        report.fraudType(),
        report.impersonatedIdentity(),
        report.narrative(),
        report.place(),
        report.crimeStartTime(),
        report.crimeEndTime(),
        report.contacts(),
        report.transfers(),
        report.totalLossFen(),
        report.lossReason(),
        report.liabilityPromise(),
        false);
  }
}
