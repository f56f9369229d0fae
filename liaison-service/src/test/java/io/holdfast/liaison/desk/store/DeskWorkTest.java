package io.holdfast.liaison.desk.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.kit.mongo.MongoStore;
import io.holdfast.kit.problem.Problem;
import io.holdfast.liaison.Orders;
import io.holdfast.liaison.desk.BoardClock;
import io.holdfast.liaison.desk.Mailbox;
import io.holdfast.liaison.desk.Task;
import io.holdfast.liaison.desk.proto.CaseEvents;
import io.holdfast.liaison.directory.Desk;
import io.holdfast.liaison.feed.FeedAppender;
import io.holdfast.liaison.feed.FeedPages;
import io.holdfast.proto.casefile.v1.CaseEvent;
import io.holdfast.proto.casefile.v1.CaseState;
import io.holdfast.proto.event.v1.Event;
import io.holdfast.testkit.ManualClock;
import io.holdfast.testkit.RecordedOutlets;
import io.holdfast.testkit.StoreExtension;
import io.holdfast.testkit.TestBench;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DeskWorkTest {
  static final Mailbox BANK = new Mailbox(Orders.BANK, Desk.LIAISON_DESK);

  @RegisterExtension final StoreExtension stores = new StoreExtension();

  private final ManualClock clock = ManualClock.atNoon();
  private long scans;

  @SuppressWarnings("NullAway.Init")
  private MongoStore store;

  @SuppressWarnings("NullAway.Init")
  private TestBench bench;

  @BeforeEach
  void open() {
    store = stores.fresh();
    bench = new TestBench("liaison-service", store, clock, new RecordedOutlets());
    scans = stores.fullScans();
  }

  @AfterEach
  void neverScans() {
    bench.close();
    assertThat(stores.fullScans()).isEqualTo(scans);
  }

  @Test
  void aBatchIsThreeWrites() {
    DeskReplica replica = replica(store);
    replica.take(Orders.issued(0, 1));
    long before = store.writeCount();
    replica.take(Orders.issued(1, 1), Orders.issued(2, 1), Orders.issued(3, 1));
    assertThat(store.writeCount() - before).isEqualTo(3);
    assertThat(replica.open()).hasSize(4);
    assertThat(replica.told()).hasSize(4);
    assertThat(replica.clocks()).hasSize(4);
  }

  @Test
  void theQueueShowsWhatLapsesNextFirst() {
    DeskReplica replica = replica(store);
    replica.take(Orders.issued(30, 1), Orders.issued(10, 1), Orders.issued(20, 1));
    assertThat(replica.open())
        .extracting(Task::subject)
        .containsExactly(
            "stopOrders/" + Orders.id(10),
            "stopOrders/" + Orders.id(20),
            "stopOrders/" + Orders.id(30));
  }

  @Test
  void aRepeatedBatchChangesNothing() {
    DeskReplica replica = replica(store);
    Event[] batch = {Orders.issued(1, 1), Orders.warned(1, 2), Orders.recorded(1, 4)};
    replica.take(batch);
    List<String> told = replica.told();
    replica.take(batch);
    replica(stores.again(store)).take(batch);
    assertThat(told).containsExactly("OPEN 0", "OPEN 1", "DONE 1");
    assertThat(replica.told()).isEqualTo(told);
    assertThat(replica.open()).isEmpty();
    assertThat(replica.clocks()).extracting(BoardClock::name).containsExactly("stop");
  }

  @Test
  void dyingBeforeTellingLosesNothing() {
    DeskReplica dying = replica(store);
    MongoStore gone = stores.again(store);
    var lost = new FeedAppender(pages(gone), clock, (_, _) -> {});
    for (Mailbox mailbox :
        List.of(
            BANK,
            new Mailbox(Orders.BANK, Desk.SECURITY_DESK),
            new Mailbox(Orders.COUNTY, Desk.SUPERVISOR_DESK),
            new Mailbox(Orders.STATION, Desk.UNIT_DESK))) {
      lost.end(mailbox.id());
    }
    gone.close();
    var half = new DeskWork(dying.records, lost);
    assertThatThrownBy(() -> DeskReplica.stops(half, Orders.issued(1, 1), Orders.warned(1, 2)))
        .isInstanceOf(RuntimeException.class);
    assertThat(dying.open()).hasSize(1);
    assertThat(dying.told()).isEmpty();

    DeskReplica next = replica(stores.again(store));
    next.take(Orders.issued(1, 1), Orders.warned(1, 2), Orders.recorded(1, 3));
    assertThat(next.told()).containsExactly("OPEN 0", "OPEN 1", "DONE 1");
  }

  @Test
  void dyingAfterTellingDoublesNothing() {
    DeskReplica dying = replica(store);
    var deaf =
        new FeedAppender(
            pages(store),
            clock,
            (_, _) -> {
              throw new IllegalStateException("killed here");
            });
    var half = new DeskWork(dying.records, deaf);
    assertThatThrownBy(() -> DeskReplica.stops(half, Orders.issued(1, 1)))
        .hasMessage("killed here");
    assertThat(dying.told()).containsExactly("OPEN 0");
    assertThat(dying.clocks()).isEmpty();

    DeskReplica next = replica(stores.again(store));
    next.take(Orders.issued(1, 1));
    assertThat(next.told()).containsExactly("OPEN 0");
    assertThat(next.clocks()).hasSize(1);
  }

  @Test
  void anyNumberOfDyingReplicasTellEachChangeOnceAndInOrder() throws Exception {
    long seed = System.nanoTime();
    var random = new SplittableRandom(seed);
    var failures = new AtomicInteger();
    int orders = 40;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<?>>();
      for (int order = 0; order < orders; order++) {
        int number = order;
        var own = random.split();
        running.add(threads.submit(() -> deliver(number, own, failures)));
      }
      for (Future<?> future : running) {
        future.get();
      }
    }
    DeskReplica reader = replica(stores.again(store));
    assertThat(failures.get()).as("deaths, seed %d", seed).isPositive();
    assertThat(reader.toldOf()).as("seed %d", seed).hasSize(orders);
    reader
        .toldOf()
        .forEach(
            told ->
                assertThat(told).as("seed %d", seed).containsExactly("OPEN 0", "OPEN 1", "DONE 1"));
    assertThat(reader.open()).isEmpty();
    assertThat(reader.clocks()).hasSize(orders);
  }

  @Test
  void replicasThatGetTheSameBatchAtOnceTellItOnce() throws Exception {
    int orders = 60;
    DeskReplica one = replica(store);
    DeskReplica two = replica(stores.again(store));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int order = 0; order < orders; order += 3) {
        Event[] batch = {
          Orders.issued(order, 1), Orders.issued(order + 1, 1), Orders.warned(order + 1, 2)
        };
        Future<?> first = threads.submit(() -> one.take(batch));
        Future<?> second = threads.submit(() -> two.take(batch));
        first.get();
        second.get();
      }
    }
    assertThat(one.toldOf()).hasSize(orders / 3 * 2);
    for (int order = 0; order < orders / 3; order++) {
      assertThat(one.toldOf().get(order * 2)).containsExactly("OPEN 0");
      assertThat(one.toldOf().get(order * 2 + 1)).containsExactly("OPEN 0", "OPEN 1");
    }
  }

  /** Delivers as the relay does: in order, everything not yet taken again after each failure. */
  private void deliver(int number, SplittableRandom random, AtomicInteger failures) {
    List<Event> all =
        List.of(Orders.issued(number, 1), Orders.warned(number, 2), Orders.recorded(number, 3));
    int taken = 0;
    while (taken < all.size()) {
      int upTo = taken + 1 + random.nextInt(all.size() - taken);
      DeskReplica replica =
          new DeskReplica(store, bench.keysInUse().sealer(), clock, random.split());
      try {
        replica.take(all.subList(taken, upTo).toArray(new Event[0]));
        taken = upTo;
      } catch (IllegalStateException | Problem _) {
        failures.incrementAndGet();
      }
    }
  }

  @Test
  void aCaseUnderReviewLiesOnTheCountysDesk() {
    DeskReplica replica = replica(store);
    String id = Orders.id(77);
    var events = new CaseEvents(replica.work);
    var county = new Mailbox(Orders.COUNTY, Desk.UNIT_DESK);
    events.handle(
        List.of(DeskReplica.received(Orders.filing(id, 1, CaseState.RECEIVED), CaseEvent.class)));
    assertThat(store.writeCount()).isEqualTo(replica.writesAtStart);
    events.handle(
        List.of(DeskReplica.received(Orders.filing(id, 2, CaseState.REVIEW), CaseEvent.class)));
    assertThat(replica.records.on(county, 10, "").items()).hasSize(1);
    events.handle(
        List.of(DeskReplica.received(Orders.filing(id, 3, CaseState.FILED), CaseEvent.class)));
    assertThat(replica.records.on(county, 10, "").items()).isEmpty();
  }

  @Test
  void theBoardIsReadByInstitutionAndByArea() {
    DeskReplica replica = replica(store);
    replica.take(Orders.issued(2, 1), Orders.issued(1, 1));
    for (String institution : List.of(Orders.STATION, Orders.COUNTY)) {
      var first = replica.records.boardOf(institution, 1, "");
      assertThat(first.items().getFirst().value().subject()).endsWith(Orders.id(1));
      var second = replica.records.boardOf(institution, 1, first.nextPageToken());
      assertThat(second.items().getFirst().value().subject()).endsWith(Orders.id(2));
      assertThat(second.nextPageToken()).isEmpty();
    }
    for (String region : List.of("999001", "999000", "990000")) {
      assertThat(replica.records.boardOfRegion(region, 10, "").items()).hasSize(2);
    }
    assertThat(replica.records.boardOfRegion("999002", 10, "").items()).isEmpty();
    assertThat(replica.records.boardOf(Orders.BANK, 10, "").items()).isEmpty();
  }

  private FeedPages pages(MongoStore in) {
    return FeedPages.open(in, bench.keysInUse().sealer());
  }

  private DeskReplica replica(MongoStore in) {
    return new DeskReplica(in, bench.keysInUse().sealer(), clock, null);
  }
}
