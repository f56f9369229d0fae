package io.holdfast.casefile.desk;

import static io.holdfast.casefile.desk.CaseBench.NEIGHBOUR;
import static io.holdfast.casefile.desk.CaseBench.STATION;
import static io.holdfast.casefile.desk.CaseBench.approver;
import static io.holdfast.casefile.desk.CaseBench.officer;
import static io.holdfast.casefile.report.Reports.CARD;
import static io.holdfast.casefile.report.Reports.OTHER_CARD;
import static io.holdfast.casefile.report.Reports.RESIDENT_ID;
import static io.holdfast.casefile.report.Reports.transfer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.protobuf.StatusProto;
import io.holdfast.casefile.casefile.CaseFile;
import io.holdfast.casefile.casefile.CaseState;
import io.holdfast.casefile.report.Reports;
import io.holdfast.kit.access.Call;
import io.holdfast.kit.mongo.Page;
import io.holdfast.kit.mongo.Stored;
import io.holdfast.kit.problem.KitReason;
import io.holdfast.kit.problem.Problem;
import io.holdfast.kit.problem.Reason;
import io.holdfast.proto.access.v1.Receiver;
import io.holdfast.proto.access.v1.Role;
import io.holdfast.proto.casefile.v1.CaseEvent;
import io.holdfast.proto.casefile.v1.CaseEvent.ChangeCase;
import io.holdfast.testkit.Eventually;
import io.holdfast.testkit.StoreExtension;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is done to cases and how they are found, on the real store. */
class CaseDeskTest {
  @RegisterExtension final StoreExtension stores = new StoreExtension();

  private final CaseBench bench = new CaseBench(stores.fresh());
  private final Call officer = officer("a", STATION);
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
  void foreignAndAbsentAreRefusedAlike() {
    String id = bench.file(officer, "r1", transfer(CARD, 1)).id();
    Call foreign = officer("n", NEIGHBOUR);
    Problem other = problem(() -> bench.desk.get(foreign, id));
    Problem none = problem(() -> bench.desk.get(foreign, "0".repeat(26)));
    assertThat(StatusProto.fromThrowable(other.toStatus()))
        .isEqualTo(StatusProto.fromThrowable(none.toStatus()));
    assertThat(other.reason()).isEqualTo(none.reason()).isEqualTo(KitReason.ACCESS_DENIED);
    assertThat(refusal(() -> bench.review(foreign, id, ""))).isEqualTo(KitReason.ACCESS_DENIED);
  }

  @Test
  void theFilingLifeIsToldToTheDesksThatDecide() {
    String id = bench.file(officer, "r1", transfer(CARD, 1)).id();
    bench.review(officer, id, "");
    assertThat(refusal(() -> bench.review(officer, id, ""))).isEqualTo(CaseReason.CASE_WRONG_STATE);
    bench.decline(approver("b"), id);
    Stored<CaseFile> filed = bench.accept(approver("b"), id);

    assertThat(filed.state().state().name()).isEqualTo(CaseState.Name.FILED);
    Eventually.holds(
        "told liaison-service", () -> bench.told(Receiver.LIAISON_SERVICE).size() == 3);
    assertThat(bench.told(Receiver.LIAISON_SERVICE))
        .extracting(event -> event.getData().unpack(CaseEvent.class).getChangeCase())
        .containsExactly(ChangeCase.REVIEWED, ChangeCase.DECLINED, ChangeCase.ACCEPTED);
    assertThat(bench.told(Receiver.FREEZE_SERVICE)).hasSize(1);
  }

  @Test
  void theApplicantDoesNotApprove() {
    String id = bench.file(officer, "r1", transfer(CARD, 1)).id();
    bench.review(approver("b"), id, "");
    assertThat(refusal(() -> bench.accept(approver("b"), id)))
        .isEqualTo(CaseReason.APPLICANT_IS_APPROVER);
    assertThat(refusal(() -> bench.decline(approver("b"), id)))
        .isEqualTo(CaseReason.APPLICANT_IS_APPROVER);
    assertThat(bench.accept(approver("c"), id).state().state().name())
        .isEqualTo(CaseState.Name.FILED);
  }

  @Test
  void whoInsistsOnAnOldStateIsRefused() {
    Stored<CaseFile> filed = bench.file(officer, "r1", transfer(CARD, 1));
    bench.add(officer, filed.id(), "r2", transfer(OTHER_CARD, 2));
    assertThat(refusal(() -> bench.review(officer, filed.id(), filed.etag())))
        .isEqualTo(KitReason.STALE);
  }

  @Test
  void transfersAddedTwiceUnderOneRequestIdAreAddedOnce() {
    String id = bench.file(officer, "r1", transfer(CARD, 1)).id();
    bench.add(officer, id, "r2", transfer(OTHER_CARD, 2));
    Stored<CaseFile> again = bench.add(officer, id, "r2", transfer(OTHER_CARD, 2));
    assertThat(again.state().report().transfers()).hasSize(2);
    assertThat(again.state().orders()).hasSize(2);
    Eventually.holds(
        "both orders asked for", () -> bench.told(Receiver.FREEZE_SERVICE).size() == 2);
  }

