package io.holdfast.casefile.desk;

import static io.holdfast.casefile.desk.CaseBench.BANK;
import static io.holdfast.casefile.desk.CaseBench.NEIGHBOUR;
import static io.holdfast.casefile.desk.CaseBench.STATION;
import static io.holdfast.casefile.desk.CaseBench.officer;
import static io.holdfast.casefile.report.Reports.CARD;
import static io.holdfast.casefile.report.Reports.OTHER_CARD;
import static io.holdfast.casefile.report.Reports.transfer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.holdfast.casefile.casefile.CaseFile;
import io.holdfast.casefile.casefile.OrderLink;
import io.holdfast.casefile.report.Account;
import io.holdfast.casefile.report.AccountKind;
import io.holdfast.casefile.report.Report;
import io.holdfast.casefile.report.Reports;
import io.holdfast.casefile.report.Transfer;
import io.holdfast.kit.access.Call;
import io.holdfast.kit.mongo.Stored;
import io.holdfast.kit.problem.KitReason;
import io.holdfast.kit.problem.Problem;
import io.holdfast.kit.problem.Reason;
import io.holdfast.proto.access.v1.Receiver;
import io.holdfast.proto.access.v1.Role;
import io.holdfast.proto.casefile.v1.CaseEvent;
import io.holdfast.proto.casefile.v1.StopRequest;
import io.holdfast.proto.event.v1.Event;
import io.holdfast.testkit.Eventually;
import io.holdfast.testkit.StoreExtension;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Reports on the real store. */
class ReportDeskTest {
  private static final int WRITES_MAX = 5;

  @RegisterExtension final StoreExtension stores = new StoreExtension();

  private final CaseBench bench = new CaseBench(stores.fresh());
  private long scansBefore;

  @BeforeEach
  void countScans() {
    scansBefore = stores.fullScans();
  }

  @AfterEach
  void close() {
    bench.close();
    assertThat(stores.fullScans()).isEqualTo(scansBefore);
  }

  @Test
  void theAnswerNamesTheOrdersThatFreezeServiceIsToldToMake() throws Exception {
    Stored<CaseFile> filed =
        bench.file(officer("a", STATION), "r1", transfer(CARD, 100), transfer(OTHER_CARD, 20));

    Event event = toFreeze(1).getFirst();
    CaseEvent told = event.getData().unpack(CaseEvent.class);
    assertThat(told.getStopsRequested().getStopsList())
        .extracting(StopRequest::getStopOrder)
        .isEqualTo(filed.state().orders().stream().map(OrderLink::stopOrder).toList());
    assertThat(told.getStopsRequested().getStops(0).getOrderNumber())
        .isEqualTo(filed.state().receiptNumber() + "-01");
    assertThat(told.getCard().getStationAncestorsList()).containsExactly(CaseBench.COUNTY);
    assertThat(told.getCard().getPolicy()).isEqualTo("demo");
    assertThat(bench.told(Receiver.LIAISON_SERVICE)).isEmpty();
  }

  @Test
  void theOfficersOwnNameAndNumberComeFromHisToken() {
    Report report = Reports.report();
    var nobody =
        new io.holdfast.casefile.report.OfficerCard(
            io.holdfast.kit.value.Personal.of(io.holdfast.kit.value.Personal.Kind.NAME, ""),
            "",
            report.officer().phone());
    Call call = officer("a", STATION);
    CaseFile file = bench.file(call, report.by(nobody), true, "", "r1").state();
    assertThat(file.report().officer().name().reveal()).isEqualTo("测试a");
    assertThat(file.report().officer().officerNumber()).isEqualTo(call.caller().officerNumber());
  }

