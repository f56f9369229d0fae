package io.holdfast.casefile.report;

import static io.holdfast.casefile.report.Reports.CARD;
import static io.holdfast.casefile.report.Reports.NOON;
import static io.holdfast.casefile.report.Reports.PHONES;
import static io.holdfast.casefile.report.Reports.RESIDENT_ID;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.kit.value.Personal;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What makes a report unusable, and what is only remarked. */
class ReportCheckTest {
  @Test
  void aWholeReportHasNeitherFaultNorRemark() {
    Findings found = check(Reports.report());
    assertThat(found.faults()).isEmpty();
    assertThat(found.remarks()).isEmpty();
  }

  @Test
  void transferAtThisInstantPassesAndOneSecondLaterIsAFault() {
    assertThat(faults(at(NOON))).isEmpty();
    assertThat(faults(at(NOON.plusSeconds(1))))
        .containsExactly(
            new Finding("report.transfers[0].transferTime", ReportRule.TRANSFER_TIME_IN_FUTURE));
  }

  @Test
  void nothingPaidIsAFault() {
    assertThat(faults(Reports.report(List.of(Reports.transfer(CARD, 1))))).isEmpty();
    assertThat(faults(Reports.report(List.of(Reports.transfer(CARD, 0)))))
        .containsExactly(
            new Finding("report.transfers[0].amountFen", ReportRule.AMOUNT_NOT_POSITIVE));
  }

  @Test
  void hundredTransfersPassAndOneMoreIsAFault() {
    assertThat(faults(many(Report.TRANSFERS_MAX))).isEmpty();
    assertThat(faults(many(Report.TRANSFERS_MAX + 1)))
        .contains(new Finding("report.transfers", ReportRule.TOO_MANY_TRANSFERS));
  }

  @Test
  void nothingAboutTheVictimIsAFault() {
    for (String id : List.of("", "1", "110105194912310021", "110105194902300020", "测试")) {
      Report report = TidyingTest.with(Reports.report(), Reports.victim(IdType.RESIDENT_ID, id));
      assertThat(faults(report)).as("resident ID of %d characters", id.length()).isEmpty();
      assertThat(rules(report)).as("resident ID of %d characters", id.length()).isNotEmpty();
    }
  }

  @Test
  void eachWayAnIdCanBeWrongHasItsOwnRemark() {
    assertThat(id(IdType.RESIDENT_ID, RESIDENT_ID)).isEmpty();
    assertThat(id(IdType.RESIDENT_ID, "110105194912310021"))
        .containsExactly(ReportRule.ID_CHECK_DIGIT);
    assertThat(id(IdType.RESIDENT_ID, "11010519491231002")).containsExactly(ReportRule.ID_FORMAT);
    assertThat(id(IdType.RESIDENT_ID, "110105194902300020")).contains(ReportRule.ID_BIRTH_DATE);
    assertThat(id(IdType.CREDIT_CODE, "91350100M000100Y43")).isEmpty();
    assertThat(id(IdType.CREDIT_CODE, "91350100M000100Y44"))
        .containsExactly(ReportRule.CREDIT_CODE_CHECK);
    assertThat(id(IdType.CREDIT_CODE, "91350100M000100Y4"))
        .containsExactly(ReportRule.CREDIT_CODE_FORMAT);
    assertThat(id(IdType.PASSPORT, "whatever")).isEmpty();
    assertThat(id(IdType.RESIDENT_ID, "")).containsExactly(ReportRule.VICTIM_ID_MISSING);
  }

  @Test
  void aSlipInACardNumberIsRemarkedBecauseItStopsSomebodyElse() {
    String slip = CARD.substring(0, 18) + (CARD.charAt(18) == '0' ? '1' : '0');
    assertThat(payee(Reports.card(slip))).containsExactly(ReportRule.CARD_CHECK_DIGIT);
    assertThat(payee(Reports.card("990001000000"))).containsExactly(ReportRule.CARD_LENGTH);
    assertThat(ReportRule.CARD_CHECK_DIGIT.en()).contains("Check the number again");
  }

  @Test
  void accountsWithoutACheckDigitAreNotHeldToOne() {
    assertThat(payee(Reports.account(AccountKind.PASSBOOK, "测试银行", "990001000000000001")))
        .isEmpty();
    assertThat(payee(Reports.account(AccountKind.COMPANY_ACCOUNT, "测试银行", "9900010000"))).isEmpty();
    assertThat(payee(Reports.account(AccountKind.PASSBOOK, "测试银行", "9900/1")))
        .containsExactly(ReportRule.ACCOUNT_CHARACTERS);
    assertThat(payee(Reports.account(AccountKind.WALLET, "测试支付", "ceshi@example.test"))).isEmpty();
  }

