package io.holdfast.liaison.trace.grpc;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import io.holdfast.kit.id.Ids;
import io.holdfast.kit.mongo.MongoStore;
import io.holdfast.kit.mongo.RequestGuard;
import io.holdfast.kit.outbox.EventHandler.Received;
import io.holdfast.kit.outbox.Outlets;
import io.holdfast.kit.policy.PolicySet;
import io.holdfast.liaison.desk.Mailbox;
import io.holdfast.liaison.desk.store.DeskRecords;
import io.holdfast.liaison.desk.store.DeskWork;
import io.holdfast.liaison.directory.Desk;
import io.holdfast.liaison.directory.grpc.InstitutionBook;
import io.holdfast.liaison.directory.grpc.InstitutionsGrpc;
import io.holdfast.liaison.feed.FeedAppender;
import io.holdfast.liaison.feed.FeedPages;
import io.holdfast.liaison.feed.LiveFeeds;
import io.holdfast.liaison.routing.grpc.DirectoryView;
import io.holdfast.liaison.routing.grpc.RoutesGrpc;
import io.holdfast.liaison.routing.grpc.RoutingBook;
import io.holdfast.liaison.routing.store.RoutingErrors;
import io.holdfast.liaison.trace.events.TraceEvents;
import io.holdfast.proto.access.v1.Receiver;
import io.holdfast.proto.access.v1.Role;
import io.holdfast.proto.casefile.v1.CaseCard;
import io.holdfast.proto.casefile.v1.CaseEvent;
import io.holdfast.proto.casefile.v1.ContactDirection;
import io.holdfast.proto.casefile.v1.OfficerCard;
import io.holdfast.proto.casefile.v1.TraceRequested;
import io.holdfast.proto.event.v1.Event;
import io.holdfast.proto.liaison.v1.CreateInstitutionRequest;
import io.holdfast.proto.liaison.v1.ImportRoutesRequest;
import io.holdfast.proto.liaison.v1.Institution;
import io.holdfast.proto.liaison.v1.InstitutionKind;
import io.holdfast.proto.liaison.v1.InstitutionsGrpc.InstitutionsBlockingStub;
import io.holdfast.proto.liaison.v1.Route;
import io.holdfast.proto.liaison.v1.TraceEvent;
import io.holdfast.proto.liaison.v1.TracesGrpc;
import io.holdfast.proto.liaison.v1.TracesGrpc.TracesBlockingStub;
import io.holdfast.testkit.ManualClock;
import io.holdfast.testkit.RecordedOutlets;
import io.holdfast.testkit.TestBench;
import io.holdfast.testkit.TestServer;
import io.holdfast.testkit.TestTokens;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Traces and their desks on a test store, behind the whole interceptor chain. Made up (测试). */
final class TraceBench implements AutoCloseable {
  static final String STATION = Ids.derived("station");
  static final String COUNTY = Ids.derived("county");
  static final String CASE = Ids.derived("case");
  static final String TRACE = Ids.derived("trace");
  static final String REGION = "530102";
  static final String CALLED = "13999000001";
  static final String DISPLAYED = "+000110";

  final ManualClock clock = ManualClock.atNoon();
  final RecordedOutlets outlets = new RecordedOutlets();
  final TestBench bench;
  final TraceService service;
  final DeskRecords records;
  final TestServer server;
  final String carrier;
  final String second;
  private final LiveFeeds feeds;

  TraceBench(MongoStore store) {
    var handler = new java.util.concurrent.atomic.AtomicReference<TraceEvents>();
    Outlets own =
        (receiver, events) -> {
          if (receiver == Receiver.LIAISON_SERVICE) {
            handler.get().handle(events.stream().map(TraceBench::received).toList());
          }
          outlets.deliver(receiver, events);
        };
    bench = new TestBench("liaison-service", store, clock, own);
    var institutions = InstitutionBook.open(bench.aggregates());
    var routing = RoutingBook.open(bench.aggregates());
    service =
        TraceService.open(
            bench.aggregates(),
            PolicySet.load(Path.of("..", "policy")),
            institutions,
            routing,
            clock);
    FeedPages pages = FeedPages.open(store, bench.keysInUse().sealer());
    feeds = new LiveFeeds(pages);
    records = DeskRecords.open(store, bench.keysInUse().sealer());
    handler.set(
        new TraceEvents(new DeskWork(records, new FeedAppender(pages, clock, feeds::told))));
    server =
        new TestServer(
            clock,
            service.grpc(),
            new InstitutionsGrpc(institutions, new RequestGuard(store), clock),
            new RoutesGrpc(
                routing,
                institutions,
                new DirectoryView(institutions, routing, InstantSource.system()),
                RoutingErrors.open(store, bench.keysInUse().sealer())));
    carrier = institution("530000000001", "测试移动", InstitutionKind.CARRIER);
    second = institution("530000000002", "测试电信", InstitutionKind.CARRIER);
    bench.startWorkers();
  }

