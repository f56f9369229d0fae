package io.holdfast.casefile.grpc;

import static io.holdfast.casefile.desk.CaseBench.BANK;
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
import io.holdfast.proto.casefile.v1.FileReportRequest;
import io.holdfast.proto.casefile.v1.ProtectVictimRequest;
import io.holdfast.proto.casefile.v1.ReleaseProtectionRequest;
import io.holdfast.proto.casefile.v1.Transfer;
import io.holdfast.proto.casefile.v1.VictimConsent;
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

/** The victim's own accounts, and transfers told later for an order under way. */
class ProtectionTest {
  @RegisterExtension final StoreExtension stores = new StoreExtension();

  private final CaseBench bench = new CaseBench(stores.fresh());
  private final TestServer server = new TestServer(bench.clock, bench.grpc());
  private final CasesBlockingStub officer =
      CasesGrpc.newBlockingStub(
          server.as(TestTokens.person("a", STATION, "999001", Role.STATION_OFFICER)));

  @AfterEach
  void close() throws InterruptedException {
    server.close();
    bench.close();
  }

  @Test
  void allHisAccountsAreStoppedInOneActionAndFreedOnHisWord() throws Exception {
    Case filed = officer.fileReport(report());
    Case after = officer.protectVictim(protect(filed.getId(), OTHER_CARD).build());
    assertThat(after.getStopOrdersList()).hasSize(2);
    assertThat(after.getStopOrders(0).getProtective()).isFalse();
    assertThat(after.getStopOrders(1).getProtective()).isTrue();
    assertThat(
            officer.protectVictim(protect(filed.getId(), OTHER_CARD).build()).getStopOrdersList())
        .as("no second one on an account under way")
        .hasSize(2);
    var asked = told(2).get(1).getStopsRequested().getStops(0);
    assertThat(asked.getConsent().getForm()).isEqualTo("当面签字");
    assertThat(asked.getTransfersList()).isEmpty();

    officer.releaseProtection(
        ReleaseProtectionRequest.newBuilder().setId(filed.getId()).setWordForm("回访电话").build());
    assertThat(told(3).get(2).getProtectionReleased().getStopOrdersList())
        .containsExactly(after.getStopOrders(1).getStopOrder());
  }

  @Test
  void withoutAFullNumberThereIsNothingToStop() {
    Case filed = officer.fileReport(report());
    assertThat(
            Refusals.reason(
                () ->
                    officer.protectVictim(
                        protect(filed.getId(), OTHER_CARD).clearAccounts().build())))
        .isEqualTo("PROTECTION_NOTHING_TO_STOP");
    var later = protect(filed.getId(), OTHER_CARD);
    later.getConsentBuilder().getConsentTimeBuilder().setSeconds(NOON.getEpochSecond() + 900);
    assertThat(Refusals.reason(() -> officer.protectVictim(later.build())))
        .isEqualTo("VALIDATION_FAILED");
    assertThat(
            Refusals.reason(
                () -> officer.protectVictim(protect(filed.getId(), "9990****0007").build())))
        .isEqualTo("VALIDATION_FAILED");
  }

  @Test
  void aTransferToldLaterReachesTheOrderUnderWay() throws Exception {
    Case filed = officer.fileReport(report());
    officer.addTransfers(
        AddTransfersRequest.newBuilder()
            .setId(filed.getId())
            .setUrgent(true)
            .addTransfers(transfer(CARD, 700))
            .build());
    var joined = told(2).get(1).getTransfersJoined().getOrders(0);
    assertThat(joined.getStopOrder()).isEqualTo(filed.getStopOrders(0).getStopOrder());
    assertThat(joined.getTransfers(0).getNumber()).isEqualTo(2);
    assertThat(joined.getTransfers(0).getAmountFen()).isEqualTo(700);
  }

  private List<CaseEvent> told(int atLeast) throws Exception {
    Eventually.holds("told", () -> bench.told(Receiver.FREEZE_SERVICE).size() >= atLeast);
    List<CaseEvent> events = new ArrayList<>();
    for (var event : bench.told(Receiver.FREEZE_SERVICE)) {
      events.add(event.getData().unpack(CaseEvent.class));
    }
    return events;
  }

  private static FileReportRequest report() {
    var request = FileReportRequest.newBuilder().setUrgent(true);
    request.getReportBuilder().addTransfers(transfer(CARD, 5_000_000));
    return request.build();
  }

  private static Transfer transfer(String card, long fen) {
    return Transfer.newBuilder()
        .setAmountFen(fen)
        .setTransferTime(Timestamp.newBuilder().setSeconds(NOON.getEpochSecond() - 1_320))
        .setPayee(Account.newBuilder().setInstitution(BANK).setAccountNumber(card))
        .build();
  }

  private static ProtectVictimRequest.Builder protect(String id, String account) {
    return ProtectVictimRequest.newBuilder()
        .setId(id)
        .addAccounts(Account.newBuilder().setInstitution(BANK).setAccountNumber(account))
        .setConsent(
            VictimConsent.newBuilder()
                .setForm("当面签字")
                .setConsentTime(Timestamp.newBuilder().setSeconds(NOON.getEpochSecond() - 60)));
  }
}
