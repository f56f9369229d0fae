package io.holdfast.liaison;

import io.grpc.BindableService;
import io.holdfast.kit.mongo.MongoStore;
import io.holdfast.kit.outbox.EventInboxGrpc;
import io.holdfast.kit.time.Rhythm;
import io.holdfast.liaison.desk.grpc.TasksGrpc;
import io.holdfast.liaison.desk.proto.CaseEvents;
import io.holdfast.liaison.desk.proto.StopOrderEvents;
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
import io.holdfast.liaison.routing.grpc.DirectoryView;
import io.holdfast.liaison.routing.grpc.RoutesGrpc;
import io.holdfast.liaison.routing.grpc.RoutingBook;
import io.holdfast.testkit.ManualClock;
import io.holdfast.testkit.RecordedOutlets;
import io.holdfast.testkit.TestBench;
import io.holdfast.testkit.TestServer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** One replica of this service on a test store, behind the whole interceptor chain. */
public final class Replica implements AutoCloseable {
  private final TestBench bench;
  private final LiveFeeds feeds;
  private final DeskRecords records;
  private final FeedAppender appender;
  private final FeedSweeper sweeper;
  private final TestServer server;
  private final Rhythm looking;

  public Replica(MongoStore store, ManualClock clock) {
    this(store, clock, new FakeIdentityProvider());
  }

  public Replica(MongoStore store, ManualClock clock, FakeIdentityProvider provider) {
    bench = new TestBench("liaison-service", store, clock, new RecordedOutlets());
    var institutions = InstitutionBook.open(bench.aggregates());
    var routing = RoutingBook.open(bench.aggregates());
    var officers = OfficerBook.open(bench.aggregates(), provider, clock);
    FeedPages pages = FeedPages.open(store, bench.keysInUse().sealer());
    feeds = new LiveFeeds(pages);
    appender = new FeedAppender(pages, clock, feeds::told);
    records = DeskRecords.open(store, bench.keysInUse().sealer());
    sweeper = new FeedSweeper(pages, clock);
    var work = new DeskWork(records, appender);
    List<BindableService> services =
        List.of(
            new InstitutionsGrpc(institutions, clock),
            new RoutesGrpc(
                routing,
                institutions,
                new DirectoryView(institutions, routing, InstantSource.system())),
            new OfficersGrpc(officers, institutions, clock),
            new TasksGrpc(
                records,
                feeds,
                new ResumeTokens(bench.keysInUse().lookup()),
                clock,
                InstantSource.system()),
            new EventInboxGrpc(List.of(new StopOrderEvents(work), new CaseEvents(work))));
    server = new TestServer(clock, services.toArray(new BindableService[0]));
    looking = Rhythm.start("look", Duration.ofMillis(100), feeds::look);
  }

  public TestServer server() {
    return server;
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
  }
}