  String institution(String code, String name, InstitutionKind kind) {
    InstitutionsBlockingStub admin =
        io.holdfast.proto.liaison.v1.InstitutionsGrpc.newBlockingStub(
            server.as(TestTokens.person("admin", COUNTY, REGION, Role.ADMINISTRATOR)));
    return admin
        .createInstitution(
            CreateInstitutionRequest.newBuilder()
                .setInstitution(
                    Institution.newBuilder()
                        .setCode(code)
                        .setName(name)
                        .setKind(kind)
                        .setRegion("530000"))
                .build())
        .getId();
  }

  /** Has numbers that begin so proposed for the carrier. */
  void range(String prefix, String institution) {
    var unused =
        io.holdfast.proto.liaison.v1.RoutesGrpc.newBlockingStub(
                server.as(TestTokens.person("admin", COUNTY, REGION, Role.ADMINISTRATOR)))
            .importRoutes(
                ImportRoutesRequest.newBuilder()
                    .addRoutes(
                        Route.newBuilder()
                            .setPrefix(prefix)
                            .setTelephone(true)
                            .setInstitution(institution))
                    .build());
  }

  private static Received<TraceEvent> received(Event event) {
    return new Received<>(event, unpack(event));
  }

  static TraceEvent unpack(Event event) {
    try {
      return event.getData().unpack(TraceEvent.class);
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError(e);
    }
  }

  /** What the case asks for, delivered. */
  void requested(TraceRequested asked) {
    CaseEvent data =
        CaseEvent.newBuilder()
            .setCard(
                CaseCard.newBuilder()
                    .setCaseId(CASE)
                    .setStation(STATION)
                    .addStationAncestors(COUNTY)
                    .setRegion(REGION)
                    .setPolicy("cn-2026"))
            .setTraceRequested(asked)
            .build();
    service.requests().handle(List.of(new Received<>(event(data), data)));
  }

  private static Event event(Message data) {
    return Event.newBuilder()
        .setId("case-service/" + CASE + "#1")
        .setSource("case-service")
        .setType(CaseEvent.getDescriptor().getFullName())
        .setSubject(CASE)
        .setSeq(1)
        .setTime(at(noon()))
        .setData(Any.pack(data))
        .build();
  }

  TraceRequested.Builder asked() {
    return TraceRequested.newBuilder()
        .setTrace(TRACE)
        .setContact(1)
        .setDirection(ContactDirection.INCOMING)
        .setDisplayed(DISPLAYED)
        .setCalledNumber(CALLED)
        .setStartTime(at(call()))
        .setDurationSeconds(600)
        .setPaperNumber("测调证字〔2026〕1号")
        .setCarrier(carrier)
        .setOfficer(OfficerCard.newBuilder().setName("测试民警").setOfficerNumber("999101"))
        .setRequester("sub-chen")
        .setRequestTime(at(noon()));
  }

  static Instant noon() {
    return ManualClock.atNoon().instant();
  }

  /** When the traced call began. */
  static Instant call() {
    return noon().minus(Duration.ofHours(2));
  }

  static Timestamp at(Instant time) {
    return Timestamp.newBuilder().setSeconds(time.getEpochSecond()).build();
  }

  TracesBlockingStub officer() {
    return stub(TestTokens.person("chen", STATION, REGION, Role.STATION_OFFICER));
  }

  TracesBlockingStub head() {
    return stub(TestTokens.person("lin", COUNTY, REGION, Role.UNIT_HEAD));
  }

  TracesBlockingStub cyber() {
    return stub(TestTokens.person("ma", COUNTY, REGION, Role.CYBER_OFFICER));
  }

  TracesBlockingStub staff(String institution) {
    return stub(TestTokens.person("zhang", institution, REGION, Role.CARRIER_STAFF));
  }

  TracesBlockingStub stub(String token) {
    return TracesGrpc.newBlockingStub(server.as(token));
  }

  /** Kinds and subjects of what lies on a desk. */
  List<String> on(String institution, Desk desk) {
    return records.on(new Mailbox(institution, desk), 100, "").items().stream()
        .map(entry -> entry.value().kind() + " " + entry.value().subject())
        .toList();
  }

  /** What the case was told, each event once. */
  List<TraceEvent> told() {
    return outlets.to(Receiver.CASE_SERVICE).stream()
        .filter(new java.util.HashSet<Event>()::add)
        .map(TraceBench::unpack)
        .toList();
  }

  @Override
  public void close() throws InterruptedException {
    server.close();
    feeds.close();
    bench.close();
  }
}
