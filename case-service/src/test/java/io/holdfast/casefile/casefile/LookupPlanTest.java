package io.holdfast.casefile.casefile;

import static io.holdfast.casefile.casefile.Cases.after;
import static io.holdfast.casefile.casefile.Cases.heardLookup;
import static io.holdfast.casefile.report.Reports.CARD;
import static io.holdfast.casefile.report.Reports.NOON;
import static io.holdfast.casefile.report.Reports.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.casefile.report.AccountKind;
import io.holdfast.casefile.report.Finding;
import io.holdfast.casefile.report.Report;
import io.holdfast.casefile.report.ReportRule;
import io.holdfast.casefile.report.Reports;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Payments to an account the victim does not know. All data made up (测试). */
class LookupPlanTest {
  private static final String MASKED = "6222****0018";

  @Test
  void whatCannotBeStoppedIsLookedUpAndWhatCanIsNot() {
    var opened =
        Cases.opening(
                true,
                transfer(CARD, 100),
                transfer(MASKED, 200),
                transfer("", 300),
                transfer(Reports.account(AccountKind.QR_CODE, "", "HTTPS://QR.TEST/1"), 400))
            .open(Cases.NAMES, NOON);
    assertThat(opened.stops()).hasSize(1);
    assertThat(opened.lookups())
        .extracting(LookupRequest::queryNumber)
        .containsExactly("TEST2026-000001-q01", "TEST2026-000001-q02", "TEST2026-000001-q03");
    assertThat(opened.lookups())
        .extracting(lookup -> lookup.transfer().number())
        .containsExactly(2, 3, 4);
    assertThat(opened.file().lookups()).hasSize(3);
    assertThat(Cases.opening(false, transfer(MASKED, 200)).open(Cases.NAMES, NOON).lookups())
        .as("nothing goes out for a report that is not urgent")
        .isEmpty();
  }

  @Test
  void withoutConsentItGoesOutAllTheSameAndSaysSo() {
    assertThat(remarks(true)).doesNotContain(ReportRule.LOOKUP_CONSENT_MISSING);
    assertThat(remarks(false)).contains(ReportRule.LOOKUP_CONSENT_MISSING);
  }

  private static List<ReportRule> remarks(boolean consent) {
    Report report = Reports.report(List.of(transfer(MASKED, 200).numbered(1)), consent);
    var told =
        new Opening(
                "TEST2026-000001",
                Cases.STATION,
                List.of(),
                "999001",
                report,
                List.of(),
                true,
                Cases.FILER)
            .open(Cases.NAMES, NOON);
    assertThat(told.lookups()).hasSize(1);
    return told.file().remarks().stream().map(Finding::rule).toList();
  }

  @Test
  void eachPaymentIsLookedUpOnce() {
    CaseFile file = Cases.opened(transfer(MASKED, 200));
    CaseFile more = after(file, Cases.add(true, transfer("9900****0018", 100)));
    assertThat(more.lookups()).extracting(LookupLink::transfer).containsExactly(1, 2);
    CaseFile again = after(more, Cases.complete(more.report(), true));
    assertThat(again.lookups()).hasSize(2);
  }

  @Test
  void theAnswerStandsBesideWhatTheVictimSawAndAnAccountFoundGetsNoSecondOrder() {
    CaseFile file = Cases.opened(transfer(MASKED, 200));
    CaseFile told = after(file, heardLookup("lookup1", 1, 5, LookupState.TOLD, CARD, ""));
    CaseFile opened = after(told, heardLookup("lookup1", 1, 6, LookupState.TOLD, "", "order9"));
    LookupLink link = opened.lookups().getFirst();
    assertThat(link.stopOrder()).isEqualTo("order9");
    assertThat(link.payee()).isNotNull().isEqualTo(Reports.card(CARD));
    assertThat(opened.report().transfers().getFirst().payee().number().reveal())
        .isEqualTo("6222*0018");
    assertThat(after(opened, heardLookup("lookup1", 1, 6, LookupState.UNABLE, "", "")))
        .as("heard before")
        .isEqualTo(opened);

    CaseFile order = after(opened, Cases.heard("order9", 1, OrderState.ISSUED));
    CaseFile added = after(order, Cases.add(true, transfer(CARD, 300)));
    assertThat(OrderLink.asked(added.orders())).as("no second order").isZero();
    assertThat(added.report().transfers().getLast().stopOrder()).isEqualTo("order9");

    CaseFile taken = after(opened, heardLookup("lookup1", 1, 7, LookupState.UNABLE, "", ""));
    assertThat(taken.lookups().getFirst().payee()).isNull();
    assertThat(taken.lookups().getFirst().stopOrder()).isEmpty();
    CaseFile led = after(opened, heardLookup("other", 1, 1, LookupState.ISSUED, "", ""));
    assertThat(led.lookups()).hasSize(2);
  }
}
