package io.holdfast.kit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import io.grpc.stub.StreamObserver;
import io.holdfast.kit.access.Call;
import io.holdfast.kit.id.Ids;
import io.holdfast.kit.mongo.AccessPath;
import io.holdfast.kit.mongo.Aggregates;
import io.holdfast.kit.mongo.Change;
import io.holdfast.kit.mongo.Creation;
import io.holdfast.kit.mongo.Layout;
import io.holdfast.kit.mongo.MongoAuditTrail;
import io.holdfast.kit.mongo.MongoStore;
import io.holdfast.kit.mongo.Mutation;
import io.holdfast.kit.mongo.Stored;
import io.holdfast.kit.value.Access;
import io.holdfast.proto.access.v1.AuditEntry;
import io.holdfast.proto.access.v1.AuditOutcome;
import io.holdfast.proto.access.v1.ListAuditEntriesRequest;
import io.holdfast.proto.access.v1.Role;
import io.holdfast.proto.access.v1.Scope;
import io.holdfast.proto.casefile.v1.ReviewCaseRequest;
import io.holdfast.proto.freezing.v1.AcknowledgeStopOrderRequest;
import io.holdfast.proto.freezing.v1.FreezeAuditLogGrpc;
import io.holdfast.proto.freezing.v1.GetStopOrderRequest;
import io.holdfast.proto.freezing.v1.ListStopOrdersRequest;
import io.holdfast.proto.freezing.v1.ListStopOrdersResponse;
import io.holdfast.proto.freezing.v1.StopOrder;
import io.holdfast.proto.freezing.v1.StopOrderSummary;
import io.holdfast.proto.freezing.v1.StopOrdersGrpc;
import io.holdfast.testkit.Eventually;
import io.holdfast.testkit.ManualClock;
import io.holdfast.testkit.RecordedOutlets;
import io.holdfast.testkit.Refusals;
import io.holdfast.testkit.StoreExtension;
import io.holdfast.testkit.TestBench;
import io.holdfast.testkit.TestCalls;
import io.holdfast.testkit.TestServer;
import io.holdfast.testkit.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who did, saw or was refused what, read back by an auditor. All data made up (测试). */
final class AuditTrailTest {
  private static final String STATION = Ids.derived("station");
  private static final String BANK = Ids.derived("bank");
  private static final String ORDER = Ids.derived("order");
  private static final String OTHER = Ids.derived("other-order");

  @RegisterExtension final StoreExtension stores = new StoreExtension();

  private final ManualClock clock = ManualClock.atNoon();

  @SuppressWarnings("NullAway.Init")
  private TestBench bench;

  @SuppressWarnings("NullAway.Init")
  private AuditLog log;

  @SuppressWarnings("NullAway.Init")
  private Aggregates<Slip> slips;

  @SuppressWarnings("NullAway.Init")
  private ReadLog reads;

  @SuppressWarnings("NullAway.Init")
  private TestServer server;

  /** An order that exists only in this test. */
  record Slip(String text) {
    static final AccessPath BY_PARTY =
        AccessPath.of("byParty", "access.parties", "-created", "-_id");
    static final Layout<Slip> LAYOUT =
        new Layout<>(
            "stop_orders",
            Slip.class,
            List.of(BY_PARTY),
            _ -> Optional.empty(),
            _ -> Map.of(),
            _ -> Set.of(),
            (slip, _) -> slip);
  }

  @BeforeEach
  void open() {
    MongoStore store = stores.fresh();
    bench = new TestBench("freeze-service", store, clock, new RecordedOutlets());
    slips = bench.aggregates().open(Slip.LAYOUT, _ -> {});
    var trail = new MongoAuditTrail(store);
    log = new AuditLog(trail);
    reads = new ReadLog(log, clock, bench.ids());
    server =
        new TestServer(
            clock,
            trail,
            new Orders(),
            new AuditGrpc(
                FreezeAuditLogGrpc.getServiceDescriptor(),
                FreezeAuditLogGrpc.getListAuditEntriesMethod(),
                trail,
                reads,
                clock));
    made(ORDER, STATION, "530102");
    made(OTHER, Ids.derived("far-station"), "440305");
  }

  @AfterEach
  void close() throws InterruptedException {
    server.close();
    log.close();
    bench.close();
  }

