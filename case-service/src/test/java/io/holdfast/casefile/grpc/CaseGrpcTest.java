package io.holdfast.casefile.grpc;

import static io.holdfast.casefile.desk.CaseBench.COUNTY;
import static io.holdfast.casefile.desk.CaseBench.NEIGHBOUR;
import static io.holdfast.casefile.desk.CaseBench.STATION;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import io.grpc.Channel;
import io.grpc.stub.StreamObserver;
import io.holdfast.casefile.desk.CaseBench;
import io.holdfast.casefile.report.Reports;
import io.holdfast.proto.access.v1.Role;
import io.holdfast.proto.casefile.v1.AcceptCaseRequest;
import io.holdfast.proto.casefile.v1.Account;
import io.holdfast.proto.casefile.v1.AccountKind;
import io.holdfast.proto.casefile.v1.Case;
import io.holdfast.proto.casefile.v1.CaseState;
import io.holdfast.proto.casefile.v1.CasesGrpc;
import io.holdfast.proto.casefile.v1.CasesGrpc.CasesBlockingStub;
import io.holdfast.proto.casefile.v1.Contact;
import io.holdfast.proto.casefile.v1.ContactKind;
import io.holdfast.proto.casefile.v1.DownloadEvidenceRequest;
import io.holdfast.proto.casefile.v1.Evidence;
import io.holdfast.proto.casefile.v1.FileReportRequest;
import io.holdfast.proto.casefile.v1.GetCaseRequest;
import io.holdfast.proto.casefile.v1.IdType;
import io.holdfast.proto.casefile.v1.ListCasesRequest;
import io.holdfast.proto.casefile.v1.Remark;
import io.holdfast.proto.casefile.v1.ReviewCaseRequest;
import io.holdfast.proto.casefile.v1.SearchCasesRequest;
import io.holdfast.proto.casefile.v1.Transfer;
import io.holdfast.proto.casefile.v1.UploadEvidenceRequest;
import io.holdfast.testkit.Eventually;
import io.holdfast.testkit.Refusals;
import io.holdfast.testkit.StoreExtension;
import io.holdfast.testkit.TestServer;
import io.holdfast.testkit.TestTokens;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The service's methods behind the whole interceptor chain, on the real store, with signed tokens.
 */
class CaseGrpcTest {
  private static final byte[] PDF =
      "%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"
          .getBytes(StandardCharsets.US_ASCII);

  @RegisterExtension final StoreExtension stores = new StoreExtension();

  private final CaseBench bench = new CaseBench(stores.fresh());
  private final TestServer server = new TestServer(bench.clock, bench.grpc());
  private final CasesBlockingStub officer = stub("a", STATION, Role.STATION_OFFICER);
  private long scansBefore;

  @BeforeEach
  void countScans() {
    scansBefore = stores.fullScans();
  }

  @AfterEach
  void close() throws InterruptedException {
    server.close();
    bench.close();
    assertThat(stores.fullScans()).isEqualTo(scansBefore);
  }

  @Test
  void urgentReportAnswersWithItsOrdersAndRemarks() {
    Case filed = officer.fileReport(request("r1").build());

    assertThat(filed.getState()).isEqualTo(CaseState.RECEIVED);
    assertThat(filed.getReceiptNumber()).isEqualTo("TEST000000012026-000001");
    assertThat(filed.getPolicy()).isEqualTo("demo");
    assertThat(filed.getStopOrdersList()).hasSize(1);
    assertThat(filed.getStopOrders(0).getState()).isEmpty();
    assertThat(filed.getReport().getTransfers(0).getStopOrder())
        .isEqualTo(filed.getStopOrders(0).getStopOrder())
        .hasSize(26);
    assertThat(filed.getReport().getOfficer().getName()).isEqualTo("测试a");
    assertThat(filed.getReport().getVictim().getAge()).isEqualTo(76);
    assertThat(filed.getReport().getContacts(0).getE164()).isEqualTo("+8613800138000");
    assertThat(filed.getReport().getContacts(0).getDisplayed()).isEqualTo("138-0013-8000");
    Remark remark =
        filed.getRemarksList().stream()
            .filter(found -> found.getRule().equals("SECOND_OFFICER_MISSING"))
            .findFirst()
            .orElseThrow();
    assertThat(remark.getMessage()).contains("协查人");
    assertThat(remark.getMessageEn()).contains("second officer");
    assertThat(officer.getCase(get(filed.getId()))).isEqualTo(filed);
  }

