package io.holdfast.liaison.desk.grpc;

import static io.holdfast.liaison.desk.grpc.DeskClients.deliver;
import static io.holdfast.liaison.desk.grpc.DeskClients.stub;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.kit.mongo.MongoStore;
import io.holdfast.liaison.Orders;
import io.holdfast.liaison.Replica;
import io.holdfast.liaison.alarm.http.FakeGateway;
import io.holdfast.liaison.alarm.http.HttpPager;
import io.holdfast.liaison.attendance.store.SeenHere;
import io.holdfast.liaison.desk.Mailbox;
import io.holdfast.proto.access.v1.Role;
import io.holdfast.proto.event.v1.Event;
import io.holdfast.proto.freezing.v1.ClockState;
import io.holdfast.proto.freezing.v1.StopChange;
import io.holdfast.proto.freezing.v1.StopOrderCard;
import io.holdfast.proto.freezing.v1.StopState;
import io.holdfast.proto.liaison.v1.Alarm;
import io.holdfast.proto.liaison.v1.AlarmCause;
import io.holdfast.proto.liaison.v1.AttendanceGrpc;
import io.holdfast.proto.liaison.v1.CreateInstitutionRequest;
import io.holdfast.proto.liaison.v1.Desk;
import io.holdfast.proto.liaison.v1.Duty;
import io.holdfast.proto.liaison.v1.DutyRole;
import io.holdfast.proto.liaison.v1.Institution;
import io.holdfast.proto.liaison.v1.InstitutionKind;
import io.holdfast.proto.liaison.v1.InstitutionsGrpc;
import io.holdfast.proto.liaison.v1.ListAlarmsRequest;
import io.holdfast.proto.liaison.v1.ListTasksRequest;
import io.holdfast.proto.liaison.v1.SetDutyRequest;
import io.holdfast.proto.liaison.v1.Task;
import io.holdfast.proto.liaison.v1.WakeState;
import io.holdfast.testkit.Eventually;
import io.holdfast.testkit.ManualClock;
import io.holdfast.testkit.StoreExtension;
import io.holdfast.testkit.TestTokens;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What happens to an order that nobody takes in hand, told by events and seen by callers. */
class AlarmsTest {
  private static final Mailbox BANK_DESK =
      new Mailbox(Orders.BANK, io.holdfast.liaison.directory.Desk.LIAISON_DESK);
  private static final String PHONE_A = "+86 000 0000 0001";
  private static final String PHONE_B = "+86 000 0000 0002";

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

  private static Event missed(int number, long seq) {
    StopOrderCard.Builder card = Orders.card(number, StopState.SENT);
    card.setClocks(0, Orders.clock("acknowledge", number, ClockState.MISSED));
    return Orders.missed(number, seq, card);
  }

  private static Event acknowledged(int number, long seq) {
    return Orders.stop(
        number, seq, StopChange.STOP_ACKNOWLEDGED, Orders.card(number, StopState.ACKNOWLEDGED));
  }

  private List<String> station() {
    return tasks(Orders.STATION, Role.STATION_OFFICER, Desk.UNIT_DESK);
  }

  private List<String> supervisors() {
    return tasks(Orders.COUNTY, Role.COMMAND_CENTRE, Desk.SUPERVISOR_DESK);
  }

  private List<String> tasks(String institution, Role role, Desk desk) {
    return stub(replica, institution, role)
        .listTasks(ListTasksRequest.newBuilder().setDesk(desk).build())
        .getTasksList()
        .stream()
        .map(AlarmsTest::line)
        .toList();
  }

  private static String line(Task task) {
    return task.getKind() + " " + task.getUrgency();
  }

  private List<Alarm> alarms(Replica at) {
    return AttendanceGrpc.newBlockingStub(
            at.server()
                .as(
                    TestTokens.person(
                        "chen", Orders.COUNTY, Orders.REGION, Role.STATION_SUPERVISOR)))
        .listAlarms(ListAlarmsRequest.getDefaultInstance())
        .getAlarmsList();
  }

