package io.holdfast.casefile.grpc;

import static io.holdfast.casefile.desk.CaseBench.BANK;
import static io.holdfast.casefile.desk.CaseBench.COUNTY;
import static io.holdfast.casefile.desk.CaseBench.STATION;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import io.holdfast.casefile.desk.CaseBench;
import io.holdfast.casefile.report.Reports;
import io.holdfast.proto.access.v1.Role;
import io.holdfast.proto.casefile.v1.Account;
import io.holdfast.proto.casefile.v1.AccountKind;
import io.holdfast.proto.casefile.v1.AddTransfersRequest;
import io.holdfast.proto.casefile.v1.Case;
import io.holdfast.proto.casefile.v1.CasesGrpc;
import io.holdfast.proto.casefile.v1.CasesGrpc.CasesBlockingStub;
import io.holdfast.proto.casefile.v1.CreateDraftRequest;
import io.holdfast.proto.casefile.v1.DraftsGrpc;
import io.holdfast.proto.casefile.v1.FieldEdit;
import io.holdfast.proto.casefile.v1.FileReportRequest;
import io.holdfast.proto.casefile.v1.OrderReach;
import io.holdfast.proto.casefile.v1.ReachState;
import io.holdfast.proto.casefile.v1.StopFromDraftRequest;
import io.holdfast.proto.casefile.v1.Transfer;
import io.holdfast.proto.liaison.v1.AttendanceBoard;
import io.holdfast.proto.liaison.v1.AttendanceState;
import io.holdfast.proto.liaison.v1.AttendedDesk;
import io.holdfast.proto.liaison.v1.Desk;
import io.holdfast.proto.liaison.v1.DeskContact;
import io.holdfast.proto.liaison.v1.Directory;
import io.holdfast.proto.liaison.v1.Institution;
import io.holdfast.proto.liaison.v1.Route;
import io.holdfast.testkit.StoreExtension;
import io.holdfast.testkit.TestServer;
import io.holdfast.testkit.TestTokens;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Filing tells per order whether somebody will see it, and whom to ring where nobody will. */
class ReachTest {
  private static final String DESK_PHONE = "000-9501";
  private static final String SUPERVISORS_PHONE = "000-0111";

  @RegisterExtension final StoreExtension stores = new StoreExtension();

  private final CaseBench bench = new CaseBench(stores.fresh());
  private final TestServer server = new TestServer(bench.clock, bench.grpc(), bench.draftGrpc());
  private final CasesBlockingStub officer =
      CasesGrpc.newBlockingStub(
          server.as(TestTokens.person("a", STATION, "999001", Role.STATION_OFFICER)));

  @BeforeEach
  void numbersAndRoutes() {
    Directory.Builder directory = bench.directory.get().orElseThrow().toBuilder().setVersion(2);
    for (Institution.Builder institution : directory.getInstitutionsBuilderList()) {
      if (institution.getId().equals(BANK)) {
        institution.setName("测试银行一").addDesks(contact(Desk.LIAISON_DESK, DESK_PHONE));
      } else if (institution.getId().equals(COUNTY)) {
        institution.addDesks(contact(Desk.SUPERVISOR_DESK, SUPERVISORS_PHONE));
      }
    }
    directory.addRoutes(Route.newBuilder().setPrefix("990001").setInstitution(BANK));
    bench.directory.set(Optional.of(directory.build()));
  }

  @AfterEach
  void close() throws InterruptedException {
    server.close();
    bench.close();
  }

  private static DeskContact contact(Desk desk, String phone) {
    return DeskContact.newBuilder().setDesk(desk).setPhone(phone).build();
  }

  private void told(AttendanceBoard.Builder board) {
    bench.board.set(Optional.of(board.build()));
    bench.attendance.answered();
  }

  private static AttendanceBoard.Builder bankIs(AttendanceState state) {
    return AttendanceBoard.newBuilder()
        .setVersion(state.getNumber())
        .addDesks(
            AttendedDesk.newBuilder()
                .setInstitution(BANK)
                .setDesk(Desk.LIAISON_DESK)
                .setState(state));
  }

  private static Transfer transfer(String number) {
    return Transfer.newBuilder()
        .setAmountFen(5_000_000)
        .setTransferTime(Timestamp.newBuilder().setSeconds(Reports.NOON.getEpochSecond() - 1_320))
        .setPayee(
            Account.newBuilder()
                .setKind(AccountKind.PASSBOOK)
                .setAccountName("测试收款人")
                .setAccountNumber(number))
        .build();
  }

