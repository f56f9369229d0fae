package io.holdfast.liaison.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.kit.mongo.MongoStore;
import io.holdfast.kit.problem.Problem;
import io.holdfast.liaison.LiaisonReason;
import io.holdfast.liaison.feed.Outgoing.Since;
import io.holdfast.proto.liaison.v1.Task;
import io.holdfast.testkit.ManualClock;
import io.holdfast.testkit.RecordedOutlets;
import io.holdfast.testkit.StoreExtension;
import io.holdfast.testkit.TestBench;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FeedTest {
  private static final int PAGE = FeedPages.ITEMS_MAX;
  private static final String MAILBOX = "bank:LIAISON_DESK";
  private static final Duration SHORT = Duration.ofMillis(50);

  @RegisterExtension final StoreExtension stores = new StoreExtension();

  private final ManualClock clock = ManualClock.atNoon();
  private long scans;

  @SuppressWarnings("NullAway.Init")
  private MongoStore store;

  @SuppressWarnings("NullAway.Init")
  private TestBench bench;

  @SuppressWarnings("NullAway.Init")
  private FeedPages pages;

  @SuppressWarnings("NullAway.Init")
  private LiveFeeds feeds;

  @SuppressWarnings("NullAway.Init")
  private FeedAppender appender;

  @BeforeEach
  void open() {
    store = stores.fresh();
    bench = new TestBench("liaison-service", store, clock, new RecordedOutlets());
    pages = FeedPages.open(store, bench.keysInUse().sealer());
    feeds = new LiveFeeds(pages);
    appender = new FeedAppender(pages, clock, feeds::told);
    scans = stores.fullScans();
  }

  @AfterEach
  void neverScans() {
    bench.close();
    assertThat(stores.fullScans()).isEqualTo(scans);
  }

  @Test
  void numbersHaveNoGapsAcrossPages() {
    long before = store.writeCount();
    int some = 2 * PAGE + 1;
    appender.append(fresh(1, some));
    assertThat(store.writeCount() - before).as("pages written").isEqualTo(3);
    appender.append(fresh(some + 1, some + 10));
    List<FeedItem> all = stored();
    assertThat(all).extracting(FeedItem::seq).isEqualTo(numbers(some + 10));
    assertThat(all).extracting(FeedItem::key).isEqualTo(keys(some + 10));
  }

  @Test
  void aKeyIsToldOnceHoweverOftenItIsBrought() {
    appender.append(fresh(1, 150));
    appender.append(again(1, 150));
    appender.append(again(100, 160));
    assertThat(stored()).extracting(FeedItem::key).isEqualTo(keys(160));
  }

  @Test
  void aKeyIsToldOnceAlsoByAReplicaThatKnowsNothingYet() {
    appender.append(fresh(1, 350));
    replica().append(again(1, 350));
    replica().append(again(40, 360));
    assertThat(stored()).extracting(FeedItem::key).isEqualTo(keys(360));
  }

  @Test
  void oneCommandServesSeveralMailboxes() {
    appender.end("a");
    appender.end("b");
    long before = store.writeCount();
    appender.append(
        List.of(item("a", "x", new Since.After(0)), item("b", "x", new Since.After(0))));
    assertThat(store.writeCount() - before).isEqualTo(1);
    assertThat(feeds.end("a")).isEqualTo(1);
    assertThat(feeds.end("b")).isEqualTo(1);
  }

  @Test
  void replicasThatRaceLoseAndDoubleNothing() throws Exception {
    FeedAppender other = replica();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<?>>();
      for (int i = 0; i < 300; i++) {
        FeedAppender one = i % 2 == 0 ? appender : other;
        FeedAppender two = i % 3 == 0 ? appender : other;
        String key = "k" + i;
        long end = one.end(MAILBOX);
        running.add(
            threads.submit(() -> one.append(List.of(item(MAILBOX, key, new Since.After(end))))));
        running.add(
            threads.submit(
                () ->
                    two.append(
                        List.of(
                            item(MAILBOX, key, new Since.From(clock.instant().minusSeconds(1)))))));
      }
      for (Future<?> future : running) {
        join(future);
      }
    }
    List<FeedItem> all = stored();
    assertThat(all).extracting(FeedItem::seq).isEqualTo(numbers(300));
    assertThat(new HashSet<>(all.stream().map(FeedItem::key).toList())).hasSize(300);
  }

  private static void join(Future<?> future) throws InterruptedException, ExecutionException {
    future.get();
  }

  @Test
  void aWatcherSeesWhatAnotherReplicaTellsOnTheNextLook() {
    try (var watch = feeds.watch(MAILBOX)) {
      assertThat(watch.next(0, SHORT)).isEmpty();
      replica().append(fresh(1, 230));
      assertThat(watch.next(0, SHORT)).isEmpty();
      feeds.look();
      assertThat(watch.next(0, SHORT)).extracting(FeedItem::key).isEqualTo(keys(230));
    }
  }

  @Test
  void aWatcherSeesWhatThisReplicaTellsAtOnce() {
    try (var watch = feeds.watch(MAILBOX)) {
      appender.append(fresh(1, 1));
      assertThat(watch.next(0, SHORT)).extracting(FeedItem::key).containsExactly("k1");
    }
  }

  @Test
  void whatBothTellComesInOrderAndWithoutAGap() {
    FeedAppender other = replica();
    try (var watch = feeds.watch(MAILBOX)) {
      appender.append(fresh(1, 5));
      other.append(fresh(6, 8));
      appender.append(fresh(9, 12));
      var seen = new ArrayList<FeedItem>();
      for (List<FeedItem> next = watch.next(0, SHORT);
          !next.isEmpty();
          next = watch.next(seen.size(), SHORT)) {
        seen.addAll(next);
      }
      assertThat(seen).extracting(FeedItem::seq).isEqualTo(numbers(12));
      assertThat(seen).extracting(FeedItem::key).isEqualTo(keys(12));
    }
  }

  @Test
  void aWatcherFarBehindReadsFromTheStore() {
    try (var watch = feeds.watch(MAILBOX)) {
      for (int i = 0; i < 8; i++) {
        appender.append(fresh(i * 100 + 1, i * 100 + 100));
      }
      var seen = new ArrayList<FeedItem>();
      while (seen.size() < 800) {
        seen.addAll(watch.next(seen.size(), SHORT));
      }
      assertThat(seen).extracting(FeedItem::seq).isEqualTo(numbers(800));
    }
  }

  @Test
  void pagesAreKeptSevenDaysAndTheLastForEver() {
    var sweeper = new FeedSweeper(pages, clock);
    int twoPages = 2 * PAGE;
    appender.append(fresh(1, twoPages));
    clock.advance(Duration.ofDays(1));
    appender.append(fresh(twoPages + 1, twoPages + 5));
    clock.advance(FeedSweeper.KEPT);
    assertThat(sweeper.sweep()).as("the first page: all of it is 8 days old").isEqualTo(1);
    assertThat(sweeper.sweep()).as("the second: followed 7 days ago").isZero();
    clock.advance(Duration.ofMillis(1));
    assertThat(sweeper.sweep()).isEqualTo(1);
    assertThat(sweeper.sweep()).isZero();
    try (var watch = feeds.watch(MAILBOX)) {
      assertThat(watch.end()).isEqualTo(twoPages + 5);
      assertThat(watch.next(twoPages, SHORT)).hasSize(5);
      assertThatThrownBy(() -> watch.next(twoPages - 1, SHORT))
          .isInstanceOfSatisfying(
              Problem.class,
              problem -> assertThat(problem.reason()).isEqualTo(LiaisonReason.RESUME_TOO_OLD));
    }
    appender.append(fresh(twoPages + 6, twoPages + 6));
    assertThat(feeds.end(MAILBOX)).isEqualTo(twoPages + 6);
  }

  @Test
  void aMailboxWhoseLastPageIsFullGoesOnAfterTheSweep() {
    appender.append(fresh(1, PAGE));
    clock.advance(FeedSweeper.KEPT.plusDays(1));
    assertThat(new FeedSweeper(pages, clock).sweep()).isZero();
    replica().append(fresh(PAGE + 1, PAGE + 1));
    assertThat(feeds.end(MAILBOX)).isEqualTo(PAGE + 1);
  }

  @Test
  void aTokenIsGoodForItsMailboxOnly() {
    var tokens = new ResumeTokens(bench.keysInUse().lookup());
    String token = tokens.write(MAILBOX, 7);
    assertThat(tokens.read(MAILBOX, token)).isEqualTo(7);
    for (String bad : List.of("", "x", "!", token.substring(1), token + "A")) {
      assertThatThrownBy(() -> tokens.read(MAILBOX, bad)).isInstanceOf(Problem.class);
    }
    assertThatThrownBy(() -> tokens.read("bank:SECURITY_DESK", token)).isInstanceOf(Problem.class);
  }

  private FeedAppender replica() {
    return new FeedAppender(
        FeedPages.open(stores.again(store), bench.keysInUse().sealer()), clock, (_, _) -> {});
  }

  private List<FeedItem> stored() {
    try (var watch = new LiveFeeds(pages).watch(MAILBOX)) {
      var all = new ArrayList<FeedItem>();
      while (all.size() < watch.end()) {
        all.addAll(watch.next(all.size(), SHORT));
      }
      return all;
    }
  }

  private List<Outgoing> fresh(int from, int to) {
    long end = appender.end(MAILBOX);
    return IntStream.rangeClosed(from, to)
        .mapToObj(i -> item(MAILBOX, "k" + i, new Since.After(end)))
        .toList();
  }

  private List<Outgoing> again(int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(i -> item(MAILBOX, "k" + i, new Since.From(clock.instant().minusSeconds(1))))
        .toList();
  }

  private static Outgoing item(String mailbox, String key, Since since) {
    return new Outgoing(mailbox, key, Task.newBuilder().setId(key).build(), since);
  }

  private static List<Long> numbers(int to) {
    return IntStream.rangeClosed(1, to).mapToObj(Long::valueOf).toList();
  }

  private static List<String> keys(int to) {
    return IntStream.rangeClosed(1, to).mapToObj(i -> "k" + i).toList();
  }
}