  @Test
  void aRepeatGetsTheFirstCaseAndNoSecondOrder() {
    Stored<CaseFile> first = bench.file(officer("a", STATION), "r1", transfer(CARD, 100));
    toFreeze(1);
    Stored<CaseFile> again = bench.file(officer("a", STATION), "r1", transfer(CARD, 100));
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.state()).isEqualTo(first.state());
    Stored<CaseFile> next = bench.file(officer("a", STATION), "r2", transfer(CARD, 100));
    assertThat(next.state().receiptNumber()).endsWith("-000002");
  }

  @Test
  void aRepeatIsJudgedAsItWasThen() {
    Account payee = account(BANK);
    Stored<CaseFile> first = bench.file(officer("a", STATION), "r1", transfer(payee, 100));
    bench.directory.set(Optional.empty());
    assertThat(bench.file(officer("a", STATION), "r1", transfer(payee, 100)).id())
        .isEqualTo(first.id());
  }

  @Test
  void otherContentUnderTheSameRequestIdIsRefused() {
    bench.file(officer("a", STATION), "r1", transfer(CARD, 100));
    assertThat(refusal(() -> bench.file(officer("a", STATION), "r1", transfer(CARD, 101))))
        .isEqualTo(KitReason.REQUEST_ID_REUSED);
  }

  @Test
  void requestIdsOfTwoOfficersAreTheirOwn() {
    Stored<CaseFile> one = bench.file(officer("a", STATION), "r1", transfer(CARD, 100));
    Stored<CaseFile> two = bench.file(officer("b", STATION), "r1", transfer(CARD, 100));
    assertThat(two.id()).isNotEqualTo(one.id());
  }

  @Test
  void receiptNumbersRiseWithoutGapsPerStation() {
    assertThat(receipt("a", STATION, "r1")).isEqualTo("TEST000000012026-000001");
    assertThat(receipt("a", STATION, "r2")).isEqualTo("TEST000000012026-000002");
    assertThat(receipt("n", NEIGHBOUR, "r1")).isEqualTo("TEST000000022026-000001");
    refusal(
        () -> bench.file(officer("a", STATION), "r3", transfer(account(CaseBench.REAL_BANK), 1)));
    assertThat(receipt("a", STATION, "r4")).isEqualTo("TEST000000012026-000003");
  }

  @Test
  void theCommandCentreAboveNamesTheStation() {
    Call above = CaseBench.call("c", CaseBench.COUNTY, "999001", Role.COMMAND_CENTRE);
    Stored<CaseFile> filed = bench.file(above, Reports.report(), true, STATION, "r1");
    assertThat(filed.state().station()).isEqualTo(STATION);
    assertThat(filed.access().owner()).containsExactly(STATION, CaseBench.COUNTY);
  }

  @Test
  void anotherStationsReportsAreNotTheCallersToFile() {
    assertThat(
            refusal(
                () -> bench.file(officer("a", STATION), Reports.report(), true, NEIGHBOUR, "r1")))
        .isEqualTo(KitReason.ACCESS_DENIED);
  }

  @Test
  void institutionsMustBeKnownAndOfTheSameWorld() {
    assertThat(refusedPayee(CaseBench.REAL_BANK)).isEqualTo(CaseReason.DEMO_REAL_MIXED);
    assertThat(refusedPayee("nobody")).isEqualTo(CaseReason.INSTITUTION_UNKNOWN);
    assertThat(refusedPayee(CaseBench.CLOSED_BANK)).isEqualTo(CaseReason.INSTITUTION_UNKNOWN);
    assertThat(refusedPayee(NEIGHBOUR)).isEqualTo(CaseReason.INSTITUTION_UNKNOWN);
    assertThat(
            refusal(
                () ->
                    bench.file(
                        officer("r", CaseBench.REAL_STATION), "r1", transfer(account(BANK), 1))))
        .isEqualTo(CaseReason.DEMO_REAL_MIXED);
    assertThat(refusal(() -> bench.file(officer("x", BANK), "r1", transfer(CARD, 1))))
        .isEqualTo(CaseReason.INSTITUTION_UNKNOWN);
    assertThat(refusal(() -> bench.file(officer("s", CaseBench.STRAY), "r1", transfer(CARD, 1))))
        .isEqualTo(CaseReason.POLICY_MISSING);
  }

  @Test
  void withoutAFirstCopyOfTheDirectoryNobodyGuesses() {
    bench.directory.set(Optional.empty());
    assertThat(refusal(() -> bench.file(officer("a", STATION), "r1", transfer(CARD, 1))))
        .isEqualTo(KitReason.PEER_UNAVAILABLE);
  }

  @Test
  void faultsAreNamedFieldByFieldWithoutTheirValues() {
    Problem problem =
        problem(
            () -> bench.file(officer("a", STATION), "r1", transfer(CARD, 0), transfer(CARD, -5)));
    assertThat(problem.reason()).isEqualTo(KitReason.VALIDATION_FAILED);
    assertThat(problem.violations())
        .extracting(Problem.Violation::field)
        .containsExactly("report.transfers[0].amountFen", "report.transfers[1].amountFen");
    assertThat(problem.violations().toString()).doesNotContain(CARD).doesNotContain("-5");
  }

  @Test
  void freezeServiceDownHoldsNoReportUpAndGetsItLaterOnce() {
    bench.outlets.takeDown(Receiver.FREEZE_SERVICE);
    bench.startWorkers();
    Stored<CaseFile> filed = bench.file(officer("a", STATION), "r1", transfer(CARD, 100));
    assertThat(filed.state().orders()).hasSize(1);
    assertThat(bench.told(Receiver.FREEZE_SERVICE)).isEmpty();
    bench.outlets.bringUp(Receiver.FREEZE_SERVICE);
    Eventually.holds(
        "delivered after the receiver's return",
        () -> {
          bench.clock.advance(Duration.ofSeconds(3));
          return !bench.told(Receiver.FREEZE_SERVICE).isEmpty();
        });
    assertThat(toFreeze(1)).hasSize(1);
  }

  @Test
  void threeAccountsCostFewDurableWrites() {
    bench.file(officer("a", STATION), "r0", transfer(CARD, 1));
    toFreeze(1);
    settled();
    long before = bench.store.writeCount();
    bench.file(
        officer("a", STATION),
        "r1",
        transfer(CARD, 100),
        transfer(OTHER_CARD, 20),
        transfer(Reports.account(AccountKind.WALLET, "测试支付", "ceshi@example.test"), 3));
    toFreeze(2);
    settled();
    long writes = bench.store.writeCount() - before;
    assertThat(writes).as("durable writes of one report").isBetween(3L, (long) WRITES_MAX);
  }

  /** Waits until the last report is delivered, filed and audited: the store falls silent. */
  private void settled() {
    var last = new long[] {-1};
    Eventually.holds(
        "no more writes",
        () -> {
          long before = last[0];
          last[0] = bench.store.writeCount();
          LockSupport.parkNanos(200_000_000);
          return before == last[0];
        });
  }

  private List<Event> toFreeze(int atLeast) {
    Eventually.holds(
        "told freeze-service", () -> bench.told(Receiver.FREEZE_SERVICE).size() >= atLeast);
    return bench.told(Receiver.FREEZE_SERVICE);
  }

  private String receipt(String officer, String station, String request) {
    return bench
        .file(officer(officer, station), request, transfer(CARD, 100))
        .state()
        .receiptNumber();
  }

  private Reason refusedPayee(String institution) {
    Transfer transfer = transfer(account(institution), 1);
    return refusal(() -> bench.file(officer("a", STATION), institution, transfer));
  }

  private static Account account(String institution) {
    return new Account(
        AccountKind.CARD, "", institution, Reports.card(CARD).number(), Reports.card(CARD).name());
  }

  private static Reason refusal(ThrowingCallable act) {
    return problem(act).reason();
  }

  private static Problem problem(ThrowingCallable act) {
    return catchThrowableOfType(Problem.class, act);
  }
}