  private Case file(String number) {
    var request = FileReportRequest.newBuilder().setUrgent(true);
    request.getReportBuilder().addTransfers(transfer(number));
    return officer.fileReport(request.build());
  }

  private OrderReach reach(String number) {
    return file(number).getStopOrders(0).getReach();
  }

  @Test
  void somebodySitsThere() {
    told(bankIs(AttendanceState.ATTENDED));
    OrderReach reach = reach("990001000000000018");
    assertThat(reach.getState()).isEqualTo(ReachState.REACH_ATTENDED);
    assertThat(reach.getBank()).isEqualTo(BANK);
    assertThat(reach.getBankName()).isEqualTo("测试银行一");
    assertThat(reach.getRingPhone()).isEmpty();
  }

  @Test
  void aStopFromADraftTellsTheSame() {
    told(AttendanceBoard.newBuilder().setVersion(1));
    var drafts =
        DraftsGrpc.newBlockingStub(
            server.as(TestTokens.person("a", STATION, "999001", Role.STATION_OFFICER)));
    String id =
        drafts
            .createDraft(
                CreateDraftRequest.newBuilder()
                    .addEdits(typed("payee.accountNumber", "990001000000000018"))
                    .addEdits(typed("amount", "5万3 = 53000.00"))
                    .addEdits(typed("transferTime", "2026-01-01 08:00:00"))
                    .build())
            .getId();
    OrderReach reach =
        drafts
            .stopFromDraft(StopFromDraftRequest.newBuilder().setId(id).build())
            .getStopOrders(0)
            .getReach();
    assertThat(reach.getState()).isEqualTo(ReachState.REACH_NOBODY_THERE);
    assertThat(reach.getRingPhone()).isEqualTo(DESK_PHONE);
  }

  private static FieldEdit typed(String name, String text) {
    return FieldEdit.newBuilder().setPath("transfers[k1]." + name).setText(text).build();
  }

  @Test
  void aMachineIsToldAsOne() {
    told(bankIs(AttendanceState.SYSTEM_CONNECTED));
    assertThat(reach("990001000000000018").getState()).isEqualTo(ReachState.REACH_SYSTEM_CONNECTED);
  }

  @Test
  void nobodyIsThereAndThisIsTheNumber() {
    told(AttendanceBoard.newBuilder().setVersion(1));
    OrderReach reach = reach("990001000000000018");
    assertThat(reach.getState()).isEqualTo(ReachState.REACH_NOBODY_THERE);
    assertThat(reach.getRingPhone()).isEqualTo(DESK_PHONE);
  }

  @Test
  void noBankIsKnownAndTheSupervisorsAreRung() {
    told(AttendanceBoard.newBuilder().setVersion(1));
    OrderReach reach = reach("550001000000000018");
    assertThat(reach.getState()).isEqualTo(ReachState.REACH_UNROUTED);
    assertThat(reach.getBank()).isEmpty();
    assertThat(reach.getRingPhone()).isEqualTo(SUPERVISORS_PHONE);
  }

  @Test
  void whatWasSaidTooLongAgoIsNotBelieved() {
    assertThat(reach("990001000000000018").getState()).isEqualTo(ReachState.REACH_UNKNOWN);
    told(bankIs(AttendanceState.ATTENDED));
    bench.clock.advance(Duration.ofSeconds(5).minusMillis(1));
    assertThat(reach("990001000000000018").getState()).isEqualTo(ReachState.REACH_ATTENDED);
    bench.clock.advance(Duration.ofMillis(1));
    OrderReach reach = reach("990001000000000018");
    assertThat(reach.getState()).isEqualTo(ReachState.REACH_UNKNOWN);
    assertThat(reach.getRingPhone()).isEqualTo(DESK_PHONE);
  }

  @Test
  void laterTransfersAreToldOfToo() {
    told(AttendanceBoard.newBuilder().setVersion(1));
    Case filed = file("990001000000000018");
    Case more =
        officer.addTransfers(
            AddTransfersRequest.newBuilder()
                .setId(filed.getId())
                .setUrgent(true)
                .addTransfers(transfer("550001000000000018"))
                .build());
    assertThat(more.getStopOrdersList())
        .extracting(order -> order.getReach().getState())
        .containsExactly(ReachState.REACH_NOBODY_THERE, ReachState.REACH_UNROUTED);
  }
}
