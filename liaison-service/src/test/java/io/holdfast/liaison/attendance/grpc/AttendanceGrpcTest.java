package io.holdfast.liaison.attendance.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.kit.mongo.MongoStore;
import io.holdfast.liaison.Orders;
import io.holdfast.liaison.Replica;
import io.holdfast.liaison.attendance.store.Leases;
import io.holdfast.liaison.attendance.store.SeenHere;
import io.holdfast.liaison.desk.Mailbox;
import io.holdfast.proto.access.v1.Role;
import io.holdfast.proto.liaison.v1.AttendanceGrpc;
import io.holdfast.proto.liaison.v1.AttendanceGrpc.AttendanceBlockingStub;
import io.holdfast.proto.liaison.v1.AttendanceState;
import io.holdfast.proto.liaison.v1.Desk;
import io.holdfast.proto.liaison.v1.DeskAttendance;
import io.holdfast.proto.liaison.v1.GetAttendanceRequest;
import io.holdfast.proto.liaison.v1.ListAttendanceRequest;
import io.holdfast.proto.liaison.v1.PageState;
import io.holdfast.proto.liaison.v1.ReportPresenceRequest;
import io.holdfast.proto.liaison.v1.SignOffRequest;
import io.holdfast.proto.liaison.v1.TasksGrpc;
import io.holdfast.proto.liaison.v1.WatchTasksRequest;
import io.holdfast.testkit.Eventually;
import io.holdfast.testkit.ManualClock;
import io.holdfast.testkit.Refusals;
import io.holdfast.testkit.StoreExtension;
import io.holdfast.testkit.TestTokens;
import java.time.Duration;
import java.util.Iterator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AttendanceGrpcTest {
  private static final Mailbox DESK =
      new Mailbox(Orders.BANK, io.holdfast.liaison.directory.Desk.LIAISON_DESK);

  @RegisterExtension final StoreExtension stores = new StoreExtension();

  private final ManualClock clock = ManualClock.atNoon();
  private long scans;

  @SuppressWarnings("NullAway.Init")
  private MongoStore store;

  @SuppressWarnings("NullAway.Init")
  private Replica replica;

  @BeforeEach
  void open() {
    store = stores.fresh();
    replica = new Replica(store, clock);
    scans = stores.fullScans();
  }

  @AfterEach
  void neverScans() throws InterruptedException {
    replica.close();
    assertThat(stores.fullScans()).isEqualTo(scans);
  }

  private static AttendanceBlockingStub li(Replica at) {
    return AttendanceGrpc.newBlockingStub(
        at.server().as(TestTokens.person("li", Orders.BANK, Orders.REGION, Role.BANK_LIAISON)));
  }

  private static ReportPresenceRequest word(PageState state, boolean sound) {
    return ReportPresenceRequest.newBuilder()
        .setPage("page-1")
        .setState(state)
        .setSoundTested(sound)
        .build();
  }

  private static DeskAttendance here(Replica at) {
    return li(at).reportPresence(word(PageState.PAGE_VISIBLE, true));
  }

  private static AttendanceState state(Replica at) {
    return AttendanceProtos.state(
        java.util.Objects.requireNonNull(at.presence().at(java.util.List.of(DESK)).get(DESK)));
  }

  @Test
  void aPersonWithAnOpenStreamAndASignOfLifeIsThere() {
    assertThat(here(replica).getState()).isEqualTo(AttendanceState.NOBODY_THERE);
    Iterator<?> stream =
        TasksGrpc.newBlockingStub(
                replica
                    .server()
                    .as(TestTokens.person("li", Orders.BANK, Orders.REGION, Role.BANK_LIAISON)))
            .watchTasks(WatchTasksRequest.getDefaultInstance());
    assertThat(stream.hasNext()).isTrue();
    DeskAttendance at = here(replica);
    assertThat(at.getState()).isEqualTo(AttendanceState.ATTENDED);
    assertThat(at.getDesk()).isEqualTo(Desk.LIAISON_DESK);
    assertThat(at.getPeople()).isEqualTo(1);
    assertThat(at.getSystemConnected()).isFalse();
    assertThat(at.getSinceTime().getSeconds()).isEqualTo(clock.instant().getEpochSecond());
    assertThat(li(replica).reportPresence(word(PageState.PAGE_HIDDEN, true)).getState())
        .isEqualTo(AttendanceState.NOBODY_THERE);
    assertThat(li(replica).reportPresence(word(PageState.PAGE_VISIBLE, false)).getState())
        .isEqualTo(AttendanceState.NOBODY_THERE);
    assertThat(here(replica).getState()).isEqualTo(AttendanceState.ATTENDED);
    assertThat(li(replica).reportPresence(word(PageState.PAGE_ASLEEP, true)).getState())
        .isEqualTo(AttendanceState.NOBODY_THERE);
    here(replica);
    assertThat(li(replica).signOff(SignOffRequest.getDefaultInstance()).getState())
        .isEqualTo(AttendanceState.NOBODY_THERE);
  }

  @Test
  void aMachinesStreamIsNoPerson() {
    Iterator<?> stream =
        TasksGrpc.newBlockingStub(
                replica
                    .server()
                    .as(
                        TestTokens.machine(
                            "bank-system", Orders.BANK, Orders.REGION, Role.BANK_SYSTEM)))
            .watchTasks(WatchTasksRequest.getDefaultInstance());
    assertThat(stream.hasNext()).isTrue();
    assertThat(here(replica).getState()).isEqualTo(AttendanceState.SYSTEM_CONNECTED);
    assertThat(
            Refusals.reason(
                () ->
                    AttendanceGrpc.newBlockingStub(
                            replica
                                .server()
                                .as(
                                    TestTokens.machine(
                                        "bank-system",
                                        Orders.BANK,
                                        Orders.REGION,
                                        Role.BANK_LIAISON)))
                        .reportPresence(word(PageState.PAGE_VISIBLE, true))))
        .isEqualTo("ACCESS_DENIED");
  }

  @Test
  void replicasAgreeAndAKilledOneIsNobodyAfterItsLease() throws Exception {
    try (Replica other = new Replica(stores.again(store), clock)) {
      // Never closed: as if the process had been killed with the stream open.
      other.seen().opened(DESK, SeenHere.Reader.PERSON);
      assertThat(here(replica).getState()).isEqualTo(AttendanceState.ATTENDED);
      assertThat(state(other)).isEqualTo(AttendanceState.ATTENDED);
      clock.advance(Leases.LEASE.minusMillis(1));
      replica.leases().beat();
      assertThat(state(replica)).isEqualTo(AttendanceState.ATTENDED);
      clock.advance(Duration.ofMillis(1001));
      assertThat(state(replica)).isEqualTo(AttendanceState.NOBODY_THERE);
      other.leases().beat();
      clock.advance(Duration.ofMillis(1001));
      assertThat(state(replica)).isEqualTo(AttendanceState.ATTENDED);
    }
  }

  @Test
  void aStreamThatEndsWithItsTokenIsOpenAgainBeforeAnybodyIsMissed() {
    SeenHere.Opened first = replica.seen().opened(DESK, SeenHere.Reader.PERSON);
    here(replica);
    long before = store.writeCount();
    first.close();
    replica.seen().store();
    clock.advance(Duration.ofSeconds(4));
    replica.seen().store();
    SeenHere.Opened again = replica.seen().opened(DESK, SeenHere.Reader.PERSON);
    assertThat(store.writeCount()).isEqualTo(before);
    assertThat(state(replica)).isEqualTo(AttendanceState.ATTENDED);
    again.close();
    clock.advance(Duration.ofSeconds(5));
    replica.seen().store();
    assertThat(state(replica)).isEqualTo(AttendanceState.NOBODY_THERE);
  }

  @Test
  void whatOneReplicaHeardCountsAtTheOther() throws Exception {
    try (Replica other = new Replica(stores.again(store), clock)) {
      replica.seen().opened(DESK, SeenHere.Reader.PERSON);
      here(replica);
      clock.advance(Duration.ofSeconds(1));
      li(other).reportPresence(word(PageState.PAGE_HIDDEN, true));
      assertThat(state(replica)).isEqualTo(AttendanceState.NOBODY_THERE);
      clock.advance(Duration.ofSeconds(1));
      assertThat(here(replica).getState()).isEqualTo(AttendanceState.ATTENDED);
      clock.advance(Duration.ofSeconds(1));
      assertThat(li(other).signOff(SignOffRequest.getDefaultInstance()).getState())
          .isEqualTo(AttendanceState.NOBODY_THERE);
      clock.advance(Duration.ofSeconds(1));
      assertThat(here(replica).getState()).isEqualTo(AttendanceState.ATTENDED);
    }
  }

  @Test
  void aReplicaThatWasTakenForDeadTellsAnewWhatItHoldsOpen() throws Exception {
    try (Replica other = new Replica(stores.again(store), clock)) {
      replica.seen().opened(DESK, SeenHere.Reader.PERSON);
      // It is held up for longer than its lease; another forgets it when it writes.
      clock.advance(Leases.LEASE.plusSeconds(1));
      other.seen().beat();
      other.seen().opened(DESK, SeenHere.Reader.MACHINE);
      assertThat(state(other)).isEqualTo(AttendanceState.SYSTEM_CONNECTED);
      replica.seen().beat();
      replica.seen().store();
      clock.advance(Duration.ofMillis(1001));
      here(replica);
      assertThat(state(other)).isEqualTo(AttendanceState.ATTENDED);
    }
  }

  @Test
  void aStormOfSignsIsAFewWrites() {
    replica.seen().opened(DESK, SeenHere.Reader.PERSON);
    here(replica);
    long before = store.writeCount();
    for (int i = 0; i < 240; i++) {
      clock.advance(Duration.ofSeconds(5));
      here(replica);
      replica.seen().store();
    }
    // 20 minutes of signs, each counting for 10: one write in each eighth of the limit.
    assertThat(store.writeCount() - before).isBetween(8L, 20L);
    assertThat(state(replica)).isEqualTo(AttendanceState.ATTENDED);
  }

  @Test
  void otherServicesAreToldOfChangesOnly() {
    AttendanceBlockingStub service =
        AttendanceGrpc.newBlockingStub(
            replica.server().as(TestTokens.machine("svc-case", "", "", Role.SERVICE)));
    long empty = service.getAttendance(GetAttendanceRequest.getDefaultInstance()).getVersion();
    assertThat(empty).isPositive();
    replica.seen().opened(DESK, SeenHere.Reader.PERSON);
    here(replica);
    clock.advance(Duration.ofSeconds(1));
    var board =
        service.getAttendance(GetAttendanceRequest.newBuilder().setKnownVersion(empty).build());
    assertThat(board.getVersion()).isGreaterThan(empty);
    assertThat(board.getDesksList())
        .singleElement()
        .satisfies(
            desk -> {
              assertThat(desk.getInstitution()).isEqualTo(Orders.BANK);
              assertThat(desk.getState()).isEqualTo(AttendanceState.ATTENDED);
            });
    clock.advance(Duration.ofSeconds(1));
    assertThat(
            service
                .getAttendance(
                    GetAttendanceRequest.newBuilder().setKnownVersion(board.getVersion()).build())
                .getVersion())
        .isZero();
  }

  @Test
  void supervisorsSeeEveryDeskAndABankItsOwn() {
    Directory directory = Directory.in(replica);
    var supervisor =
        AttendanceGrpc.newBlockingStub(
            replica
                .server()
                .as(
                    TestTokens.person(
                        "wu", directory.station(), Orders.REGION, Role.STATION_SUPERVISOR)));
    var all = supervisor.listAttendance(ListAttendanceRequest.getDefaultInstance());
    assertThat(all.getDesksList())
        .extracting(desk -> desk.getInstitution() + desk.getDesk() + desk.getDeskPhone())
        .containsExactlyInAnyOrder(
            directory.bank() + "LIAISON_DESK" + Directory.DESK_PHONE,
            directory.bank() + "SECURITY_DESK" + Directory.BANK_PHONE,
            directory.station() + "UNIT_DESK" + Directory.STATION_PHONE,
            directory.station() + "SUPERVISOR_DESK" + Directory.STATION_PHONE);
    var first =
        supervisor.listAttendance(ListAttendanceRequest.newBuilder().setPageSize(1).build());
    assertThat(first.getDesksCount()).isEqualTo(2);
    assertThat(first.getNextPageToken()).isNotEmpty();
    var bank =
        AttendanceGrpc.newBlockingStub(
            replica
                .server()
                .as(TestTokens.person("li", directory.bank(), Orders.REGION, Role.BANK_LIAISON)));
    assertThat(bank.listAttendance(ListAttendanceRequest.getDefaultInstance()).getDesksList())
        .extracting(DeskAttendance::getInstitution)
        .containsOnly(directory.bank());
    assertThat(
            Refusals.reason(
                () ->
                    bank.listAttendance(
                        ListAttendanceRequest.newBuilder()
                            .setInstitution(directory.station())
                            .build())))
        .isEqualTo("ACCESS_DENIED");
    assertThat(
            Refusals.reason(
                () ->
                    supervisor.listAttendance(
                        ListAttendanceRequest.newBuilder().setInstitution("0".repeat(26)).build())))
        .isEqualTo("ACCESS_DENIED");
    assertThat(
            Refusals.reason(
                () ->
                    supervisor.listAttendance(
                        ListAttendanceRequest.newBuilder().setPageToken("made-up").build())))
        .isEqualTo("PAGE_TOKEN_INVALID");
  }

  @Test
  void openingAStreamShowsWithinASecondElsewhere() throws Exception {
    try (Replica other = new Replica(stores.again(store), clock)) {
      replica.seen().opened(DESK, SeenHere.Reader.MACHINE);
      Eventually.holds(
          "the other replica knows", () -> state(other) == AttendanceState.SYSTEM_CONNECTED);
    }
  }
}
