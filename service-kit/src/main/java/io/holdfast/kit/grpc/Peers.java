package io.holdfast.kit.grpc;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.holdfast.kit.telemetry.Metrics;
import io.holdfast.kit.telemetry.Tracing;
import io.micrometer.core.instrument.Tag;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Opens the ways to other services and closes them together. */
public final class Peers implements AutoCloseable {
  private static final int MESSAGE_BYTES_MAX = 4 * 1024 * 1024;
  private static final Duration CLOSE = Duration.ofSeconds(2);

  /**
   * Three tries for what could not be reached, and a budget: each failure costs a token of ten,
   * each success gives back a tenth; below five nothing is repeated.
   */
  private static final Map<String, ?> RETRIES =
      Map.of(
          "methodConfig",
          List.of(
              Map.of(
                  "name", List.of(Map.of()),
                  "retryPolicy",
                      Map.of(
                          "maxAttempts",
                          3.0,
                          "initialBackoff",
                          "0.05s",
                          "maxBackoff",
                          "0.5s",
                          "backoffMultiplier",
                          2.0,
                          "retryableStatusCodes",
                          List.of("UNAVAILABLE")))),
          "retryThrottling",
          Map.of("maxTokens", 10.0, "tokenRatio", 0.1));

  private final TokenSource tokens;
  private final Tracing tracing;
  private final Metrics metrics;
  private final List<ManagedChannel> channels = new ArrayList<>();
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("peer-", 0).factory());

  /**
   * @param tokens this service's own tokens
   */
  public Peers(TokenSource tokens, Tracing tracing, Metrics metrics) {
    this.tokens = tokens;
    this.tracing = tracing;
    this.metrics = metrics;
  }

  /**
   * Opens the way to a service; nothing is sent yet, and it need not be there yet.
   *
   * @param name e.g. {@code freeze-service}
   * @param target host and port, e.g. {@code 127.0.0.1:7102}
   */
  public synchronized Peer open(String name, String target) {
    ManagedChannel channel =
        NettyChannelBuilder.forTarget(target)
            .usePlaintext()
            .executor(threads)
            .defaultLoadBalancingPolicy("round_robin")
            .defaultServiceConfig(RETRIES)
            .disableServiceConfigLookUp()
            .maxInboundMessageSize(MESSAGE_BYTES_MAX)
            .keepAliveTime(30, TimeUnit.SECONDS)
            .keepAliveTimeout(10, TimeUnit.SECONDS)
            .idleTimeout(1, TimeUnit.DAYS)
            .build();
    channels.add(channel);
    CircuitBreaker breaker = CircuitBreaker.of(name, breaking());
    metrics
        .registry()
        .gauge(
            "peer.open",
            List.of(Tag.of("peer", name)),
            breaker,
            b -> b.getState() == CircuitBreaker.State.OPEN ? 1 : 0);
    return new Peer(name, channel, breaker, tokens, tracing.client());
  }

  @Override
  public synchronized void close() {
    channels.forEach(ManagedChannel::shutdown);
    long end = System.nanoTime() + CLOSE.toNanos();
    for (ManagedChannel channel : channels) {
      try {
        if (!channel.awaitTermination(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS)) {
          channel.shutdownNow();
        }
      } catch (InterruptedException e) {
        channel.shutdownNow();
        Thread.currentThread().interrupt();
      }
    }
    threads.shutdown();
  }

  private static CircuitBreakerConfig breaking() {
    return CircuitBreakerConfig.custom()
        .slidingWindowType(SlidingWindowType.COUNT_BASED)
        .slidingWindowSize(20)
        .minimumNumberOfCalls(10)
        .failureRateThreshold(50)
        .waitDurationInOpenState(Duration.ofSeconds(2))
        .permittedNumberOfCallsInHalfOpenState(3)
        // A lost probe must not keep it half-open for good.
        .maxWaitDurationInHalfOpenState(Duration.ofSeconds(10))
        .build();
  }
}
