package io.holdfast.casefile.grpc;

import static io.holdfast.casefile.desk.CaseBench.BANK;
import static io.holdfast.casefile.desk.CaseBench.COUNTY;
import static io.holdfast.casefile.desk.CaseBench.NEIGHBOUR;
import static io.holdfast.casefile.desk.CaseBench.STATION;
import static io.holdfast.casefile.report.Reports.CARD;
import static io.holdfast.casefile.report.Reports.NOON;
import static io.holdfast.casefile.report.Reports.OTHER_CARD;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import io.holdfast.casefile.desk.CaseBench;
import io.holdfast.proto.access.v1.Receiver;
import io.holdfast.proto.access.v1.Role;
import io.holdfast.proto.casefile.v1.Account;
import io.holdfast.proto.casefile.v1.AddTransfersRequest;
import io.holdfast.proto.casefile.v1.Case;
import io.holdfast.proto.casefile.v1.CaseEvent;
import io.holdfast.proto.casefile.v1.CasesGrpc;
import io.holdfast.proto.casefile.v1.CasesGrpc.CasesBlockingStub;
import io.holdfast.proto.casefile.v1.CompleteReportRequest;
import io.holdfast.proto.casefile.v1.ConfirmSecondOfficerRequest;
import io.holdfast.proto.casefile.v1.FileReportRequest;
import io.holdfast.proto.casefile.v1.GetCaseRequest;
import io.holdfast.proto.casefile.v1.SecondOfficerConfirmation;
import io.holdfast.proto.casefile.v1.TimelineEntry;
import io.holdfast.proto.casefile.v1.Transfer;
import io.holdfast.testkit.Eventually;
import io.holdfast.testkit.Refusals;
import io.holdfast.testkit.StoreExtension;
import io.holdfast.testkit.TestServer;
import io.holdfast.testkit.TestTokens;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The second officer (协查人) confirms for himself. */
class SecondOfficerTest {
  // Every test token carries it.
  private static final String NUMBER = "999001";

  @RegisterExtension final StoreExtension stores = new StoreExtension();

  private final CaseBench bench = new CaseBench(stores.fresh());
  private final TestServer server = new TestServer(bench.clock, bench.grpc());
  private final CasesBlockingStub officer = stub("a", STATION, Role.STATION_OFFICER);
  private final CasesBlockingStub second = stub("b", STATION, Role.STATION_OFFICER);

  @AfterEach
  void close() throws InterruptedException {
    server.close();
    bench.close();
  }

  @Test
  void hisWordGoesToTheOrdersThereAreAndToThoseThatCome() throws Exception {
    Case filed = officer.fileReport(report(STATION, NUMBER));
    assertThat(filed.hasSecondOfficerConfirmation()).isFalse();
    SecondOfficerConfirmation word = second.confirmSecondOfficer(confirm(filed.getId()));
    assertThat(word.getConfirmedBy()).isEqualTo("sub-b");
    assertThat(word.getOfficerNumber()).isEqualTo(NUMBER);
    assertThat(word.getInstitution()).isEqualTo(STATION);
    assertThat(second.confirmSecondOfficer(confirm(filed.getId()))).isEqualTo(word);

    Case after = officer.getCase(GetCaseRequest.newBuilder().setId(filed.getId()).build());
    assertThat(after.getSecondOfficerConfirmation()).isEqualTo(word);
    assertThat(after.getTimelineList())
        .extracting(TimelineEntry::getKind)
        .containsOnlyOnce("SECOND_OFFICER_CONFIRMED");

    officer.addTransfers(
        AddTransfersRequest.newBuilder()
            .setId(filed.getId())
            .setUrgent(true)
            .addTransfers(transfer(OTHER_CARD))
            .build());
    List<CaseEvent> told = told(3);
    assertThat(told.get(0).getStopsRequested().hasSecondOfficerConfirmTime()).isFalse();
    assertThat(told.get(1).getSecondOfficerConfirmed().getStopOrdersList())
        .containsExactly(filed.getStopOrders(0).getStopOrder());
    assertThat(told.get(1).getSecondOfficerConfirmed().getOfficer().getName()).isEqualTo("测试b");
    assertThat(told.get(2).getStopsRequested().getSecondOfficerConfirmTime())
        .isEqualTo(word.getConfirmTime());
  }