  @Test
  void aVictimsWrongFieldsHoldNothingUp() {
    var request = request("r1");
    request.getReportBuilder().getVictimBuilder().setIdNumber("110105194912310021").setPhone("1");
    Case filed = officer.fileReport(request.build());
    assertThat(filed.getStopOrdersList()).hasSize(1);
    assertThat(filed.getRemarksList())
        .extracting(Remark::getRule)
        .contains("ID_CHECK_DIGIT", "PHONE_UNREADABLE");
    assertThat(filed.getRemarksList().toString()).doesNotContain("110105194912310021");
  }

  @Test
  void aRepeatGetsTheFirstAnswerAndOtherContentIsRefused() {
    Case first = officer.fileReport(request("r1").build());
    assertThat(officer.fileReport(request("r1").build())).isEqualTo(first);
    var other = request("r1");
    other.getReportBuilder().setImpersonatedIdentity("税务局");
    assertThat(Refusals.reason(() -> officer.fileReport(other.build())))
        .isEqualTo("REQUEST_ID_REUSED");
  }

  @Test
  void foreignAndAbsentAreTheSameBytes() {
    Case filed = officer.fileReport(request("r1").build());
    CasesBlockingStub foreign = stub("n", NEIGHBOUR, Role.STATION_OFFICER);
    assertThat(Refusals.bytes(() -> foreign.getCase(get(filed.getId()))))
        .isEqualTo(Refusals.bytes(() -> foreign.getCase(get("0".repeat(26)))));
  }

  @Test
  void onlyWhoseRoleAndRegionItIsReads() {
    Case filed = officer.fileReport(request("r1").build());
    assertThat(stub("h", COUNTY, Role.UNIT_HEAD).getCase(get(filed.getId()))).isEqualTo(filed);
    assertThat(
            stub("d", "0".repeat(26), "999000", Role.AUDITOR)
                .listCases(ListCasesRequest.getDefaultInstance())
                .getCasesList())
        .extracting(found -> found.getId())
        .containsExactly(filed.getId());
    assertThat(
            Refusals.reason(
                () ->
                    stub("d", "0".repeat(26), "110000", Role.AUDITOR).getCase(get(filed.getId()))))
        .isEqualTo("ACCESS_DENIED");
    for (Role role : new Role[] {Role.BANK_LIAISON, Role.CARRIER_STAFF, Role.ADMINISTRATOR}) {
      assertThat(Refusals.reason(() -> stub("x", STATION, role).getCase(get(filed.getId()))))
          .isEqualTo("ACCESS_DENIED");
    }
  }

  @Test
  void machinesAskForNoFiling() {
    Case filed = officer.fileReport(request("r1").build());
    var machine =
        CasesGrpc.newBlockingStub(
            server.as(TestTokens.machine("m", STATION, "999001", Role.STATION_OFFICER)));
    assertThat(Refusals.reason(() -> machine.reviewCase(review(filed.getId()))))
        .isEqualTo("ACCESS_DENIED");
  }

  @Test
  void theApplicantDoesNotApprove() {
    Case filed = officer.fileReport(request("r1").build());
    CasesBlockingStub both =
        CasesGrpc.newBlockingStub(
            server.as(
                TestTokens.person("b", COUNTY, "999001", Role.UNIT_HEAD, Role.COUNTY_APPROVER)));
    Case reviewed = both.reviewCase(review(filed.getId()));
    assertThat(reviewed.getApplicant()).isEqualTo("sub-b");
    assertThat(reviewed.getApplicantCard().getName()).isEqualTo("测试b");
    assertThat(reviewed.getApplicantCard().getOfficerNumber()).isEqualTo("999001");
    assertThat(Refusals.reason(() -> both.acceptCase(accept(filed.getId()))))
        .isEqualTo("APPLICANT_IS_APPROVER");
    Case accepted = stub("c", COUNTY, Role.COUNTY_APPROVER).acceptCase(accept(filed.getId()));
    assertThat(accepted.getState()).isEqualTo(CaseState.FILED);
    assertThat(accepted.getDecision().getApprover()).isEqualTo("sub-c");
    assertThat(accepted.getApplicantCard())
        .as("the decision keeps who asked")
        .isEqualTo(reviewed.getApplicantCard());
    assertThat(Refusals.reason(() -> both.reviewCase(review(filed.getId()))))
        .isEqualTo("CASE_WRONG_STATE");
  }

