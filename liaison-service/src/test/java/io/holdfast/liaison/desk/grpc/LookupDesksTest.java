package io.holdfast.liaison.desk.grpc;

import static io.holdfast.liaison.desk.grpc.DeskClients.deliver;
import static io.holdfast.liaison.desk.grpc.DeskClients.stub;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.kit.id.Ids;
import io.holdfast.kit.mongo.MongoStore;
import io.holdfast.liaison.Orders;
import io.holdfast.liaison.Replica;
import io.holdfast.liaison.attendance.store.SeenHere;
import io.holdfast.liaison.desk.Mailbox;
import io.holdfast.proto.access.v1.Role;
import io.holdfast.proto.event.v1.Event;
import io.holdfast.proto.freezing.v1.AccountQueryCard;
import io.holdfast.proto.freezing.v1.AccountQueryEvent;
import io.holdfast.proto.freezing.v1.ClockState;
import io.holdfast.proto.freezing.v1.LookupChange;
import io.holdfast.proto.freezing.v1.LookupState;
import io.holdfast.proto.freezing.v1.LookupUnableReason;
import io.holdfast.proto.liaison.v1.AttendanceGrpc;
import io.holdfast.proto.liaison.v1.BoardClock;
import io.holdfast.proto.liaison.v1.Desk;
import io.holdfast.proto.liaison.v1.ListAlarmsRequest;
import io.holdfast.proto.liaison.v1.ListClocksRequest;
import io.holdfast.proto.liaison.v1.ListTasksRequest;
import io.holdfast.proto.liaison.v1.Task;
import io.holdfast.testkit.ManualClock;
import io.holdfast.testkit.StoreExtension;
import io.holdfast.testkit.TestTokens;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Urgent lookups on desks and boards, told by events and seen by callers. */
class LookupDesksTest {
  private static final String QUERY = Ids.derived("query");
  private static final Mailbox BANK_DESK =
      new Mailbox(Orders.BANK, io.holdfast.liaison.directory.Desk.LIAISON_DESK);

  @RegisterExtension final StoreExtension stores = new StoreExtension();

  @SuppressWarnings("NullAway.Init")
  private Replica replica;

  @BeforeEach
  void open() {
    MongoStore store = stores.fresh();
    replica = new Replica(store, ManualClock.atNoon());
  }

  @AfterEach
  void close() throws InterruptedException {
    replica.close();
  }

  @Test
  void itLiesOnTheInstitutionsDeskUntilItIsAnswered() {
    replica.seen().opened(BANK_DESK, SeenHere.Reader.MACHINE);
    deliver(replica, event(1, LookupChange.LOOKUP_ASKED, card(LookupState.LOOKUP_SENT)));
    assertThat(bank()).containsExactly("ANSWER_LOOKUP 0");
    assertThat(clocks()).containsExactly("acknowledge", "lookup");
    deliver(
        replica,
        event(2, LookupChange.LOOKUP_ACKNOWLEDGED_THERE, card(LookupState.LOOKUP_ACKNOWLEDGED)));
    assertThat(clocks()).containsExactly("lookup");
    deliver(replica, event(3, LookupChange.LOOKUP_PAYEE_RECORDED, card(LookupState.LOOKUP_TOLD)));
    assertThat(bank()).isEmpty();
    assertThat(clocks()).isEmpty();
    deliver(replica, event(2, LookupChange.LOOKUP_ASKED, card(LookupState.LOOKUP_SENT)));
    assertThat(bank()).as("an older word changes nothing").isEmpty();
  }

  @Test
  void nobodyThereAndNotTakenInHandAlarmLikeAStop() {
    deliver(replica, event(1, LookupChange.LOOKUP_ASKED, card(LookupState.LOOKUP_SENT)));
    assertThat(station()).containsExactly("RING_DESK 1");
    deliver(
        replica,
        event(
            2,
            LookupChange.LOOKUP_CLOCK_MISSED,
            card(LookupState.LOOKUP_SENT)
                .setClocks(0, Orders.clock("acknowledge", 0, ClockState.MISSED))));
    assertThat(station()).containsExactly("CHASE_STOP 2");
    assertThat(supervisors()).containsExactly("CHASE_STOP 2");
    assertThat(alarms()).isEqualTo(2);
    deliver(
        replica,
        event(3, LookupChange.LOOKUP_ACKNOWLEDGED_THERE, card(LookupState.LOOKUP_ACKNOWLEDGED)));
    assertThat(station()).isEmpty();
    assertThat(supervisors()).isEmpty();
  }

