package io.holdfast.casefile.casefile;

import static io.holdfast.casefile.report.Reports.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.casefile.casefile.CaseClock.Name;
import io.holdfast.casefile.casefile.CaseClock.State;
import io.holdfast.casefile.report.Reports;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a case owes by when, at, before and after each instant. */
class CaseClocksTest {
  private static final Duration LIMIT = Duration.ofMinutes(30);
  private static final CaseClocks.Starter STARTER =
      (name, start) ->
          new CaseClock(
              name,
              start,
              start.plus(LIMIT),
              List.of(start.plus(Duration.ofMinutes(10)), start.plus(Duration.ofMinutes(20))),
              "测试",
              0,
              false,
              null);

  private static CaseFile begun(CaseFile opened) {
    return CaseClocks.begun(opened, STARTER, NOON);
  }

  private static CaseFile then(CaseFile file, CaseCommand command) {
    return CaseClocks.followed(Cases.after(file, command), STARTER, NOON);
  }

  private static State state(CaseFile file, Name name, Instant now) {
    return file.clocks().stream()
        .filter(clock -> clock.name() == name)
        .map(clock -> clock.at(now))
        .findFirst()
        .orElseThrow();
  }

  private static Instant end(CaseFile file) {
    return file.report().receiveTime().plus(LIMIT);
  }

  @Test
  void aCaseWithAnAccountOwesOnlyItsDecision() {
    CaseFile file = begun(Cases.opened(Reports.transfer(Reports.CARD, 100)));
    assertThat(state(file, Name.ENTRY, end(file))).isEqualTo(State.MET);
    assertThat(state(file, Name.FILING_DECISION, end(file).minusMillis(1)))
        .isEqualTo(State.RUNNING);
    assertThat(state(file, Name.FILING_DECISION, end(file))).isEqualTo(State.MISSED);
  }

  @Test
  void theFirstAccountMeetsItsClockWhenItComes() {
    CaseFile file = begun(Cases.opened());
    assertThat(state(file, Name.ENTRY, NOON)).isEqualTo(State.RUNNING);
    CaseFile entered = then(file, Cases.add(false, Reports.transfer(Reports.CARD, 100)));
    assertThat(state(entered, Name.ENTRY, end(file))).isEqualTo(State.MET);
  }

  @Test
  void everyWarningAndTheEndAreToldOnceHoweverLate() {
    CaseFile file = begun(Cases.opened(Reports.transfer(Reports.CARD, 100)));
    Instant start = file.report().receiveTime();
    assertThat(CaseClocks.told(file, start.plus(Duration.ofMinutes(9)))).isEqualTo(file);
    CaseFile warned = CaseClocks.told(file, start.plus(Duration.ofMinutes(25)));
    assertThat(CaseClocks.news(file, warned)).extracting(CaseClock::warnings).containsExactly(2);
    assertThat(CaseClocks.told(warned, start.plus(Duration.ofMinutes(29)))).isEqualTo(warned);
    assertThat(CaseClocks.next(warned)).contains(end(file));
    CaseFile missed = CaseClocks.told(warned, end(file));
    assertThat(CaseClocks.news(warned, missed)).extracting(CaseClock::missed).containsExactly(true);
    assertThat(missed.timeline().getLast().kind()).isEqualTo("CLOCK_MISSED:filing-decision");
    assertThat(CaseClocks.next(missed)).isEmpty();
    assertThat(CaseClocks.told(missed, end(file).plus(LIMIT))).isEqualTo(missed);
  }

  @Test
  void aRefusalOwesANoticeUntilItIsDeliveredOrTheCaseIsFiledAfterAll() {
    CaseFile refused =
        then(
            then(begun(Cases.opened(Reports.transfer(Reports.CARD, 100))), Cases.review()),
            Cases.decline());
    assertThat(state(refused, Name.FILING_DECISION, NOON)).isEqualTo(State.MET);
    assertThat(state(refused, Name.FILING_NOTICE, NOON)).isEqualTo(State.RUNNING);
    CaseFile told = then(refused, Cases.notice());
    assertThat(state(told, Name.FILING_NOTICE, NOON.plus(LIMIT))).isEqualTo(State.MET);
    assertThat(CaseClocks.met(refused, told))
        .extracting(CaseClock::name)
        .containsExactly(Name.FILING_NOTICE);
    CaseFile filed = then(refused, Cases.accept());
    assertThat(state(filed, Name.FILING_NOTICE, NOON.plus(LIMIT))).isEqualTo(State.MET);
    // The refusal and its reason stay on record.
    assertThat(filed.earlierDecisions())
        .extracting(FilingDecision::reason)
        .containsExactly("测试：没有犯罪事实");
  }

  @Test
  void aNoticeIsDeliveredAfterTheDecisionAndNotInTheFuture() {
    CaseFile refused = Cases.in(CaseState.Name.NOT_FILED);
    for (Instant impossible : List.of(NOON.minusMillis(1), NOON.plusMillis(1))) {
      var notice =
          new FilingNotice("1", FilingNotice.Delivery.BY_POST, impossible, Cases.APPLICANT);
      assertThat(
              CaseRules.decide(
                  refused, new CaseCommand.RecordNotice(notice, Cases.STATION), Cases.NAMES, NOON))
          .isEqualTo(new Decision.Rejected(new Rejection.NoticeTimeImpossible()));
    }
  }
}
