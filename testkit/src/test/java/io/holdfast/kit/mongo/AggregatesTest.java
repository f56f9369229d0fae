package io.holdfast.kit.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.kit.access.Call;
import io.holdfast.kit.id.Ids;
import io.holdfast.kit.problem.KitReason;
import io.holdfast.kit.problem.Problem;
import io.holdfast.proto.access.v1.Receiver;
import io.holdfast.proto.access.v1.Role;
import io.holdfast.proto.access.v1.Scope;
import io.holdfast.proto.casefile.v1.ReviewCaseRequest;
import io.holdfast.proto.event.v1.Event;
import io.holdfast.testkit.Eventually;
import io.holdfast.testkit.ManualClock;
import io.holdfast.testkit.RecordedOutlets;
import io.holdfast.testkit.StoreExtension;
import io.holdfast.testkit.TestBench;
import io.holdfast.testkit.TestCalls;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class AggregatesTest {
  @RegisterExtension final StoreExtension stores = new StoreExtension();

  private final ManualClock clock = ManualClock.atNoon();
  private final RecordedOutlets outlets = new RecordedOutlets();
  private final AtomicInteger woken = new AtomicInteger();

  @SuppressWarnings("NullAway.Init")
  private MongoStore store;

  @SuppressWarnings("NullAway.Init")
  private TestBench bench;

  @SuppressWarnings("NullAway.Init")
  private Aggregates<Parcel> parcels;

  @BeforeEach
  void open() {
    store = stores.fresh();
    bench = new TestBench("test-service", store, clock, outlets);
    parcels = bench.aggregates().open(Parcel.LAYOUT, this::wake);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private void wake(String id) {
    woken.incrementAndGet();
    parcels.change(id, Mutation.clock("demo", "road"), seen -> Change.to(Parcel.on(7), List.of()));
  }

  private static Call call(String institution) {
    return TestCalls.call(
        TestCalls.person("wang", institution, "999001", Role.STATION_OFFICER),
        Scope.OWN_INSTITUTION);
  }

  private static Mutation request(String requestId, String id, String etag) {
    return Mutation.of(
        call("inst-a"),
        ReviewCaseRequest.newBuilder().setRequestId(requestId).setId(id).setEtag(etag).build());
  }

  private Stored<Parcel> made(String name, Fact... facts) {
    return parcels.create(
        new Creation<>(Ids.derived(name), "demo", Parcel.ACCESS, Parcel.on(3), List.of(facts)),
        request(name, name, ""));
  }

  @Test
  void whatIsStoredComesBackWhole() {
    Stored<Parcel> made = made("one");
    assertThat(parcels.find(made.id()).orElseThrow().state()).isEqualTo(made.state());
    Stored<Parcel> sent =
        parcels.change(
            made.id(),
            request("r2", "x", ""),
            seen -> Change.to(seen.state().sent(clock.instant().plusSeconds(60))));
    assertThat(parcels.find(made.id()).orElseThrow().state().place())
        .isEqualTo(sent.state().place());
  }

  @Test
  void personalValuesAreNowhereInTheDocument() {
    Stored<Parcel> made = made("secret");
    Document document = Await.all(store.collection("parcels").find()).getFirst();
    assertThat(document.toJson()).doesNotContain("收件人").contains("测试3");
    assertThat(made.state().recipient().reveal()).isEqualTo("测试收件人");
  }

  @Test
  void aRepeatGetsTheFirstAndOtherContentIsRefused() {
    Stored<Parcel> first = made("same");
    assertThat(made("same").id()).isEqualTo(first.id());
    assertThatThrownBy(
            () ->
                parcels.create(
                    new Creation<>(first.id(), "demo", Parcel.ACCESS, Parcel.on(9), List.of()),
                    request("same", "other content", "")))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(problem.reason()).isEqualTo(KitReason.REQUEST_ID_REUSED));
  }

  @Test
  void aRepeatedChangeTakesEffectOnce() {
    String id = made("change").id();
    for (int i = 0; i < 3; i++) {
      parcels.change(id, request("again", "c", ""), seen -> Change.to(seen.state().heavier()));
    }
    assertThat(parcels.find(id).orElseThrow().state().weight()).isEqualTo(5);
  }

  @Test
  void aStaleEtagIsRefusedAndTheCurrentOneIsNot() {
    Stored<Parcel> made = made("etag");
    Stored<Parcel> next =
        parcels.change(
            made.id(), request("e1", "c", made.etag()), seen -> Change.to(seen.state().heavier()));
    assertThatThrownBy(
            () ->
                parcels.change(
                    made.id(),
                    request("e2", "c", made.etag()),
                    seen -> Change.to(seen.state().heavier())))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.reason()).isEqualTo(KitReason.STALE));
    parcels.change(
        made.id(), request("e3", "c", next.etag()), seen -> Change.to(seen.state().heavier()));
  }

  @Test
  void foreignAndAbsentAreRefusedAlike() {
    String id = made("foreign").id();
    for (String asked : List.of(id, Ids.derived("nothing"))) {
      assertThatThrownBy(() -> parcels.load(call("inst-b"), asked))
          .isInstanceOfSatisfying(
              Problem.class,
              problem -> assertThat(problem.reason()).isEqualTo(KitReason.ACCESS_DENIED));
    }
    assertThat(parcels.load(call("inst-a"), id).id()).isEqualTo(id);
    assertThat(parcels.load(call("county"), id).id()).isEqualTo(id);
  }

  @Test
  void racesAreDecidedAgainAndNoneIsLost() {
    String id = made("race").id();
    List<Thread> threads = new ArrayList<>();
    AtomicInteger done = new AtomicInteger();
    for (int i = 0; i < 3; i++) {
      String name = "racer" + i;
      threads.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    parcels.change(
                        id, request(name, "c", ""), seen -> Change.to(seen.state().heavier()));
                    done.incrementAndGet();
                  }));
    }
    Eventually.holds("all racers done", () -> threads.stream().noneMatch(Thread::isAlive));
    assertThat(parcels.find(id).orElseThrow().state().weight()).isEqualTo(4 + done.get());
  }

  @Test
  void whoLosesEveryRaceIsToldToTryAgainAndNothingIsLost() {
    String id = made("busy").id();
    AtomicInteger others = new AtomicInteger();
    assertThatThrownBy(
            () ->
                parcels.change(
                    id,
                    request("slow", "c", ""),
                    seen -> {
                      String other = "other" + others.incrementAndGet();
                      parcels.change(
                          id, request(other, "c", ""), now -> Change.to(now.state().heavier()));
                      return Change.to(seen.state().heavier());
                    }))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.reason()).isEqualTo(KitReason.BUSY));
    assertThat(parcels.find(id).orElseThrow().state().weight()).isEqualTo(4 + others.get());
  }

  @Test
  void eventsReachEveryReceiverInOrderAndTheDocumentIsCleared() {
    String id = made("events", Parcel.fact(), Parcel.fact()).id();
    parcels.change(
        id,
        request("e", "c", ""),
        seen -> Change.to(seen.state().heavier(), List.of(Parcel.fact())));
    Eventually.holds("settled", () -> parcels.find(id).orElseThrow().state().told());
    Eventually.holds(
        "all delivered", () -> distinct(Receiver.FREEZE_SERVICE).equals(List.of(1L, 2L, 3L)));
    assertThat(distinct(Receiver.LIAISON_SERVICE)).containsExactly(1L, 2L, 3L);
    Eventually.holds("cleared", () -> !document(id).containsKey(Envelope.UNSETTLED));
    assertThat(document(id).containsKey(Envelope.WAKE_AT)).isFalse();
    assertThat(Await.all(store.collection("audit").find())).hasSize(2);
  }

  private List<Long> distinct(Receiver receiver) {
    return outlets.to(receiver).stream().map(Event::getSeq).distinct().toList();
  }

  private Document document(String id) {
    return Await.all(store.collection("parcels").find(new Document("_id", id))).getFirst();
  }

  @Test
  void aReceiverThatIsDownGetsItLaterAndTheOthersDoNotWait() {
    outlets.takeDown(Receiver.FREEZE_SERVICE);
    String id = made("down", Parcel.fact()).id();
    Eventually.holds("the other has it", () -> outlets.to(Receiver.LIAISON_SERVICE).size() == 1);
    Eventually.holds("postponed", () -> document(id).containsKey(Envelope.TRIES));
    assertThat(outlets.to(Receiver.FREEZE_SERVICE)).isEmpty();
    outlets.bringUp(Receiver.FREEZE_SERVICE);
    bench.startWorkers();
    clock.advance(Duration.ofSeconds(5));
    Eventually.holds("delivered", () -> outlets.to(Receiver.FREEZE_SERVICE).size() == 1);
    Eventually.holds("cleared", () -> !document(id).containsKey(Envelope.UNSETTLED));
    assertThat(outlets.to(Receiver.LIAISON_SERVICE)).hasSize(1);
  }

  @Test
  void anEventTakesEffectOnceAndLeavesTheEtagAlone() {
    Stored<Parcel> made = made("event");
    Event event =
        Event.newBuilder()
            .setSource("freeze-service")
            .setSubject("order")
            .setSeq(4)
            .setId("freeze-service/order#4")
            .setType("holdfast.freezing.v1.StopOrderEvent")
            .build();
    for (int i = 0; i < 2; i++) {
      parcels.change(made.id(), Mutation.of(event), seen -> Change.to(seen.state().heavier()));
    }
    Stored<Parcel> after = parcels.find(made.id()).orElseThrow();
    assertThat(after.state().weight()).isEqualTo(5);
    assertThat(after.etag()).isEqualTo(made.etag());
  }

  @Test
  void aDueClockIsFiredOnce() {
    String id = made("clock").id();
    parcels.change(
        id,
        request("go", "c", ""),
        seen -> Change.to(seen.state().sent(clock.instant().plusSeconds(60))));
    bench.startWorkers();
    clock.advance(Duration.ofSeconds(59));
    Eventually.holds("settled", () -> !document(id).containsKey(Envelope.UNSETTLED));
    assertThat(woken.get()).isZero();
    clock.advance(Duration.ofSeconds(1));
    Eventually.holds("fired", () -> woken.get() == 1);
    Eventually.holds("settled again", () -> !document(id).containsKey(Envelope.UNSETTLED));
    assertThat(woken.get()).isEqualTo(1);
  }

  @Test
  void pagesFollowTheirPathWithoutScanning() {
    long before = stores.fullScans();
    for (int i = 0; i < 7; i++) {
      clock.advance(Duration.ofSeconds(1));
      made("page" + i);
    }
    List<String> ids = new ArrayList<>();
    String token = "";
    do {
      Page<Stored<Parcel>> page = parcels.page(Parcel.BY_OWNER, List.of("county"), 3, token);
      page.items().forEach(item -> ids.add(item.id()));
      token = page.nextPageToken();
    } while (!token.isEmpty());
    assertThat(ids).hasSize(7).doesNotHaveDuplicates().startsWith(Ids.derived("page6"));
    assertThat(parcels.page(Parcel.BY_OWNER, List.of("inst-b"), 3, "").items()).isEmpty();
    assertThatThrownBy(() -> parcels.page(Parcel.BY_OWNER, List.of("county"), 3, "nonsense"))
        .isInstanceOf(Problem.class);
    assertThat(stores.fullScans()).isEqualTo(before);
  }

  @Test
  void aSparsePathForgetsWhatHasLeftIt() {
    String id = made("sparse").id();
    assertThat(parcels.page(Parcel.OPEN, List.of("shelf|3"), 10, "").items()).hasSize(1);
    parcels.change(
        id, request("s", "c", ""), seen -> Change.to(seen.state().sent(clock.instant())));
    assertThat(parcels.page(Parcel.OPEN, List.of("shelf|3"), 10, "").items()).isEmpty();
  }

  @Test
  void lookupsFindWhatWasFiled() {
    String id = made("lookup").id();
    var lookups = new Lookups(store);
    Eventually.holds("filed", () -> lookups.find("label:测试3", 10).equals(List.of(id)));
  }
}
