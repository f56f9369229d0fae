package io.holdfast.casefile.casefile;

import static io.holdfast.casefile.casefile.Cases.NAMES;
import static io.holdfast.casefile.casefile.Cases.add;
import static io.holdfast.casefile.casefile.Cases.after;
import static io.holdfast.casefile.casefile.Cases.heard;
import static io.holdfast.casefile.casefile.Cases.opened;
import static io.holdfast.casefile.report.Reports.CARD;
import static io.holdfast.casefile.report.Reports.NOON;
import static io.holdfast.casefile.report.Reports.OTHER_CARD;
import static io.holdfast.casefile.report.Reports.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.casefile.casefile.CaseCommand.Accept;
import io.holdfast.casefile.casefile.CaseCommand.Decline;
import io.holdfast.casefile.casefile.Decision.Rejected;
import io.holdfast.casefile.casefile.Rejection.ApplicantIsApprover;
import io.holdfast.casefile.casefile.Rejection.Full;
import io.holdfast.casefile.casefile.Rejection.Part;
import io.holdfast.casefile.report.Finding;
import io.holdfast.casefile.report.ReportRule;
import io.holdfast.casefile.report.Reports;
import io.holdfast.casefile.report.Transfer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How a case asks for orders, and who may decide on it. */
class CaseRulesTest {
  @Test
  void urgentReportAsksForOneOrderForEachPayeeAccount() {
    var opened =
        Cases.opening(true, transfer(CARD, 100), transfer(OTHER_CARD, 20), transfer(CARD, 3))
            .open(NAMES, NOON);

    assertThat(opened.stops()).hasSize(2);
    StopRequest first = opened.stops().getFirst();
    assertThat(first.stopOrder()).isEqualTo("order1");
    assertThat(first.orderNumber()).isEqualTo("TEST2026-000001-01");
    assertThat(first.amountFen()).isEqualTo(103);
    assertThat(first.transfers()).extracting(Transfer::number).containsExactly(1, 3);
    assertThat(opened.stops().getLast().orderNumber()).isEqualTo("TEST2026-000001-02");
    assertThat(links(opened.file())).containsExactly("order1", "order2", "order1");
    assertThat(opened.file().orders()).extracting(OrderLink::state).containsOnly(OrderState.ASKED);
    assertThat(opened.file().timeline())
        .extracting(TimelineEntry::kind)
        .containsExactly("REPORT_RECEIVED", "STOP_REQUESTED", "STOP_REQUESTED");
  }

  @Test
  void reportThatIsNotUrgentAsksForNone() {
    var opened = Cases.opening(false, transfer(CARD, 100)).open(NAMES, NOON);
    assertThat(opened.stops()).isEmpty();
    assertThat(opened.file().orders()).isEmpty();
    assertThat(links(opened.file())).containsExactly("");
  }

  @Test
  void payeeKnownInPartGetsNoOrderAndHoldsTheOthersNotBack() {
    CaseFile file = opened(transfer("6222****0007", 5), transfer(CARD, 100), transfer("", 7));
    assertThat(links(file)).containsExactly("", "order1", "");
  }

  @Test
  void laterTransferToAStoppedAccountIsLinkedAndRemarked() {
    CaseFile file = after(opened(transfer(CARD, 100)), heard("order1", 1, OrderState.STOPPED));

    CaseFile later = after(file, add(true, transfer(CARD, 5)));

    assertThat(later.orders()).hasSize(1);
    assertThat(later.orders().getFirst().amountFen()).isEqualTo(100);
    assertThat(links(later)).containsExactly("order1", "order1");
    assertThat(later.report().totalLossFen()).isEqualTo(105);
    assertThat(later.remarks())
        .containsExactly(
            new Finding("report.transfers[1].payee.accountNumber", ReportRule.ACCOUNT_UNDER_ORDER));
  }

  @ParameterizedTest
  @EnumSource(OrderState.class)
  void onlyAnEndedOrderMakesRoomForAnotherThatCarriesAllTransfers(OrderState state) {
    CaseFile file = after(opened(transfer(CARD, 100)), heard("order1", 1, state));

    CaseFile later = after(file, add(true, transfer(CARD, 5)));

    if (state.alive()) {
      assertThat(links(later)).containsExactly("order1", "order1");
    } else {
      assertThat(links(later)).containsExactly("order2", "order2");
      assertThat(later.orders().getLast().amountFen()).isEqualTo(105);
      assertThat(later.orders().getLast().orderNumber()).isEqualTo("TEST2026-000001-02");
    }
  }