  @Test
  void everySearchIsOnRecordWithoutItsNumber() {
    Case filed = officer.fileReport(request("r1").build());
    var byAccount = SearchCasesRequest.newBuilder().setAccountNumber(Reports.CARD).build();
    Eventually.holds("found", () -> officer.searchCases(byAccount).getCasesCount() == 1);
    assertThat(bench.reads.getLast().items()).containsExactly(filed.getId());
    assertThat(bench.reads.getLast().action()).isEqualTo("casefile.SearchCases");
    assertThat(bench.reads.getLast().actor().subject()).isEqualTo("sub-a");
    assertThat(bench.reads.toString()).doesNotContain(Reports.CARD);
    assertThat(Refusals.reason(() -> officer.searchCases(SearchCasesRequest.getDefaultInstance())))
        .isEqualTo("VALIDATION_FAILED");
  }

  @Test
  void evidenceComesBackAsItWasHandedIn() throws Exception {
    String id = officer.fileReport(request("r1").build()).getId();
    Evidence first = upload(id, "e1", PDF);
    assertThat(first.getNumber()).isEqualTo(1);
    assertThat(first.getContentType()).isEqualTo("application/pdf");
    assertThat(first.getFileName()).isEqualTo("测试回单.pdf");
    assertThat(upload(id, "e1", PDF)).isEqualTo(first);
    assertThat(officer.getCase(get(id)).getEvidenceList()).containsExactly(first);

    var read = new java.io.ByteArrayOutputStream();
    var pieces =
        officer.downloadEvidence(
            DownloadEvidenceRequest.newBuilder().setId(id).setNumber(1).build());
    while (pieces.hasNext()) {
      pieces.next().getData().writeTo(read);
    }
    assertThat(read.toByteArray()).isEqualTo(PDF);
    assertThat(bench.reads.getLast().action()).isEqualTo("casefile.DownloadEvidence");
  }

  @Test
  void filesThatAreNoneAreRefused() {
    String id = officer.fileReport(request("r1").build()).getId();
    assertThat(Refusals.reason(() -> upload(id, "e1", "<html>".getBytes(StandardCharsets.UTF_8))))
        .isEqualTo("FILE_TYPE_REFUSED");
    assertThat(
            Refusals.reason(
                () ->
                    officer
                        .downloadEvidence(
                            DownloadEvidenceRequest.newBuilder().setId(id).setNumber(1).build())
                        .next()))
        .isEqualTo("FILE_UNKNOWN");
    assertThat(Refusals.reason(() -> upload("0".repeat(26), "e1", PDF))).isEqualTo("ACCESS_DENIED");
  }

  private Evidence upload(String id, String requestId, byte[] bytes) throws Exception {
    var answer = new CompletableFuture<Evidence>();
    var requests =
        CasesGrpc.newStub(channel("a", STATION, "999001", Role.STATION_OFFICER))
            .uploadEvidence(
                new StreamObserver<>() {
                  @Override
                  public void onNext(Evidence evidence) {
                    answer.complete(evidence);
                  }

                  @Override
                  public void onError(Throwable thrown) {
                    answer.completeExceptionally(thrown);
                  }

                  @Override
                  public void onCompleted() {}
                });
    requests.onNext(
        UploadEvidenceRequest.newBuilder()
            .setId(id)
            .setFileName("C:\\ceshi\\测试回单.pdf")
            .setRequestId(requestId)
            .build());
    for (int i = 0; i < bytes.length; i += 16) {
      int length = Math.min(16, bytes.length - i);
      requests.onNext(
          UploadEvidenceRequest.newBuilder()
              .setChunk(ByteString.copyFrom(bytes, i, length))
              .build());
    }
    requests.onCompleted();
    try {
      return answer.get(20, TimeUnit.SECONDS);
    } catch (java.util.concurrent.ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  static FileReportRequest.Builder request(String requestId) {
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

  private static GetCaseRequest get(String id) {
    return GetCaseRequest.newBuilder().setId(id).build();
  }

  private static ReviewCaseRequest review(String id) {
    return ReviewCaseRequest.newBuilder().setId(id).build();
  }

  private static AcceptCaseRequest accept(String id) {
    return AcceptCaseRequest.newBuilder().setId(id).setReason("测试：符合立案条件").build();
  }

  private CasesBlockingStub stub(String name, String institution, Role role) {
    return stub(name, institution, "999001", role);
  }

  private CasesBlockingStub stub(String name, String institution, String region, Role role) {
    return CasesGrpc.newBlockingStub(channel(name, institution, region, role));
  }

  private Channel channel(String name, String institution, String region, Role role) {
    return server.as(TestTokens.person(name, institution, region, role));
  }
}