  @Test
  void whatCannotBeToldComesBackToThePolice() {
    deliver(
        replica,
        event(1, LookupChange.LOOKUP_UNROUTED, card(LookupState.LOOKUP_ISSUED).setInstitution("")));
    assertThat(supervisors()).containsExactly("ROUTE_LOOKUP 0");
    replica.seen().opened(BANK_DESK, SeenHere.Reader.MACHINE);
    deliver(replica, event(2, LookupChange.LOOKUP_ROUTED, card(LookupState.LOOKUP_SENT)));
    assertThat(supervisors()).isEmpty();
    deliver(replica, event(3, LookupChange.LOOKUP_UNABLE_RECORDED, unable("NO_SUCH_TRANSACTION")));
    assertThat(station()).containsExactly("MEND_LOOKUP 0");
    assertThat(bank()).isEmpty();
    deliver(replica, event(4, LookupChange.LOOKUP_UNABLE_RECORDED, unable("PAYER_NOT_OURS")));
    assertThat(station()).isEmpty();
    assertThat(supervisors()).containsExactly("ROUTE_LOOKUP 0");
    deliver(
        replica,
        event(
            5, LookupChange.LOOKUP_FOLLOWED, card(LookupState.LOOKUP_PASSED_ON).setHeldBack(true)));
    assertThat(station()).containsExactly("MEND_LOOKUP 0");
    deliver(replica, event(6, LookupChange.LOOKUP_WITHDRAWN, card(LookupState.LOOKUP_RECALLED)));
    assertThat(station()).isEmpty();
    assertThat(supervisors()).isEmpty();
  }

  private static AccountQueryCard.Builder unable(String reason) {
    return card(LookupState.LOOKUP_UNABLE).setUnableReason(LookupUnableReason.valueOf(reason));
  }

  private static AccountQueryCard.Builder card(LookupState state) {
    boolean answered = state.getNumber() > LookupState.LOOKUP_ACKNOWLEDGED.getNumber();
    boolean taken = answered || state == LookupState.LOOKUP_ACKNOWLEDGED;
    return AccountQueryCard.newBuilder()
        .setAccountQuery(QUERY)
        .setState(state)
        .setCaseId(Ids.derived("case"))
        .setStation(Orders.STATION)
        .addStationAncestors(Orders.COUNTY)
        .setRegion(Orders.REGION)
        .setInstitution(Orders.BANK)
        .setMaskedPayerAccount("990003****0023")
        .setAmountFen(5_000_000)
        .addClocks(Orders.clock("acknowledge", 0, taken ? ClockState.MET : ClockState.RUNNING))
        .addClocks(Orders.clock("lookup", 1_500, answered ? ClockState.MET : ClockState.RUNNING));
  }

  private static Event event(long seq, LookupChange change, AccountQueryCard.Builder card) {
    String clock = change == LookupChange.LOOKUP_CLOCK_MISSED ? "acknowledge" : "";
    return Orders.event(
        "freeze-service",
        QUERY,
        seq,
        AccountQueryEvent.newBuilder().setCard(card).setChange(change).setClock(clock).build());
  }

  private List<String> bank() {
    return tasks(Orders.BANK, Role.BANK_LIAISON, Desk.LIAISON_DESK);
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
        .map(LookupDesksTest::line)
        .toList();
  }

  private static String line(Task task) {
    assertThat(task.getSubject()).isEqualTo("accountQueries/" + QUERY);
    return task.getKind() + " " + task.getUrgency();
  }

  private List<String> clocks() {
    return stub(replica, Orders.COUNTY, Role.COMMAND_CENTRE)
        .listClocks(ListClocksRequest.getDefaultInstance())
        .getClocksList()
        .stream()
        .map(BoardClock::getName)
        .toList();
  }

  private int alarms() {
    return AttendanceGrpc.newBlockingStub(
            replica
                .server()
                .as(
                    TestTokens.person(
                        "chen", Orders.COUNTY, Orders.REGION, Role.STATION_SUPERVISOR)))
        .listAlarms(ListAlarmsRequest.getDefaultInstance())
        .getAlarmsCount();
  }
}
