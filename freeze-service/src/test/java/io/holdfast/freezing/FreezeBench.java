package io.holdfast.freezing;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import io.grpc.Channel;
import io.grpc.stub.StreamObserver;
import io.holdfast.freezing.phone.desk.CaseBinding;
import io.holdfast.freezing.phone.directory.DirectoryUnits;
import io.holdfast.freezing.routing.directory.DirectoryRoutes;
import io.holdfast.freezing.stop.StopOrder;
import io.holdfast.kit.audit.AuditLog;
import io.holdfast.kit.id.Ids;
import io.holdfast.kit.mongo.LastGood;
import io.holdfast.kit.mongo.MongoStore;
import io.holdfast.kit.mongo.Stored;
import io.holdfast.kit.outbox.EventHandler.Received;
import io.holdfast.kit.policy.PolicySet;
import io.holdfast.proto.access.v1.Receiver;
import io.holdfast.proto.access.v1.Role;
import io.holdfast.proto.casefile.v1.Account;
import io.holdfast.proto.casefile.v1.AccountKind;
import io.holdfast.proto.casefile.v1.CaseCard;
import io.holdfast.proto.casefile.v1.CaseEvent;
import io.holdfast.proto.casefile.v1.OfficerCard;
import io.holdfast.proto.casefile.v1.StopRequest;
import io.holdfast.proto.casefile.v1.StopsRequested;
import io.holdfast.proto.casefile.v1.Transfer;
import io.holdfast.proto.casefile.v1.TransferChannel;
import io.holdfast.proto.event.v1.Event;
import io.holdfast.proto.freezing.v1.AccountQueryErrand;
import io.holdfast.proto.freezing.v1.PaperFile;
import io.holdfast.proto.freezing.v1.PaperKind;
import io.holdfast.proto.freezing.v1.StopOrderErrand;
import io.holdfast.proto.freezing.v1.StopOrderEvent;
import io.holdfast.proto.freezing.v1.StopOrdersGrpc;
import io.holdfast.proto.freezing.v1.StopOrdersGrpc.StopOrdersBlockingStub;
import io.holdfast.proto.freezing.v1.UploadPaperRequest;
import io.holdfast.proto.liaison.v1.Directory;
import io.holdfast.proto.liaison.v1.Institution;
import io.holdfast.proto.liaison.v1.InstitutionKind;
import io.holdfast.proto.liaison.v1.Route;
import io.holdfast.testkit.ManualClock;
import io.holdfast.testkit.RecordedOutlets;
import io.holdfast.testkit.TestBench;
import io.holdfast.testkit.TestServer;
import io.holdfast.testkit.TestTokens;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * One replica of freeze-service on a test store, behind the whole interceptor chain. All data made
 * up (测试).
 */
public final class FreezeBench implements AutoCloseable {
  public static final String STATION = Ids.derived("station");
  public static final String COUNTY = Ids.derived("county");
  public static final String BANK = Ids.derived("bank");
  public static final String OTHER_BANK = Ids.derived("other-bank");
  public static final String CASE = Ids.derived("case");
  public static final String REGION = "530102";
  public static final String BRANCH = Ids.derived("branch");
  public static final String STATION_PHONE = "0990-1230110";
  public static final String ACCOUNT = "9990010000000007";

  /** The station officer's token. */
  static final String WANG = TestTokens.person("wang", STATION, REGION, Role.STATION_OFFICER);

  public final ManualClock clock;

  /** The cases that case-service knows. */
  public final Map<String, CaseBinding> cases = new ConcurrentHashMap<>();

  public final RecordedOutlets outlets = new RecordedOutlets();
  public final StopService service;
  public final TestServer server;
  private final TestBench bench;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AuditLog audit = new AuditLog(_ -> {});
  private final LastGood<Directory> directory;

  public FreezeBench(MongoStore store) {
    this(store, ManualClock.atNoon(), true);
  }

  public FreezeBench(MongoStore store, ManualClock clock, boolean sweeping) {
    this(store, clock, sweeping, Duration.ofSeconds(20));
  }

  public FreezeBench(
      MongoStore store, ManualClock clock, boolean sweeping, Duration countPatience) {
    this(store, clock, sweeping, countPatience, PolicySet.load(Path.of("..", "policy")));
  }

  /** Under other policies. */
  public FreezeBench(MongoStore store, PolicySet policies) {
    this(store, ManualClock.atNoon(), true, Duration.ofSeconds(20), policies);
  }