  @Test
  void anOrderThatArrivesWhereNobodyIsAlarmsAtOnceAndOnce() throws Exception {
    deliver(replica, Orders.issued(1, 1));
    deliver(replica, Orders.issued(1, 1));
    assertThat(station()).containsExactly("RING_DESK 1");
    assertThat(supervisors()).containsExactly("RING_DESK 1");
    replica.close();
    replica = new Replica(stores.again(store), clock);
    deliver(replica, Orders.issued(1, 1));
    assertThat(station()).containsExactly("RING_DESK 1");
    assertThat(alarms(replica))
        .singleElement()
        .satisfies(
            alarm -> {
              assertThat(alarm.getCause()).isEqualTo(AlarmCause.ARRIVED_UNATTENDED);
              assertThat(alarm.getClock()).isEqualTo("attendance");
              assertThat(alarm.getSubject()).isEqualTo("stopOrders/" + Orders.id(1));
              assertThat(alarm.getBank()).isEqualTo(Orders.BANK);
              assertThat(alarm.getWake()).isEqualTo(WakeState.NOT_WAKING);
              assertThat(alarm.getToldList())
                  .extracting(told -> told.getInstitution() + told.getDesk())
                  .containsExactly(Orders.STATION + "UNIT_DESK", Orders.COUNTY + "SUPERVISOR_DESK");
            });
  }

  @Test
  void whereAMachineIsConnectedOnlyTheClockAlarms() {
    replica.seen().opened(BANK_DESK, SeenHere.Reader.MACHINE);
    deliver(replica, Orders.issued(1, 1));
    assertThat(station()).isEmpty();
    assertThat(alarms(replica)).isEmpty();
    deliver(replica, missed(1, 2));
    assertThat(station()).containsExactly("CHASE_STOP 2");
    assertThat(alarms(replica)).extracting(Alarm::getClock).containsExactly("acknowledge");
  }

  @Test
  void theMissedClockTakesThePlaceOfTheEmptyDeskAndTheAnswerEndsBoth() {
    deliver(replica, Orders.issued(1, 1));
    deliver(replica, missed(1, 2), missed(1, 2));
    assertThat(station()).containsExactly("CHASE_STOP 2");
    assertThat(supervisors()).containsExactly("CHASE_STOP 2");
    assertThat(alarms(replica)).hasSize(2);
    deliver(replica, acknowledged(1, 3));
    assertThat(station()).isEmpty();
    assertThat(supervisors()).isEmpty();
    deliver(replica, missed(1, 2), Orders.issued(1, 1));
    assertThat(station()).isEmpty();
    assertThat(alarms(replica)).hasSize(2);
  }

  @Test
  void anOrderRoutedToAnotherEmptyDeskAlarmsAnew() {
    deliver(replica, Orders.issued(1, 1));
    StopOrderCard.Builder elsewhere = Orders.card(1, StopState.SENT).setBank("another");
    deliver(replica, Orders.stop(1, 2, StopChange.STOP_ROUTED, elsewhere));
    assertThat(station()).containsExactly("RING_DESK 1");
    assertThat(alarms(replica))
        .extracting(Alarm::getBank)
        .containsExactlyInAnyOrder(Orders.BANK, "another");
  }

  @Test
  void auditorsSeeTheirAreasAlarmsAndOthersNone() {
    deliver(replica, Orders.issued(1, 1));
    assertThat(alarmsOf("elsewhere", "999000", Role.AUDITOR)).isEqualTo(1);
    assertThat(alarmsOf("elsewhere", "998000", Role.AUDITOR)).isZero();
    assertThat(alarmsOf("elsewhere", "999001", Role.STATION_SUPERVISOR)).isZero();
  }

  private int alarmsOf(String institution, String region, Role role) {
    return AttendanceGrpc.newBlockingStub(
            replica.server().as(TestTokens.person("x", institution, region, role)))
        .listAlarms(ListAlarmsRequest.getDefaultInstance())
        .getAlarmsCount();
  }