  @Test
  void transferToldWithoutUrgencyIsCarriedByTheFirstUrgentOne() {
    CaseFile file = Cases.opening(false, transfer(CARD, 100)).open(NAMES, NOON).file();

    CaseFile later = after(file, add(true, transfer(CARD, 5)));

    assertThat(links(later)).containsExactly("order1", "order1");
    assertThat(later.orders().getFirst().amountFen()).isEqualTo(105);
  }

  @Test
  void aCaseHoldsAHundredTransfers() {
    CaseFile file = opened(copies(99));
    CaseFile full = after(file, add(false, transfer(OTHER_CARD, 1)));
    assertThat(CaseRules.decide(full, add(false, transfer(OTHER_CARD, 1)), NAMES, NOON))
        .isEqualTo(new Rejected(new Full(Part.TRANSFERS, 100)));
  }

  @Test
  void aCaseHoldsFiftyFiles() {
    CaseFile file = opened(transfer(CARD, 1));
    for (int i = 0; i < CaseFile.EVIDENCE_MAX; i++) {
      file = after(file, Cases.evidence());
    }
    assertThat(file.evidence().getLast().number()).isEqualTo(50);
    assertThat(CaseRules.decide(file, Cases.evidence(), NAMES, NOON))
        .isEqualTo(new Rejected(new Full(Part.EVIDENCE, 50)));
  }

  @Test
  void whoAsksForTheFilingNeverDecidesOnIt() {
    CaseFile review = Cases.in(CaseState.Name.REVIEW);
    var own = new Rejected(new ApplicantIsApprover());
    assertThat(CaseRules.decide(review, new Accept(Cases.APPLICANT, "county", "r"), NAMES, NOON))
        .isEqualTo(own);
    assertThat(CaseRules.decide(review, new Decline(Cases.APPLICANT, "county", "r"), NAMES, NOON))
        .isEqualTo(own);
    assertThat(
            CaseRules.decide(
                Cases.in(CaseState.Name.NOT_FILED),
                new Accept(Cases.APPLICANT, "county", "r"),
                NAMES,
                NOON))
        .isEqualTo(own);
  }

  @Test
  void filedCaseKeepsWhoAskedAndWhoDecided() {
    CaseFile filed = after(Cases.in(CaseState.Name.NOT_FILED), Cases.accept());
    assertThat(filed.state())
        .isEqualTo(
            new CaseState.Filed(
                Cases.APPLICANT,
                Cases.APPLICANT_CARD,
                NOON,
                new FilingDecision(Cases.APPROVER, NOON, Cases.accept().reason())));
  }

  @Test
  void wordAboutAnOrderTakesEffectOnce() {
    CaseFile file = opened(transfer(CARD, 1));
    CaseFile once = after(file, heard("order1", 3, OrderState.STOPPED));
    assertThat(after(once, heard("order1", 3, OrderState.STOPPED))).isEqualTo(once);
    assertThat(after(once, heard("order1", 2, OrderState.SENT))).isEqualTo(once);
    assertThat(once.orders().getFirst().state()).isEqualTo(OrderState.STOPPED);
    assertThat(once.timeline().getLast().kind()).isEqualTo("STOP_STOPPED");
  }

  @Test
  void orderThatFollowsTheMoneyIsOneOfTheCases() {
    CaseFile file = after(opened(transfer(CARD, 1)), heard("other", 1, OrderState.SENT));
    assertThat(file.orders()).hasSize(2);
    assertThat(file.orders().getLast())
        .isEqualTo(
            new OrderLink(
                "other", "R-1.1", "9990****0049", 100, false, 2, OrderState.SENT, 1, false));
    assertThat(after(file, heard("other", 1, OrderState.SENT))).isEqualTo(file);
  }

  @Test
  void theLastTwoHundredEntriesStay() {
    CaseFile file = opened(transfer(CARD, 1));
    for (int i = 1; i <= CaseFile.TIMELINE_MAX; i++) {
      file = after(file, heard("order1", i, OrderState.SENT));
    }
    assertThat(file.timeline()).hasSize(CaseFile.TIMELINE_MAX);
    assertThat(file.timeline().getFirst().kind()).isEqualTo("STOP_SENT");
  }

  private static List<String> links(CaseFile file) {
    return file.report().transfers().stream().map(Transfer::stopOrder).toList();
  }

  private static Transfer[] copies(int count) {
    return new ArrayList<>(Collections.nCopies(count, Reports.transfer(CARD, 1)))
        .toArray(Transfer[]::new);
  }
}
