package io.holdfast.liaison;

import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.BindableService;
import io.holdfast.kit.audit.AuditEntry;
import io.holdfast.kit.audit.AuditLog;
import io.holdfast.kit.audit.ReadLog;
import io.holdfast.kit.id.Ids;
import io.holdfast.kit.mongo.MongoStore;
import io.holdfast.kit.mongo.RequestGuard;
import io.holdfast.kit.outbox.EventHandler.Received;
import io.holdfast.kit.outbox.EventInboxGrpc;
import io.holdfast.kit.time.Rhythm;
import io.holdfast.liaison.alarm.Pager;
import io.holdfast.liaison.attendance.Limit;
import io.holdfast.liaison.attendance.store.Leases;
import io.holdfast.liaison.attendance.store.PresenceBook;
import io.holdfast.liaison.attendance.store.SeenHere;
import io.holdfast.liaison.desk.grpc.TasksGrpc;
import io.holdfast.liaison.desk.proto.CaseEvents;
import io.holdfast.liaison.desk.store.DeskRecords;
import io.holdfast.liaison.desk.store.DeskWork;
import io.holdfast.liaison.directory.grpc.InstitutionBook;
import io.holdfast.liaison.directory.grpc.InstitutionsGrpc;
import io.holdfast.liaison.feed.FeedAppender;
import io.holdfast.liaison.feed.FeedPages;
import io.holdfast.liaison.feed.FeedSweeper;
import io.holdfast.liaison.feed.LiveFeeds;
import io.holdfast.liaison.feed.ResumeTokens;
import io.holdfast.liaison.officer.grpc.OfficerBook;
import io.holdfast.liaison.officer.grpc.OfficersGrpc;
import io.holdfast.liaison.officer.grpc.SwitchedInstitutions;
import io.holdfast.liaison.routing.grpc.DirectoryView;
import io.holdfast.liaison.routing.grpc.RoutesGrpc;
import io.holdfast.liaison.routing.grpc.RoutingBook;
import io.holdfast.proto.event.v1.Event;
import io.holdfast.proto.liaison.v1.InstitutionSwitched;
import io.holdfast.testkit.ManualClock;
import io.holdfast.testkit.TestBench;
import io.holdfast.testkit.TestServer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** One replica of this service on a test store, behind the whole interceptor chain. */
public final class Replica implements AutoCloseable {
  /** For how long a sign of life counts here. */
  public static final Limit PRESENCE = new Limit(Duration.ofMinutes(10));

  private static final AtomicInteger NEXT = new AtomicInteger();

  private final TestBench bench;
  private final LiveFeeds feeds;
  private final DeskRecords records;
  private final FeedAppender appender;
  private final FeedSweeper sweeper;
  private final TestServer server;
  private final Rhythm looking;
  private final DeskWatch watch;
  private final List<AuditEntry> notes = new CopyOnWriteArrayList<>();
  private final AuditLog audit = new AuditLog(notes::addAll);

  public Replica(MongoStore store, ManualClock clock) {
    this(store, clock, new FakeIdentityProvider());
  }

  public Replica(MongoStore store, ManualClock clock, FakeIdentityProvider provider) {
    this(store, clock, provider, Optional.empty());
  }

  /** One that wakes duty officers. */
  public Replica(MongoStore store, ManualClock clock, Pager pager) {
    this(store, clock, new FakeIdentityProvider(), Optional.of(pager));
  }

  private Replica(
      MongoStore store, ManualClock clock, FakeIdentityProvider provider, Optional<Pager> pager) {
    var switched = new AtomicReference<SwitchedInstitutions>();
    bench =
        new TestBench(
            "liaison-service",
            store,
            clock,
            (_, events) ->
                Objects.requireNonNull(switched.get())
                    .handle(events.stream().flatMap(event -> itsOwn(event).stream()).toList()));
    var institutions = InstitutionBook.open(bench.aggregates());
    var routing = RoutingBook.open(bench.aggregates());
    var officers = OfficerBook.open(bench.aggregates(), provider, clock);
    switched.set(new SwitchedInstitutions(officers, clock));
    FeedPages pages = FeedPages.open(store, bench.keysInUse().sealer());
    feeds = new LiveFeeds(pages);
    appender = new FeedAppender(pages, clock, feeds::told);
    records = DeskRecords.open(store, bench.keysInUse().sealer());
    sweeper = new FeedSweeper(pages, clock);
    var work = new DeskWork(records, appender);
    watch =
        DeskWatch.open(
            store,
            bench.aggregates(),
            bench.keysInUse().sealer(),
            new DeskWatch.Outside(
                records,
                pager,
                PRESENCE,
                Ids.derived("replica", Integer.toString(NEXT.incrementAndGet())),
                clock,
                clock));
    watch.leases().beat();
    List<BindableService> services =
        List.of(
            new InstitutionsGrpc(institutions, new RequestGuard(store), clock),
            new RoutesGrpc(
                routing,
                institutions,
                new DirectoryView(institutions, routing, InstantSource.system()),
                watch.errors()),
            new OfficersGrpc(officers, institutions, clock),
            new TasksGrpc(
                records,
                feeds,
                new ResumeTokens(bench.keysInUse().lookup()),
                watch.seen(),
                work,
                new ReadLog(audit, clock, bench.ids()),
                clock,
                InstantSource.system()),
            watch.grpc(institutions, clock, clock),
            new EventInboxGrpc(
                List.of(
                    watch.stopOrderEvents(work),
                    watch.accountQueryEvents(work),
                    new CaseEvents(work))));
    server = new TestServer(clock, services.toArray(new BindableService[0]));
    looking = Rhythm.start("look", Duration.ofMillis(100), feeds::look);
  }

  /** What the service tells itself. */
  private static Optional<Received<InstitutionSwitched>> itsOwn(Event event) {
    try {
      return event.getData().is(InstitutionSwitched.class)
          ? Optional.of(new Received<>(event, event.getData().unpack(InstitutionSwitched.class)))
          : Optional.empty();
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError(e);
    }
  }

  /** What people took note of, as the audit log got it. */
  public List<AuditEntry> notes() {
    return List.copyOf(notes);
  }

  public TestServer server() {
    return server;
  }

  public Leases leases() {
    return watch.leases();
  }

  public PresenceBook presence() {
    return watch.presence();
  }

  public SeenHere seen() {
    return watch.seen();
  }

  public DeskRecords records() {
    return records;
  }

  public FeedAppender appender() {
    return appender;
  }

  public FeedSweeper sweeper() {
    return sweeper;
  }

  public TestBench bench() {
    return bench;
  }

  @Override
  public void close() throws InterruptedException {
    looking.close();
    feeds.close();
    server.close();
    bench.close();
    audit.close();
  }
}
