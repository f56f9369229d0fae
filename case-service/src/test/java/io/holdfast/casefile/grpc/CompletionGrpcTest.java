package io.holdfast.casefile.grpc;

import static io.holdfast.casefile.desk.CaseBench.NEIGHBOUR;
import static io.holdfast.casefile.desk.CaseBench.STATION;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import io.holdfast.casefile.desk.CaseBench;
import io.holdfast.casefile.report.Reports;
import io.holdfast.proto.access.v1.Role;
import io.holdfast.proto.casefile.v1.Account;
import io.holdfast.proto.casefile.v1.AccountKind;
import io.holdfast.proto.casefile.v1.Case;
import io.holdfast.proto.casefile.v1.CaseState;
import io.holdfast.proto.casefile.v1.CasesGrpc;
import io.holdfast.proto.casefile.v1.CasesGrpc.CasesBlockingStub;
import io.holdfast.proto.casefile.v1.CompleteReportRequest;
import io.holdfast.proto.casefile.v1.Contact;
import io.holdfast.proto.casefile.v1.ContactKind;
import io.holdfast.proto.casefile.v1.FileReportRequest;
import io.holdfast.proto.casefile.v1.IdType;
import io.holdfast.proto.casefile.v1.Remark;
import io.holdfast.proto.casefile.v1.Transfer;
import io.holdfast.testkit.Refusals;
import io.holdfast.testkit.StoreExtension;
import io.holdfast.testkit.TestServer;
import io.holdfast.testkit.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Reports completed after they were filed, and reports without a transfer. */
class CompletionGrpcTest {
  @RegisterExtension final StoreExtension stores = new StoreExtension();

  private final CaseBench bench = new CaseBench(stores.fresh());
  private final TestServer server = new TestServer(bench.clock, bench.grpc());
  private final CasesBlockingStub officer = stub("a", STATION, Role.STATION_OFFICER);

  @AfterEach
  void close() throws InterruptedException {
    server.close();
    bench.close();
  }

  @Test
  void zeroTransfersAreAValidReport() {
    for (boolean urgent : new boolean[] {false, true}) {
      var request = request("r" + urgent).setUrgent(urgent);
      request.getReportBuilder().clearTransfers();
      Case filed = officer.fileReport(request.build());
      assertThat(filed.getState()).isEqualTo(CaseState.RECEIVED);
      assertThat(filed.getReceiptNumber()).isNotEmpty();
      assertThat(filed.getStopOrdersList()).isEmpty();
      assertThat(filed.getRemarksList()).extracting(Remark::getRule).contains("NO_TRANSFER");
      assertThat(filed.getRemarksList().toString().contains("NO_STOP_SENT")).isEqualTo(urgent);
    }
  }

  @Test
  void aReportIsCompletedAndTheOneBeforeStays() {
    Case filed = officer.fileReport(request("r1").build());
    var completion =
        CompleteReportRequest.newBuilder().setId(filed.getId()).setUrgent(true).setRequestId("c1");
    completion.getReportBuilder().setNarrative("测试：补充案情");
    completion
        .getReportBuilder()
        .addTransfers(filed.getReport().getTransfers(0).toBuilder().setSerialNumber("L1"));
    Case completed = officer.completeReport(completion.build());
    assertThat(completed.getReport().getNarrative()).isEqualTo("测试：补充案情");
    assertThat(completed.getReport().getTransfersList()).hasSize(1);
    assertThat(completed.getReport().getTransfers(0).getSerialNumber()).isEqualTo("L1");
    assertThat(completed.getReport().getVictim()).isEqualTo(filed.getReport().getVictim());
    assertThat(completed.getReport().getContactsList()).hasSize(1);
    assertThat(completed.getStopOrdersList()).isEqualTo(filed.getStopOrdersList());
    assertThat(completed.getEarlierReportsList()).hasSize(1);
    assertThat(completed.getEarlierReports(0).getReport()).isEqualTo(filed.getReport());
    assertThat(completed.getEarlierReports(0).getCompletedBy()).isEqualTo("sub-a");
    assertThat(officer.completeReport(completion.build())).isEqualTo(completed);

    var unknown = completion.clone().setRequestId("c2");
    unknown.getReportBuilder().getTransfersBuilder(0).setNumber(7);
    assertThat(Refusals.reason(() -> officer.completeReport(unknown.build())))
        .isEqualTo("VALIDATION_FAILED");
    var stale = completion.clone().setRequestId("c3").setEtag(filed.getEtag());
    assertThat(Refusals.reason(() -> officer.completeReport(stale.build()))).isEqualTo("STALE");
    CasesBlockingStub foreign = stub("n", NEIGHBOUR, Role.STATION_OFFICER);
    assertThat(Refusals.reason(() -> foreign.completeReport(unknown.build())))
        .isEqualTo("ACCESS_DENIED");
  }

  private static FileReportRequest.Builder request(String requestId) {
    var request = FileReportRequest.newBuilder().setUrgent(true).setRequestId(requestId);
    request
        .getReportBuilder()
        .addContacts(Contact.newBuilder().setKind(ContactKind.MOBILE).setDisplayed("138-0013-8000"))
        .addTransfers(
            Transfer.newBuilder()
                .setAmountFen(5_000_000)
                .setTransferTime(
                    Timestamp.newBuilder().setSeconds(Reports.NOON.getEpochSecond() - 1_320))
                .setPayee(
                    Account.newBuilder()
                        .setKind(AccountKind.CARD)
                        .setInstitution(CaseBench.BANK)
                        .setAccountName("测试收款人")
                        .setAccountNumber("9900 0100 0000 0000 018")));
    request
        .getReportBuilder()
        .getVictimBuilder()
        .setName("测试某")
        .setIdType(IdType.RESIDENT_ID)
        .setIdNumber(Reports.RESIDENT_ID);
    return request;
  }

  private CasesBlockingStub stub(String name, String institution, Role role) {
    return CasesGrpc.newBlockingStub(
        server.as(TestTokens.person(name, institution, "999001", role)));
  }
}