  private void made(String id, String station, String region) {
    Call call =
        TestCalls.call(
            TestCalls.person("wang", station, region, Role.STATION_OFFICER), Scope.OWN_INSTITUTION);
    slips.create(
        new Creation<>(
            id,
            "cn-2026",
            Access.of(station, List.of(), region).with(BANK),
            new Slip("测试"),
            List.of()),
        Mutation.of(call, ReviewCaseRequest.newBuilder().setRequestId(id).build()));
  }

  /** The orders' methods, as far as this test needs them. */
  private final class Orders extends StopOrdersGrpc.StopOrdersImplBase {
    @Override
    public void getStopOrder(GetStopOrderRequest request, StreamObserver<StopOrder> answer) {
      slips.load(Call.current(), request.getId());
      answer.onNext(shown(request.getId()));
      answer.onCompleted();
    }

    @Override
    public void acknowledgeStopOrder(
        AcknowledgeStopOrderRequest request, StreamObserver<StopOrder> answer) {
      Call call = Call.current();
      slips.change(
          call,
          request.getId(),
          Mutation.answer(call, request),
          seen -> Change.to(new Slip(seen.state().text() + "收"), List.of()));
      answer.onNext(shown(request.getId()));
      answer.onCompleted();
    }

    @Override
    public void listStopOrders(
        ListStopOrdersRequest request, StreamObserver<ListStopOrdersResponse> answer) {
      var page = slips.page(Slip.BY_PARTY, List.of(BANK), 20, "");
      var response = ListStopOrdersResponse.newBuilder();
      // A masked account is no personal value: an entry is made because this service says so.
      reads.read(Call.current(), "stopOrders", page.items().stream().map(Stored::id).toList());
      page.items()
          .forEach(
              item ->
                  response.addStopOrders(
                      StopOrderSummary.newBuilder().setId(item.id()).setMaskedAccount("9990****")));
      answer.onNext(response.build());
      answer.onCompleted();
    }
  }

  private static StopOrder shown(String id) {
    return StopOrder.newBuilder().setId(id).setAccountNumber("9990010000000007").build();
  }

  private StopOrdersGrpc.StopOrdersBlockingStub banker() {
    return StopOrdersGrpc.newBlockingStub(
        server.as(TestTokens.person("li", BANK, "110000", Role.BANK_LIAISON)));
  }

  private FreezeAuditLogGrpc.FreezeAuditLogBlockingStub auditor(String region) {
    return FreezeAuditLogGrpc.newBlockingStub(
        server.as(TestTokens.person("zhao", Ids.derived("inspection"), region, Role.AUDITOR)));
  }

  private List<AuditEntry> asked(String region, ListAuditEntriesRequest.Builder question) {
    return auditor(region).listAuditEntries(question.build()).getAuditEntriesList();
  }

  /** The same without the auditors' own questions, which are entries too. */
  private List<AuditEntry> acts(String region, ListAuditEntriesRequest.Builder question) {
    return asked(region, question).stream()
        .filter(entry -> !entry.getSubject().equals("auditEntries"))
        .toList();
  }

  private static ListAuditEntriesRequest.Builder about(String id) {
    return ListAuditEntriesRequest.newBuilder().setSubject("stopOrders/" + id);
  }

  private static List<String> said(List<AuditEntry> entries) {
    return entries.stream().map(entry -> entry.getAction() + ' ' + entry.getOutcome()).toList();
  }

  @Test
  void whoDidAndSawWhatWithAnOrderIsReadWhereTheOrderBelongs() {
    clock.advance(Duration.ofMinutes(1));
    banker().getStopOrder(GetStopOrderRequest.newBuilder().setId(ORDER).build());
    clock.advance(Duration.ofMinutes(1));
    banker().acknowledgeStopOrder(AcknowledgeStopOrderRequest.newBuilder().setId(ORDER).build());

    // What an aggregate's own write carried is moved to the log just after it.
    Eventually.holds("the entry of the change", () -> acts("530100", about(ORDER)).size() == 3);
    List<AuditEntry> acts = acts("530100", about(ORDER));
    assertThat(said(acts))
        .containsExactly(
            "freezing.AcknowledgeStopOrder DONE",
            "freezing.GetStopOrder READ",
            "casefile.ReviewCase DONE");
    AuditEntry read = acts.get(1);
    assertThat(read.getActor().getOfficer()).isEqualTo("officer-li");
    assertThat(read.getActor().getInstitution()).isEqualTo(BANK);
    assertThat(read.getActor().getRolesList()).containsExactly("bank-liaison");
    assertThat(read.getHash()).hasSize(64);
    // Of another region's order nothing is seen, and of this one nothing elsewhere.
    assertThat(acts("530100", about(OTHER))).isEmpty();
    assertThat(acts("440305", about(ORDER))).isEmpty();
    // A list shows both: its entry is found under each, by the auditors of each.
    banker().listStopOrders(ListStopOrdersRequest.getDefaultInstance());
    assertThat(said(asked("530102", about(ORDER)))).contains("freezing.ListStopOrders READ");
    assertThat(said(asked("440305", about(OTHER)))).contains("freezing.ListStopOrders READ");
    assertThat(stores.fullScans()).isZero();
  }

