package io.holdfast.liaison.desk.grpc;

import io.holdfast.kit.problem.Problem;
import io.holdfast.kit.time.LegalClock;
import io.holdfast.liaison.LiaisonReason;
import io.holdfast.liaison.desk.proto.DeskProtos;
import io.holdfast.liaison.feed.FeedItem;
import io.holdfast.liaison.feed.LiveFeeds;
import io.holdfast.liaison.feed.ResumeTokens;
import io.holdfast.proto.liaison.v1.WatchTasksResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Lets one watcher see everything that happens on a desk, from where he left off. */
final class TaskStreams {
  /** Silence is broken this often. */
  static final Duration SIGN_OF_LIFE = Duration.ofSeconds(15);

  private final LiveFeeds feeds;
  private final ResumeTokens tokens;
  private final LegalClock clock;
  private final InstantSource system;
  private final Duration signOfLife;

  TaskStreams(
      LiveFeeds feeds,
      ResumeTokens tokens,
      LegalClock clock,
      InstantSource system,
      Duration signOfLife) {
    this.feeds = feeds;
    this.tokens = tokens;
    this.clock = clock;
    this.system = system;
    this.signOfLife = signOfLife;
  }

  /** Where a stream continues after a list that is read from now on. */
  String here(String mailbox) {
    return tokens.write(mailbox, feeds.end(mailbox));
  }

  /** A watch that has begun; nothing is sent yet. */
  LiveFeeds.Watch watch(String mailbox) {
    return feeds.watch(mailbox);
  }

  /**
   * Sends until the caller's token ends, he is gone, or this replica stops; the first message comes
   * at once and says where to resume.
   *
   * @param resumeToken empty: from now on
   * @param expiry when the caller's token ends
   * @param gone whether nobody listens any more
   */
  void run(
      LiveFeeds.Watch watch,
      String mailbox,
      String resumeToken,
      Instant expiry,
      BooleanSupplier gone,
      Consumer<WatchTasksResponse> to) {
    long after = resumeToken.isEmpty() ? watch.end() : tokens.read(mailbox, resumeToken);
    if (!watch.reaches(after)) {
      throw Problem.of(LiaisonReason.RESUME_TOKEN_INVALID);
    }
    to.accept(message(mailbox, after).build());
    while (!watch.closed() && !gone.getAsBoolean()) {
      Instant now = system.instant();
      if (!now.isBefore(expiry)) {
        return;
      }
      var items = watch.next(after, shorter(signOfLife, now, expiry));
      for (FeedItem item : items) {
        after = item.seq();
        to.accept(message(mailbox, after).setTask(item.task()).build());
      }
      if (items.isEmpty() && !watch.closed() && !gone.getAsBoolean()) {
        to.accept(message(mailbox, after).build());
      }
    }
  }

  private WatchTasksResponse.Builder message(String mailbox, long after) {
    return WatchTasksResponse.newBuilder()
        .setResumeToken(tokens.write(mailbox, after))
        .setServerTime(DeskProtos.timestamp(clock.instant()));
  }

  private static Duration shorter(Duration limit, Instant now, Instant expiry) {
    return now.plus(limit).isBefore(expiry) ? limit : Duration.between(now, expiry);
  }
}