  private FreezeBench(
      MongoStore store,
      ManualClock clock,
      boolean sweeping,
      Duration countPatience,
      PolicySet policies) {
    this.clock = clock;
    this.bench = new TestBench("freeze-service", store, clock, this::deliver, sweeping);
    this.directory =
        new LastGood<>(
            store, "directory", Directory.parser(), Directory::getVersion, _ -> directory());
    this.service =
        StopService.open(
            new StopService.Parts(
                bench.aggregates(),
                store,
                bench.keysInUse(),
                policies,
                clock,
                bench.ids(),
                new SplittableRandom(7),
                audit,
                threads,
                countPatience),
            new StopService.Around(
                new DirectoryRoutes(directory, InstantSource.system()),
                new DirectoryUnits(directory::get),
                id -> Optional.ofNullable(cases.get(id))));
    directory.refresh();
    this.server =
        new TestServer(
            clock,
            service.grpc(),
            service.trails(),
            service.lookups(),
            service.phoned(),
            service.callCodes());
    bench.startWorkers();
  }

  /** What the service tells itself is done; the rest is written down. */
  private void deliver(Receiver receiver, List<Event> events) {
    if (receiver == Receiver.FREEZE_SERVICE) {
      events.forEach(this::again);
    }
    outlets.deliver(receiver, events);
  }

  /** Does what the service has told itself, as often as it is delivered. */
  void again(Event event) {
    try {
      if (event.getData().is(AccountQueryErrand.class)) {
        service
            .lookupErrands()
            .handle(
                List.of(new Received<>(event, event.getData().unpack(AccountQueryErrand.class))));
      } else {
        service
            .errands()
            .handle(List.of(new Received<>(event, event.getData().unpack(StopOrderErrand.class))));
      }
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError(e);
    }
  }

  private static Directory directory() {
    return Directory.newBuilder()
        .setVersion(9)
        .setTable(3)
        .addInstitutions(institution(BANK, "测试银行", InstitutionKind.BANK))
        .addInstitutions(institution(OTHER_BANK, "测试第二银行", InstitutionKind.BANK))
        .addInstitutions(
            institution(STATION, "测试派出所", InstitutionKind.POLICE).toBuilder()
                .setParent(COUNTY)
                .setRegion(REGION)
                .setPhone(STATION_PHONE))
        .addInstitutions(institution(COUNTY, "测试县局", InstitutionKind.POLICE))
        .addInstitutions(
            institution(BRANCH, "测试银行测试支行", InstitutionKind.BANK).toBuilder().setParent(BANK))
        .addRoutes(Route.newBuilder().setPrefix("999001").setInstitution(BANK))
        // A range of telephone numbers, which is no account's.
        .addRoutes(
            Route.newBuilder().setPrefix("99900100").setTelephone(true).setInstitution(OTHER_BANK))
        .addRoutes(Route.newBuilder().setPrefix("999002").setInstitution(OTHER_BANK))
        .build();
  }

  private static Institution institution(String id, String name, InstitutionKind kind) {
    return Institution.newBuilder().setId(id).setName(name).setKind(kind).build();
  }

  /** A station officer's stub. */
  public StopOrdersBlockingStub officer() {
    return stub(WANG);
  }

  /** Uploads {@link #pdf} in two messages. */
  public PaperFile upload(String token, String id, PaperKind kind, String requestId)
      throws Exception {
    var answer = new CompletableFuture<PaperFile>();
    StreamObserver<UploadPaperRequest> upload =
        StopOrdersGrpc.newStub(channel(token))
            .uploadPaper(
                new StreamObserver<>() {
                  @Override
                  public void onNext(PaperFile file) {
                    answer.complete(file);
                  }

                  @Override
                  public void onError(Throwable e) {
                    answer.completeExceptionally(e);
                  }

                  @Override
                  public void onCompleted() {}
                });
    upload.onNext(
        UploadPaperRequest.newBuilder()
            .setId(id)
            .setKind(kind)
            .setFileName("C:\\测试\\止付通知书.pdf")
            .setRequestId(requestId)
            .build());
    upload.onNext(UploadPaperRequest.newBuilder().setChunk(pdf()).build());
    upload.onCompleted();
    return answer.get(20, TimeUnit.SECONDS);
  }

  static ByteString pdf() {
    return ByteString.copyFrom("%PDF-1.7\n测试\n%%EOF", StandardCharsets.UTF_8);
  }

  /** A bank liaison officer's stub. */
  public StopOrdersBlockingStub banker() {
    return banker("li");
  }