  @Test
  void transfersAreHeldAgainstTheSameRules() {
    String id = bench.file(officer, "r1", transfer(CARD, 1)).id();
    Problem problem = problem(() -> bench.add(officer, id, "r2", transfer(CARD, 0)));
    assertThat(problem.violations())
        .extracting(Problem.Violation::field)
        .containsExactly("transfers[0].amountFen");
    bench.review(officer, id, "");
    bench.decline(approver("b"), id);
    assertThat(refusal(() -> bench.add(officer, id, "r3", transfer(CARD, 1))))
        .isEqualTo(CaseReason.CASE_WRONG_STATE);
  }

  @Test
  void aFullCaseSaysItsLimit() {
    String id = bench.file(officer, "r1", transfer(CARD, 1)).id();
    var hundred = new io.holdfast.casefile.report.Transfer[100];
    java.util.Arrays.fill(hundred, transfer(CARD, 1));
    assertThat(refusal(() -> bench.add(officer, id, "r2", hundred)))
        .isEqualTo(KitReason.LIMIT_REACHED);
  }

  @Test
  void aCaseIsFoundByEachOfItsNumbersWithinTheScopeOnly() {
    Stored<CaseFile> filed = bench.file(officer, "r1", transfer(CARD, 1));
    for (Set<String> keys :
        List.of(
            Set.of(bench.keys.account(CARD.substring(0, 4) + " " + CARD.substring(4))),
            bench.keys.phone("138 0000 0000"),
            bench.keys.phone("+8613900000000"),
            Set.of(bench.keys.idNumber(RESIDENT_ID.toLowerCase(java.util.Locale.ROOT))),
            Set.of(bench.keys.receipt(filed.state().receiptNumber())))) {
      Eventually.holds(
          "found", () -> ids(bench.finder.search(officer, keys, 0, "")).contains(filed.id()));
      assertThat(bench.finder.search(officer("n", NEIGHBOUR), keys, 0, "").items()).isEmpty();
    }
    assertThat(bench.finder.search(officer, Set.of(bench.keys.account(OTHER_CARD)), 0, "").items())
        .isEmpty();
  }

  @Test
  void whatIsFoundComesInPages() {
    for (int i = 0; i < 3; i++) {
      bench.file(officer, "r" + i, transfer(CARD, 1));
    }
    Set<String> keys = Set.of(bench.keys.account(CARD));
    Eventually.holds("filed", () -> bench.finder.search(officer, keys, 0, "").items().size() == 3);
    var first = bench.finder.search(officer, keys, 2, "");
    var second = bench.finder.search(officer, keys, 2, first.nextPageToken());
    assertThat(first.items()).hasSize(2);
    assertThat(second.items()).hasSize(1);
    assertThat(second.nextPageToken()).isEmpty();
    assertThat(ids(first)).doesNotContainAnyElementsOf(ids(second));
    assertThat(refusal(() -> bench.finder.search(officer, keys, 2, "nothing")))
        .isEqualTo(KitReason.PAGE_TOKEN_INVALID);
  }

  @Test
  void listsShowWhatTheScopeReachesNewestFirst() {
    Stored<CaseFile> one = bench.file(officer, "r1", transfer(CARD, 1));
    bench.clock.advance(java.time.Duration.ofSeconds(1));
    Stored<CaseFile> two = bench.file(officer, "r2", transfer(CARD, 1));
    Stored<CaseFile> other = bench.file(officer("n", NEIGHBOUR), "r1", transfer(CARD, 1));
    bench.review(officer, one.id(), "");

    assertThat(ids(bench.finder.list(officer, null, 0, ""))).containsExactly(two.id(), one.id());
    assertThat(ids(bench.finder.list(officer, CaseState.Name.REVIEW, 0, "")))
        .containsExactly(one.id());
    assertThat(ids(bench.finder.list(approver("b"), null, 0, "")))
        .containsExactlyInAnyOrder(one.id(), two.id(), other.id());
    Call auditor = CaseBench.call("d", CaseBench.COUNTY, "999002", Role.AUDITOR);
    assertThat(ids(bench.finder.list(auditor, null, 0, ""))).containsExactly(other.id());
    assertThat(ids(bench.finder.list(auditor, CaseState.Name.REVIEW, 0, ""))).isEmpty();
  }

  @Test
  void listsComeInPages() {
    for (int i = 0; i < 3; i++) {
      bench.file(officer, "r" + i, Reports.transfer(CARD, 1));
    }
    var first = bench.finder.list(officer, null, 2, "");
    var second = bench.finder.list(officer, null, 2, first.nextPageToken());
    assertThat(ids(first)).hasSize(2).doesNotContainAnyElementsOf(ids(second));
    assertThat(second.items()).hasSize(1);
  }

  private static List<String> ids(Page<Stored<CaseFile>> page) {
    return page.items().stream().map(Stored::id).toList();
  }

  private static Reason refusal(ThrowingCallable act) {
    return problem(act).reason();
  }

  private static Problem problem(ThrowingCallable act) {
    return catchThrowableOfType(Problem.class, act);
  }
}
