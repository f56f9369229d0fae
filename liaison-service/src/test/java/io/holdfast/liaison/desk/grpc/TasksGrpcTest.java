package io.holdfast.liaison.desk.grpc;

import static io.holdfast.liaison.attendance.store.SeenHere.Reader.MACHINE;
import static io.holdfast.liaison.desk.grpc.DeskClients.bank;
import static io.holdfast.liaison.desk.grpc.DeskClients.callIn;
import static io.holdfast.liaison.desk.grpc.DeskClients.deliver;
import static io.holdfast.liaison.desk.grpc.DeskClients.stub;
import static io.holdfast.liaison.desk.grpc.DeskClients.watch;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Context;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.holdfast.kit.id.Ids;
import io.holdfast.kit.mongo.MongoStore;
import io.holdfast.liaison.Orders;
import io.holdfast.liaison.Replica;
import io.holdfast.liaison.desk.Mailbox;
import io.holdfast.liaison.feed.FeedSweeper;
import io.holdfast.proto.access.v1.Role;
import io.holdfast.proto.casefile.v1.CaseState;
import io.holdfast.proto.event.v1.Event;
import io.holdfast.proto.freezing.v1.StopChange;
import io.holdfast.proto.freezing.v1.StopState;
import io.holdfast.proto.liaison.v1.Desk;
import io.holdfast.proto.liaison.v1.ListClocksRequest;
import io.holdfast.proto.liaison.v1.ListTasksRequest;
import io.holdfast.proto.liaison.v1.ListTasksResponse;
import io.holdfast.proto.liaison.v1.NoteTaskRequest;
import io.holdfast.proto.liaison.v1.Task;
import io.holdfast.proto.liaison.v1.TaskKind;
import io.holdfast.proto.liaison.v1.TaskState;
import io.holdfast.proto.liaison.v1.TasksGrpc;
import io.holdfast.proto.liaison.v1.TasksGrpc.TasksBlockingStub;
import io.holdfast.proto.liaison.v1.WatchTasksRequest;
import io.holdfast.proto.liaison.v1.WatchTasksResponse;
import io.holdfast.testkit.ManualClock;
import io.holdfast.testkit.Refusals;
import io.holdfast.testkit.StoreExtension;
import io.holdfast.testkit.TestTokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TasksGrpcTest {
  private static final int TASKS = 1_000;
  private static final int WATCHERS = 20;

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

  @Test
  void aListLeadsIntoTheStreamWithoutAGap() {
    deliver(replica, Orders.issued(1, 1));
    TasksBlockingStub bank = bank(replica);
    ListTasksResponse list = bank.listTasks(ListTasksRequest.getDefaultInstance());
    assertThat(list.getTasksList()).hasSize(1);
    deliver(replica, Orders.issued(2, 1));
    deliver(replica, Orders.recorded(1, 2));
    List<WatchTasksResponse> seen = watch(bank, list.getWatchToken(), 2);
    assertThat(seen)
        .extracting(one -> one.getTask().getSubject().substring(11))
        .containsExactly(Orders.id(2), Orders.id(1));
    assertThat(seen)
        .extracting(one -> one.getTask().getState())
        .containsExactly(TaskState.OPEN, TaskState.DONE);
  }

  @Test
  void theFirstMessageComesAtOnceAndSaysWhereToResume() {
    deliver(replica, Orders.issued(1, 1));
    TasksBlockingStub bank = bank(replica);
    try (Context.CancellableContext context = Context.current().withCancellation()) {
      Iterator<WatchTasksResponse> stream =
          callIn(context, () -> bank.watchTasks(WatchTasksRequest.getDefaultInstance()));
      WatchTasksResponse first = stream.next();
      assertThat(first.hasTask()).isFalse();
      deliver(replica, Orders.issued(2, 1));
      assertThat(stream.next().getTask().getSubject()).endsWith(Orders.id(2));
      assertThat(watch(bank, first.getResumeToken(), 1).getFirst().getTask().getSubject())
          .endsWith(Orders.id(2));
    }
  }

  @Test
  void pagesOfAListFitTogether() {
    deliver(replica, IntStream.range(0, 45).mapToObj(i -> Orders.issued(i, 1)).toList());
    TasksBlockingStub bank = bank(replica);
    var subjects = new ArrayList<String>();
    String token = "";
    int pages = 0;
    do {
      ListTasksResponse page =
          bank.listTasks(ListTasksRequest.newBuilder().setPageToken(token).build());
      assertThat(page.getWatchToken().isEmpty()).isEqualTo(pages > 0);
      page.getTasksList().forEach(task -> subjects.add(task.getSubject()));
      token = page.getNextPageToken();
      pages++;
    } while (!token.isEmpty());
    assertThat(pages).isEqualTo(3);
    assertThat(subjects)
        .isEqualTo(IntStream.range(0, 45).mapToObj(i -> "stopOrders/" + Orders.id(i)).toList());
  }

  @Test
  void whatIsToBeTakenNoteOfIsClosedByWhoeverTakesNote() {
    deliver(replica, Orders.issued(1, 1));
    deliver(
        replica,
        Orders.stop(1, 2, StopChange.STOP_FAILURE_RECORDED, Orders.card(1, StopState.FAILED)));
    TasksBlockingStub officer = stub(replica, Orders.STATION, Role.STATION_OFFICER);
    Task failed =
        list(officer).stream()
            .filter(task -> task.getKind() == TaskKind.STOP_FAILED)
            .findFirst()
            .orElseThrow();
    var note = NoteTaskRequest.newBuilder().setId(failed.getId()).build();
    assertThat(Refusals.reason(() -> bank(replica).noteTask(note))).isEqualTo("ACCESS_DENIED");
    TasksBlockingStub elsewhere = stub(replica, Orders.COUNTY, Role.STATION_OFFICER);
    assertThat(Refusals.reason(() -> elsewhere.noteTask(note))).isEqualTo("ACCESS_DENIED");
    assertThat(officer.noteTask(note).getState()).isEqualTo(TaskState.DONE);
    assertThat(officer.noteTask(note).getState()).isEqualTo(TaskState.DONE);
    assertThat(list(officer)).extracting(Task::getKind).doesNotContain(TaskKind.STOP_FAILED);
    assertThat(replica.notes().getFirst().items()).containsExactly("stopOrders/" + Orders.id(1));
    // The order's next change does not bring it back.
    deliver(
        replica,
        Orders.stop(1, 3, StopChange.SECOND_OFFICER_CONFIRMED, Orders.card(1, StopState.FAILED)));
    assertThat(list(officer)).extracting(Task::getKind).doesNotContain(TaskKind.STOP_FAILED);
  }

  @Test
  void whatIsToBeActedOnIsNotClosedByTakingNote() {
    deliver(replica, Orders.filing(Ids.derived("case", "reviewed"), 1, CaseState.REVIEW));
    TasksBlockingStub county = stub(replica, Orders.COUNTY, Role.UNIT_HEAD);
    Task decide = list(county).getFirst();
    assertThat(decide.getKind()).isEqualTo(TaskKind.DECIDE_FILING);
    assertThat(
            Refusals.reason(
                () -> county.noteTask(NoteTaskRequest.newBuilder().setId(decide.getId()).build())))
        .isEqualTo("TASK_NOT_TO_NOTE");
  }

  @Test
  void nobodySeesAnothersDesk() {
    deliver(replica, Orders.issued(1, 1));
    assertThat(list(stub(replica, Orders.STATION, Role.BANK_LIAISON))).isEmpty();
    assertThat(list(stub(replica, Orders.BANK, Role.BANK_SECURITY_DESK))).isEmpty();
    var officer = stub(replica, Orders.BANK, Role.STATION_OFFICER);
    assertThat(
            Refusals.reason(
                () ->
                    officer.listTasks(
                        ListTasksRequest.newBuilder().setDesk(Desk.LIAISON_DESK).build())))
        .isEqualTo("ACCESS_DENIED");
    String foreign =
        stub(replica, Orders.STATION, Role.STATION_OFFICER)
            .listTasks(ListTasksRequest.getDefaultInstance())
            .getWatchToken();
    assertThat(Refusals.reason(() -> watch(bank(replica), foreign, 1)))
        .isEqualTo("RESUME_TOKEN_INVALID");
    assertThat(Refusals.reason(() -> watch(bank(replica), "made-up", 1)))
        .isEqualTo("RESUME_TOKEN_INVALID");
  }

  @Test
  void afterSevenDaysAStreamCannotBeResumed() {
    // Otherwise the desks that are told that nobody is there have pages to sweep too.
    replica
        .seen()
        .opened(new Mailbox(Orders.BANK, io.holdfast.liaison.directory.Desk.LIAISON_DESK), MACHINE);
    deliver(replica, Orders.issued(0, 1));
    TasksBlockingStub bank = bank(replica);
    String token = bank.listTasks(ListTasksRequest.getDefaultInstance()).getWatchToken();
    deliver(replica, IntStream.range(1, 250).mapToObj(i -> Orders.issued(i, 1)).toList());
    clock.advance(FeedSweeper.KEPT.plusSeconds(1));
    deliver(replica, Orders.issued(300, 1));
    assertThat(watch(bank, token, 1)).hasSize(1);
    // 249 tasks in pages of 32; the last one goes on.
    assertThat(replica.sweeper().sweep()).isEqualTo(7);
    assertThat(Refusals.reason(() -> watch(bank, token, 1))).isEqualTo("RESUME_TOO_OLD");
  }

  @Test
  void theBoardIsTheInstitutionsOrTheAuditorsArea() {
    deliver(replica, Orders.issued(1, 1));
    assertThat(clocks(Orders.STATION, "999001", Role.STATION_SUPERVISOR)).isEqualTo(1);
    assertThat(clocks(Orders.COUNTY, "999000", Role.COUNTY_APPROVER)).isEqualTo(1);
    assertThat(clocks("elsewhere", "999000", Role.AUDITOR)).isEqualTo(1);
    assertThat(clocks("elsewhere", "998000", Role.AUDITOR)).isZero();
    assertThat(clocks("elsewhere", "999001", Role.STATION_SUPERVISOR)).isZero();
  }

  @Test
  void everyWatcherSeesEveryTaskOnceHoweverOftenItIsCut() throws Exception {
    long seed = System.nanoTime();
    var random = new SplittableRandom(seed);
    try (Replica other = new Replica(stores.again(store), clock);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      String start = bank(replica).listTasks(ListTasksRequest.getDefaultInstance()).getWatchToken();
      var watchers = new ArrayList<Future<List<WatchTasksResponse>>>();
      for (int i = 0; i < WATCHERS; i++) {
        var own = random.split();
        watchers.add(threads.submit(() -> watchAndGetCut(start, other, own)));
      }
      var senders = new ArrayList<Future<?>>();
      for (int sender = 0; sender < 4; sender++) {
        int first = sender * TASKS / 4;
        var own = random.split();
        Replica to = sender % 2 == 0 ? replica : other;
        senders.add(threads.submit(() -> send(to, first, first + TASKS / 4, own)));
      }
      for (Future<?> sender : senders) {
        sender.get();
      }
      Map<String, Task> stored = stored();
      assertThat(stored).as("seed %d", seed).hasSize(TASKS);
      for (Future<List<WatchTasksResponse>> watcher : watchers) {
        List<WatchTasksResponse> seen = watcher.get();
        Map<String, Long> times =
            seen.stream()
                .collect(
                    Collectors.groupingBy(one -> one.getTask().getId(), Collectors.counting()));
        assertThat(times.values()).as("none twice, seed %d", seed).containsOnly(1L);
        Map<String, Task> shown = new HashMap<>();
        seen.forEach(one -> shown.put(one.getTask().getId(), one.getTask()));
        assertThat(shown).as("the store's set, seed %d", seed).isEqualTo(stored);
      }
    }
  }

  private void send(Replica to, int from, int until, SplittableRandom random) {
    for (int at = from; at < until; ) {
      int next = Math.min(until, at + 1 + random.nextInt(8));
      List<Event> batch = IntStream.range(at, next).mapToObj(i -> Orders.issued(i, 1)).toList();
      deliver(to, batch);
      if (random.nextInt(5) == 0) {
        deliver(random.nextBoolean() ? replica : to, batch);
      }
      at = next;
    }
  }

  /** Watches now here, now there, until it has seen as many tasks as there are. */
  private List<WatchTasksResponse> watchAndGetCut(
      String start, Replica other, SplittableRandom random) {
    var seen = new ArrayList<WatchTasksResponse>();
    String token = start;
    while (seen.size() < TASKS) {
      TasksBlockingStub bank = bank(random.nextBoolean() ? replica : other);
      int cutAfter = 1 + random.nextInt(200);
      for (WatchTasksResponse one : watch(bank, token, Math.min(cutAfter, TASKS - seen.size()))) {
        seen.add(one);
        token = one.getResumeToken();
      }
    }
    return seen;
  }

  private Map<String, Task> stored() {
    Map<String, Task> stored = new HashMap<>();
    String token = "";
    do {
      ListTasksResponse page =
          bank(replica)
              .listTasks(
                  ListTasksRequest.newBuilder().setPageSize(100).setPageToken(token).build());
      page.getTasksList().forEach(task -> stored.put(task.getId(), task));
      token = page.getNextPageToken();
    } while (!token.isEmpty());
    return stored;
  }

  @Test
  void theStreamEndsWithTheReplicaAndGoesOnElsewhere() throws Exception {
    Replica leaving = new Replica(stores.again(store), clock);
    TasksBlockingStub bank = bank(leaving);
    Iterator<WatchTasksResponse> stream = bank.watchTasks(WatchTasksRequest.getDefaultInstance());
    String token = stream.next().getResumeToken();
    leaving.close();
    assertThat(ends(stream)).isTrue();
    deliver(replica, Orders.issued(1, 1));
    assertThat(watch(bank(replica), token, 1)).hasSize(1);
  }

  private static boolean ends(Iterator<WatchTasksResponse> stream) {
    try {
      return !stream.hasNext();
    } catch (StatusRuntimeException e) {
      return e.getStatus().getCode() == Status.Code.UNAVAILABLE;
    }
  }

  private int clocks(String institution, String region, Role role) {
    return TasksGrpc.newBlockingStub(
            replica.server().as(TestTokens.person("board", institution, region, role)))
        .listClocks(ListClocksRequest.getDefaultInstance())
        .getClocksCount();
  }

  private static List<Task> list(TasksBlockingStub stub) {
    return stub.listTasks(ListTasksRequest.getDefaultInstance()).getTasksList();
  }
}
