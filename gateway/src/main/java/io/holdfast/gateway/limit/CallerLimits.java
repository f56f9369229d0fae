package io.holdfast.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.holdfast.gateway.problem.Refusal;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * What one caller may ask of this gateway process: a rate with a burst, and a number of open
 * streams. Callers are token subjects, or addresses where no good token came.
 */
public final class CallerLimits {
  private static final int CALLERS_MAX = 20_000;
  private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(5);
  private static final long SECOND = 1_000_000_000L;

  /** All streams of all callers in this process. */
  private static final int STREAMS_MAX = 4_096;

  /** Requests under way in this process; each may hold a body. */
  private static final int UNDER_WAY_MAX = 1_000;

  private final LongSupplier nanos;
  private final long costNanos;
  private final long burstNanos;
  private final int streamsPerClient;
  private final Cache<String, AtomicLong> paidUntil =
      Caffeine.newBuilder().maximumSize(CALLERS_MAX).expireAfterAccess(FORGOTTEN_AFTER).build();

  /** Holds only callers with an open stream, so it is bounded by {@link #STREAMS_MAX}. */
  private final Map<String, Integer> streams = new ConcurrentHashMap<>();

  private final AtomicInteger allStreams = new AtomicInteger();
  private final AtomicInteger underWay = new AtomicInteger();

  /**
   * Limits for this process.
   *
   * @param nanos a monotonic clock
   */
  public CallerLimits(int ratePerSecond, int streamsPerClient, LongSupplier nanos) {
    this.nanos = nanos;
    this.costNanos = SECOND / ratePerSecond;
    this.burstNanos = 2 * SECOND;
    this.streamsPerClient = streamsPerClient;
  }

  /** Counts one request of the caller; refuses it where the rate is used up. */
  public void request(String caller) {
    long now = nanos.getAsLong();
    AtomicLong paid = paidUntil.get(caller, _ -> new AtomicLong(now));
    while (true) {
      long before = paid.get();
      long from = before - now > 0 ? before : now;
      long ahead = from - now + costNanos;
      if (ahead > burstNanos) {
        throw Refusal.retry(
            Refusal.Reason.RATE_LIMITED,
            Duration.ofSeconds(Math.max(1, (ahead - burstNanos + SECOND - 1) / SECOND)));
      }
      if (paid.compareAndSet(before, from + costNanos)) {
        return;
      }
    }
  }

  /** Takes a place among the requests under way; give it back with {@link #leave}. */
  public void enter() {
    if (underWay.incrementAndGet() > UNDER_WAY_MAX) {
      underWay.decrementAndGet();
      throw Refusal.retry(Refusal.Reason.GATEWAY_BUSY, Duration.ofSeconds(1));
    }
  }

  /** Gives back a place taken with {@link #enter}. */
  public void leave() {
    underWay.decrementAndGet();
  }

  /** Takes one of the caller's streams; give it back with {@link #closeStream}. */
  public void openStream(String caller) {
    if (allStreams.incrementAndGet() > STREAMS_MAX) {
      allStreams.decrementAndGet();
      throw Refusal.retry(Refusal.Reason.GATEWAY_BUSY, Duration.ofSeconds(5));
    }
    int open = streams.merge(caller, 1, Integer::sum);
    if (open > streamsPerClient) {
      closeStream(caller);
      throw new Refusal(
          Refusal.Reason.STREAMS_LIMITED,
          Map.of("limit", Integer.toString(streamsPerClient)),
          java.util.List.of(),
          Duration.ofSeconds(5));
    }
  }

  /** Gives back a stream. */
  public void closeStream(String caller) {
    allStreams.decrementAndGet();
    streams.computeIfPresent(caller, (_, open) -> open == 1 ? null : open - 1);
  }

  /** Streams open now. */
  public int openStreams() {
    return allStreams.get();
  }

  /** Requests under way now. */
  public int underWay() {
    return underWay.get();
  }
}