  @Test
  void whatCannotBeStoppedYetIsSaid() {
    assertThat(payee(Reports.card(""))).containsExactly(ReportRule.PAYEE_ACCOUNT_MISSING);
    assertThat(payee(Reports.card("6222****0007")))
        .containsExactly(ReportRule.PAYEE_ACCOUNT_PARTIAL);
    assertThat(payee(Reports.card("0007"))).containsExactly(ReportRule.PAYEE_ACCOUNT_PARTIAL);
    assertThat(payee(Reports.account(AccountKind.WALLET, "", "13800000000")))
        .containsExactly(ReportRule.PAYEE_BANK_MISSING);
    assertThat(rules(Reports.report(List.of()))).containsExactly(ReportRule.NO_TRANSFER);
  }

  @Test
  void payingOneselfIsRemarked() {
    var transfer = Reports.transfer(CARD, 1);
    var self =
        new Transfer(
            0,
            transfer.payee(),
            transfer.payee(),
            1,
            transfer.transferTime(),
            transfer.channel(),
            "",
            "");
    assertThat(rules(Reports.report(List.of(self)))).containsExactly(ReportRule.PAYEE_IS_PAYER);
  }

  @Test
  void thePaymentEnteredTwiceIsRemarkedOnTheSecond() {
    var transfer = Reports.transfer(CARD, 100);
    assertThat(check(Reports.report(List.of(transfer, transfer))).remarks())
        .containsExactly(new Finding("report.transfers[1]", ReportRule.TRANSFER_TWICE));
  }

  @Test
  void totalThatDiffersWantsAReason() {
    Report report = Tidying.tidied(Reports.report(), PHONES, NOON);
    assertThat(rules(report.with(report.transfers(), 1))).contains(ReportRule.TOTAL_DIFFERS);
  }

  @Test
  void enteringLateIsRemarkedAfterThePolicysLimit() {
    Report report = Tidying.tidied(Reports.report(), PHONES, NOON);
    assertThat(ReportCheck.check(report, PHONES, NOON, NOON).remarks()).isEmpty();
    assertThat(ReportCheck.check(report, PHONES, NOON.minusMillis(1), NOON).remarks())
        .containsExactly(new Finding("report.transfers", ReportRule.ENTERED_LATE));
  }

  @Test
  void alteredCallerNumberIsKeptAndRemarked() {
    Report report = Reports.report();
    Report altered =
        new Report(
            report.channel(),
            NOON.plus(Duration.ofHours(1)),
            report.officer(),
            report.officer(),
            report.victim(),
            report.reporter(),
            FraudType.NOT_GIVEN,
            "",
            Personal.of(Personal.Kind.TEXT, ""),
            report.place(),
            NOON.plusSeconds(1),
            NOON,
            List.of(
                Reports.contact(ContactKind.FIXED_LINE, "0000110"),
                Reports.contact(ContactKind.WEBSITE, "http://ceshi.example"),
                Reports.contact(ContactKind.MOBILE, "")),
            report.transfers(),
            0,
            "",
            false,
            false);
    Findings found = check(altered);
    assertThat(found.faults())
        .containsExactly(new Finding("report.receiveTime", ReportRule.RECEIVE_TIME_IN_FUTURE));
    assertThat(found.remarks().stream().map(Finding::rule))
        .containsExactlyInAnyOrder(
            ReportRule.CRIME_TIME_IN_FUTURE,
            ReportRule.CRIME_TIME_ORDER,
            ReportRule.FRAUD_TYPE_MISSING,
            ReportRule.NARRATIVE_MISSING,
            ReportRule.LIABILITY_PROMISE_MISSING,
            ReportRule.SECOND_OFFICER_SAME,
            ReportRule.CONTACT_NUMBER_ALTERED,
            ReportRule.CONTACT_NUMBER_MISSING);
  }

  @ParameterizedTest
  @EnumSource(ReportRule.class)
  void everyRuleSpeaksBothLanguages(ReportRule rule) {
    assertThat(rule.zh()).endsWith("。").containsPattern("\\p{IsHan}");
    assertThat(rule.en()).endsWith(".").doesNotContainPattern("\\p{IsHan}");
  }

  private static Findings check(Report told) {
    return ReportCheck.check(Tidying.tidied(told, PHONES, NOON), PHONES, NOON.plusSeconds(1), NOON);
  }

  private static List<Finding> faults(Report told) {
    return check(told).faults();
  }

  private static List<ReportRule> rules(Report told) {
    return check(told).remarks().stream().map(Finding::rule).toList();
  }

  private static List<ReportRule> id(IdType type, String number) {
    return rules(TidyingTest.with(Reports.report(), Reports.victim(type, number)));
  }

  private static List<ReportRule> payee(Account payee) {
    return rules(Reports.report(List.of(Reports.transfer(payee, 100))));
  }

  private static Report at(java.time.Instant time) {
    var transfer = Reports.transfer(CARD, 100);
    return Reports.report(
        List.of(
            new Transfer(
                0, transfer.payer(), transfer.payee(), 100, time, transfer.channel(), "", "")));
  }

  private static Report many(int count) {
    return Reports.report(
        Stream.concat(
                Stream.of(Reports.transfer(CARD, 1)),
                Collections.nCopies(count - 1, Reports.transfer(CARD, 1)).stream())
            .toList());
  }
}
