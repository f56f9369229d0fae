package io.holdfast.liaison.desk.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.liaison.feed.FeedPages;
import io.holdfast.liaison.feed.LiveFeeds;
import io.holdfast.liaison.feed.ResumeTokens;
import io.holdfast.proto.liaison.v1.WatchTasksResponse;
import io.holdfast.testkit.ManualClock;
import io.holdfast.testkit.RecordedOutlets;
import io.holdfast.testkit.StoreExtension;
import io.holdfast.testkit.TestBench;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TaskStreamsTest {
  private static final String MAILBOX = "bank:LIAISON_DESK";

  @RegisterExtension final StoreExtension stores = new StoreExtension();

  private final ManualClock clock = ManualClock.atNoon();
  private final InstantSource system = InstantSource.system();

  @Test
  void silenceIsBrokenBySignsOfLifeUntilTheTokenEnds() {
    List<WatchTasksResponse> seen = new ArrayList<>();
    Instant start = system.instant();
    run(now -> now.plusMillis(400), () -> false, seen);
    assertThat(system.instant()).isAfterOrEqualTo(start.plusMillis(400));
    assertThat(seen.size()).isBetween(3, 20);
    assertThat(seen).noneMatch(WatchTasksResponse::hasTask);
    assertThat(seen).extracting(WatchTasksResponse::getResumeToken).doesNotContain("");
    assertThat(seen.stream().map(WatchTasksResponse::getResumeToken).distinct()).hasSize(1);
    assertThat(seen)
        .allMatch(one -> one.getServerTime().getSeconds() == clock.instant().getEpochSecond());
  }

  @Test
  void aTokenThatHasEndedGetsOneMessageToResumeFrom() {
    List<WatchTasksResponse> seen = new ArrayList<>();
    run(now -> now.minusSeconds(1), () -> false, seen);
    assertThat(seen).hasSize(1);
  }

  @Test
  void nobodyIsWatchedForWhoHasLeft() {
    List<WatchTasksResponse> seen = new ArrayList<>();
    run(_ -> Instant.MAX, () -> !seen.isEmpty(), seen);
    assertThat(seen).hasSize(1);
  }

  private void run(
      UnaryOperator<Instant> expiry, BooleanSupplier gone, List<WatchTasksResponse> to) {
    var store = stores.fresh();
    try (var bench = new TestBench("liaison-service", store, clock, new RecordedOutlets())) {
      var feeds = new LiveFeeds(FeedPages.open(store, bench.keysInUse().sealer()));
      var streams =
          new TaskStreams(
              feeds,
              new ResumeTokens(bench.keysInUse().lookup()),
              clock,
              system,
              Duration.ofMillis(50));
      try (var watch = streams.watch(MAILBOX)) {
        streams.run(watch, MAILBOX, "", expiry.apply(system.instant()), gone, to::add);
      }
    }
  }
}