  @Test
  void whoFiledItIsNotTheSecond() {
    Case filed = officer.fileReport(report(STATION, NUMBER));
    assertThat(Refusals.reason(() -> officer.confirmSecondOfficer(confirm(filed.getId()))))
        .isEqualTo("SECOND_OFFICER_IS_FIRST");
  }

  @Test
  void whoIsNotNamedOrOfAnotherLineLearnsNothing() {
    Case filed = officer.fileReport(report(STATION, NUMBER));
    Case other = officer.fileReport(report(STATION, "T00009"));
    byte[] absent = Refusals.bytes(() -> second.confirmSecondOfficer(confirm("0".repeat(26))));
    CasesBlockingStub neighbour = stub("n", NEIGHBOUR, Role.STATION_OFFICER);
    assertThat(Refusals.bytes(() -> neighbour.confirmSecondOfficer(confirm(filed.getId()))))
        .isEqualTo(absent);
    assertThat(Refusals.bytes(() -> second.confirmSecondOfficer(confirm(other.getId()))))
        .isEqualTo(absent);
    var machine =
        CasesGrpc.newBlockingStub(
            server.as(TestTokens.machine("m", STATION, "999001", Role.STATION_OFFICER)));
    assertThat(Refusals.reason(() -> machine.confirmSecondOfficer(confirm(filed.getId()))))
        .isEqualTo("ACCESS_DENIED");
  }

  @Test
  void heMayStandAboveOrBelowTheStation() {
    Case here = officer.fileReport(report(STATION, NUMBER));
    assertThat(
            stub("u", COUNTY, Role.UNIT_HEAD)
                .confirmSecondOfficer(confirm(here.getId()))
                .getInstitution())
        .isEqualTo(COUNTY);
    Case above = stub("g", COUNTY, Role.COMMAND_CENTRE).fileReport(report(COUNTY, NUMBER));
    assertThat(second.confirmSecondOfficer(confirm(above.getId())).getInstitution())
        .isEqualTo(STATION);
  }

  @Test
  void whoHasConfirmedIsReplacedByNobody() {
    Case filed = officer.fileReport(report(STATION, NUMBER));
    second.confirmSecondOfficer(confirm(filed.getId()));
    var completion = CompleteReportRequest.newBuilder().setId(filed.getId());
    completion.getReportBuilder().setNarrative("测试");
    completion.getReportBuilder().getSecondOfficerBuilder().setOfficerNumber("T00009");
    assertThat(
            officer
                .completeReport(completion.build())
                .getReport()
                .getSecondOfficer()
                .getOfficerNumber())
        .isEqualTo(NUMBER);
  }

  private List<CaseEvent> told(int atLeast) throws Exception {
    Eventually.holds("told", () -> bench.told(Receiver.FREEZE_SERVICE).size() >= atLeast);
    List<CaseEvent> events = new ArrayList<>();
    for (var event : bench.told(Receiver.FREEZE_SERVICE)) {
      events.add(event.getData().unpack(CaseEvent.class));
    }
    return events;
  }

  private static FileReportRequest report(String station, String secondNumber) {
    var request = FileReportRequest.newBuilder().setUrgent(true).setStation(station);
    request.getReportBuilder().getSecondOfficerBuilder().setOfficerNumber(secondNumber);
    request.getReportBuilder().addTransfers(transfer(CARD));
    return request.build();
  }

  private static Transfer transfer(String card) {
    return Transfer.newBuilder()
        .setAmountFen(5_000_000)
        .setTransferTime(Timestamp.newBuilder().setSeconds(NOON.getEpochSecond() - 1_320))
        .setPayee(Account.newBuilder().setInstitution(BANK).setAccountNumber(card))
        .build();
  }

  private static ConfirmSecondOfficerRequest confirm(String id) {
    return ConfirmSecondOfficerRequest.newBuilder().setId(id).build();
  }

  private CasesBlockingStub stub(String name, String institution, Role role) {
    return CasesGrpc.newBlockingStub(
        server.as(TestTokens.person(name, institution, "999001", role)));
  }
}