  @Test
  void refusalsAreOnRecordForThoseWhoWatchTheThingAndThoseWhoWatchTheMan() {
    clock.advance(Duration.ofMinutes(1));
    var stranger =
        StopOrdersGrpc.newBlockingStub(
            server.as(
                TestTokens.person(
                    "sun", Ids.derived("elsewhere"), "310101", Role.STATION_OFFICER)));
    assertThat(
            Refusals.reason(
                () -> stranger.getStopOrder(GetStopOrderRequest.newBuilder().setId(ORDER).build())))
        .isEqualTo("ACCESS_DENIED");

    for (String region : List.of("530102", "310100")) {
      AuditEntry refused = acts(region, about(ORDER)).getFirst();
      assertThat(refused.getOutcome()).isEqualTo(AuditOutcome.REFUSED);
      assertThat(refused.getReason()).isEqualTo("ACCESS_DENIED");
      assertThat(refused.getActor().getSubject()).isEqualTo("sub-sun");
    }
  }

  @Test
  void conditionsNarrowTogetherAndPagesFollowEachOther() {
    var seen = new ArrayList<Instant>();
    for (int i = 0; i < 5; i++) {
      clock.advance(Duration.ofMinutes(10));
      seen.add(clock.instant());
      banker().getStopOrder(GetStopOrderRequest.newBuilder().setId(ORDER).build());
    }
    var reads =
        ListAuditEntriesRequest.newBuilder()
            .setInstitution(BANK)
            .setAction("freezing.GetStopOrder")
            .setOutcome(AuditOutcome.READ);
    assertThat(asked("530102", reads)).hasSize(5);
    assertThat(
            asked("530102", reads.clone().setFromTime(at(seen.get(1))).setToTime(at(seen.get(3)))))
        .hasSize(2);
    assertThat(asked("530102", reads.clone().setOutcome(AuditOutcome.DONE))).isEmpty();

    var paged = reads.clone().setPageSize(2);
    var ids = new ArrayList<String>();
    String token = "";
    do {
      var page = auditor("530102").listAuditEntries(paged.setPageToken(token).build());
      page.getAuditEntriesList().forEach(entry -> ids.add(entry.getId()));
      token = page.getNextPageToken();
    } while (!token.isEmpty());
    assertThat(ids).hasSize(5).doesNotHaveDuplicates();
    assertThat(stores.fullScans()).isZero();
  }

  @Test
  void readingTheLogIsOnRecordAndTellsWhoseDoingsWereLookedAt() {
    asked("530102", about(ORDER));
    List<AuditEntry> entries =
        asked("530102", ListAuditEntriesRequest.newBuilder().setSubject("auditEntries"));
    assertThat(entries).hasSize(1);
    assertThat(entries.getFirst().getActor().getOfficer()).isEqualTo("officer-zhao");
    assertThat(entries.getFirst().getItemsList()).containsExactly("stopOrders/" + ORDER);
    // So it stands under the order, too.
    assertThat(said(asked("530102", about(ORDER)))).contains("freezing.ListAuditEntries READ");
  }

  @Test
  void aSearchWithoutSubjectOrOfficerIsBounded() {
    assertThat(
            Refusals.reason(
                () ->
                    asked(
                        "530102",
                        ListAuditEntriesRequest.newBuilder()
                            .setFromTime(at(clock.instant().minus(Duration.ofDays(32)))))))
        .isEqualTo("VALIDATION_FAILED");
    assertThat(
            asked(
                "530102",
                about(ORDER).setFromTime(at(clock.instant().minus(Duration.ofDays(320))))))
        .isNotNull();
    assertThat(
            Refusals.reason(
                () -> asked("530102", ListAuditEntriesRequest.newBuilder().setSubject("测试 受害人"))))
        .isEqualTo("VALIDATION_FAILED");
  }

  private static Timestamp at(Instant time) {
    return Timestamp.newBuilder()
        .setSeconds(time.getEpochSecond())
        .setNanos(time.getNano())
        .build();
  }
}