  public StopOrdersBlockingStub banker(String name) {
    return stub(TestTokens.person(name, BANK, REGION, Role.BANK_LIAISON));
  }

  /** The bank's security desk. */
  public StopOrdersBlockingStub desk() {
    return stub(TestTokens.person("zhou", BANK, REGION, Role.BANK_SECURITY_DESK));
  }

  public StopOrdersBlockingStub stub(String token) {
    return StopOrdersGrpc.newBlockingStub(channel(token));
  }

  public Channel channel(String token) {
    return server.as(token);
  }

  /** A request for one order on an account, as the case's event. */
  public static CaseEvent asked(String station, String caseId, String... accounts) {
    // Confirmed from the beginning, so that his clock tells nothing where it is not the subject.
    var stops =
        StopsRequested.newBuilder()
            .setReceiveTime(at(noon()))
            .setSecondOfficerConfirmTime(at(noon()));
    stops.setOfficer(
        OfficerCard.newBuilder().setName("测试民警").setOfficerNumber("099001").setPhone("0990-1"));
    for (String account : accounts) {
      int number = stops.getStopsCount() + 1;
      stops.addStops(
          StopRequest.newBuilder()
              .setStopOrder(order(caseId, number))
              .setOrderNumber("R-1-0" + number)
              .setPayee(account(account))
              .addTransfers(
                  Transfer.newBuilder()
                      .setNumber(number)
                      .setPayer(
                          Account.newBuilder()
                              .setInstitutionName("测试第三银行")
                              .setAccountNumber("9990030000000023")
                              .setAccountName("受害测试"))
                      .setPayee(account(account))
                      .setAmountFen(5_000_000)
                      .setTransferTime(at(noon().minusSeconds(1_320)))
                      .setChannel(TransferChannel.COUNTER)));
    }
    return CaseEvent.newBuilder()
        .setCard(
            CaseCard.newBuilder()
                .setCaseId(caseId)
                .setStation(station)
                .addStationAncestors(COUNTY)
                .setRegion(REGION)
                .setPolicy("cn-2026"))
        .setStopsRequested(stops)
        .build();
  }

  private static Account account(String number) {
    return Account.newBuilder()
        .setKind(AccountKind.CARD)
        .setInstitutionName("")
        .setAccountNumber(number)
        .setAccountName("张测试")
        .build();
  }

  public static String order(String caseId, int number) {
    return Ids.derived("order", caseId, Integer.toString(number));
  }

  public static Received<CaseEvent> received(String caseId, long seq, CaseEvent data) {
    return new Received<>(
        Event.newBuilder()
            .setId("case-service/" + caseId + '#' + seq)
            .setSource("case-service")
            .setType(CaseEvent.getDescriptor().getFullName())
            .setSubject(caseId)
            .setSeq(seq)
            .setTime(at(noon()))
            .setCause("call/test")
            .setData(Any.pack(data))
            .build(),
        data);
  }

  /**
   * Has the case's orders made, one for each account, and on their banks' desks; the first's id.
   */
  public String sent(String... accounts) {
    service.caseEvents().handle(List.of(received(CASE, 1, asked(STATION, CASE, accounts))));
    return order(CASE, 1);
  }

  public Stored<StopOrder> stored(String id) {
    return service.orders().find(id).orElseThrow();
  }

  /**
   * What one receiver has been told of an order, e.g. {@code STOP_LAPSED} or {@code
   * CLOCK_WARNED:stop}.
   */
  public List<String> told(Receiver receiver, String id) {
    var told = new ArrayList<String>();
    long last = 0;
    for (Event event : outlets.to(receiver)) {
      // Delivered at least once; whoever has seen a number sees it no more.
      if (event.getSubject().equals(id) && event.getSeq() > last) {
        last = event.getSeq();
        StopOrderEvent data = unpack(event);
        told.add(
            data.getChange().name() + (data.getClock().isEmpty() ? "" : ":" + data.getClock()));
      }
    }
    return told;
  }

  private static StopOrderEvent unpack(Event event) {
    try {
      return event.getData().unpack(StopOrderEvent.class);
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError(e);
    }
  }

  public static Instant noon() {
    return ManualClock.atNoon().instant();
  }

  public static Timestamp at(Instant time) {
    return Timestamp.newBuilder()
        .setSeconds(time.getEpochSecond())
        .setNanos(time.getNano())
        .build();
  }

  @Override
  public void close() throws InterruptedException {
    server.close();
    bench.close();
    threads.shutdownNow();
    audit.close();
    directory.close();
  }
}