  @Test
  void theDutyOfficersAreWokenThroughTheGatewayAThenBOnceEach() throws Exception {
    try (FakeGateway gateway = new FakeGateway();
        HttpPager pager = new HttpPager(gateway.settings());
        Replica waking = new Replica(stores.again(store), clock, pager)) {
      String bank = onDuty(waking);
      waking.bench().startWorkers();
      gateway.answers.addAll(List.of(503, 500));
      StopOrderCard.Builder card = Orders.card(1, StopState.SENT).setBank(bank);
      deliver(waking, Orders.stop(1, 1, StopChange.STOP_ISSUED, card));
      Eventually.holds(
          "A is woken",
          () -> {
            clock.advance(Duration.ofSeconds(1));
            return wakes(waking).equals(Map.of("attendance", "WOKEN OFFICER_A"));
          });
      assertThat(gateway.requests).hasSize(3);
      assertThat(gateway.requests.stream().map(FakeGateway.Request::key).distinct()).hasSize(1);
      card.setClocks(0, Orders.clock("acknowledge", 1, ClockState.MISSED));
      deliver(waking, Orders.missed(1, 2, card), Orders.missed(1, 2, card));
      Eventually.holds(
          "B is woken", () -> "WOKEN OFFICER_B".equals(wakes(waking).get("acknowledge")));
      assertThat(gateway.sent.values())
          .extracting(body -> body.get("to").getAsString())
          .containsExactly(PHONE_A, PHONE_B);
      String said = gateway.sent.values().toString();
      assertThat(said).doesNotContain("990001", "测试收款", "0017", Orders.id(1), "陈");
    }
  }

  @Test
  void nobodyIsWokenForWhatIsInHand() throws Exception {
    try (FakeGateway gateway = new FakeGateway();
        HttpPager pager = new HttpPager(gateway.settings());
        Replica waking = new Replica(stores.again(store), clock, pager)) {
      String bank = onDuty(waking);
      StopOrderCard.Builder card = Orders.card(1, StopState.SENT).setBank(bank);
      deliver(waking, Orders.stop(1, 1, StopChange.STOP_ISSUED, card));
      StopOrderCard.Builder taken = Orders.card(1, StopState.ACKNOWLEDGED).setBank(bank);
      deliver(waking, Orders.stop(1, 2, StopChange.STOP_ACKNOWLEDGED, taken));
      waking.bench().startWorkers();
      Eventually.holds(
          "not needed",
          () ->
              wakes(waking)
                  .equals(Map.of("attendance", "WAKING_NOT_NEEDED DUTY_ROLE_UNSPECIFIED")));
      assertThat(gateway.requests).isEmpty();
    }
  }

  @Test
  void withoutARosterNobodyCanBeWoken() throws Exception {
    try (FakeGateway gateway = new FakeGateway();
        HttpPager pager = new HttpPager(gateway.settings());
        Replica waking = new Replica(stores.again(store), clock, pager)) {
      deliver(waking, Orders.issued(1, 1));
      waking.bench().startWorkers();
      Eventually.holds(
          "failed",
          () -> wakes(waking).equals(Map.of("attendance", "WAKING_FAILED DUTY_ROLE_UNSPECIFIED")));
    }
  }

  private Map<String, String> wakes(Replica at) {
    return alarms(at).stream()
        .collect(
            java.util.stream.Collectors.toMap(
                Alarm::getClock, alarm -> alarm.getWake() + " " + alarm.getWoken()));
  }

  /** A bank with both officers on duty. */
  private static String onDuty(Replica at) {
    var admin = at.server().as(TestTokens.person("admin", "", Orders.REGION, Role.ADMINISTRATOR));
    String bank =
        InstitutionsGrpc.newBlockingStub(admin)
            .createInstitution(
                CreateInstitutionRequest.newBuilder()
                    .setInstitution(
                        Institution.newBuilder()
                            .setCode("999000000001")
                            .setName("测试银行一")
                            .setKind(InstitutionKind.BANK)
                            .setRegion(Orders.REGION))
                    .build())
            .getId();
    duty(admin, bank, DutyRole.OFFICER_A, PHONE_A);
    duty(admin, bank, DutyRole.OFFICER_B, PHONE_B);
    return bank;
  }

  private static void duty(io.grpc.Channel as, String bank, DutyRole role, String phone) {
    AttendanceGrpc.newBlockingStub(as)
        .setDuty(
            SetDutyRequest.newBuilder()
                .setInstitution(bank)
                .setDuty(
                    Duty.newBuilder()
                        .setDesk(Desk.LIAISON_DESK)
                        .setRole(role)
                        .setName("测试陈")
                        .setPhone(phone))
                .build());
  }
}
