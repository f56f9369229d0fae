package io.holdfast.gateway.upstream;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.netty.NettyChannelBuilder;
import io.holdfast.gateway.observe.Meters;
import io.holdfast.gateway.problem.Refusal;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One service behind the gateway: its channels, its circuit breaker, its retry budget. */
public final class Upstream implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Upstream.class);

  /** How long the breaker stays open before it tries again; also the callers' Retry-After. */
  private static final Duration OPEN = Duration.ofSeconds(2);

  /** A service that was away is looked for this often; the library would wait up to two minutes. */
  private static final Duration RECONNECT = Duration.ofSeconds(1);

  private static final Duration CLOSE_MAX = Duration.ofSeconds(5);

  private final String name;
  private final EventLoops loops;
  private final List<ManagedChannel> channels = new ArrayList<>();
  private final CircuitBreaker breaker;
  private final RetryBudget budget = new RetryBudget();
  private final Meters meters;

  /**
   * Connects lazily.
   *
   * @param name e.g. `holdfast.casefile`
   * @param target e.g. `127.0.0.1:7101` or `dns:///case-service:7101`
   */
  public Upstream(String name, String target, EventLoops loops, Meters meters) {
    this.name = name;
    this.loops = loops;
    this.meters = meters;
    for (EventLoop loop : loops.loops()) {
      channels.add(
          NettyChannelBuilder.forTarget(target)
              .usePlaintext()
              .eventLoopGroup(loop)
              .channelType(loops.socketType())
              .directExecutor()
              .defaultLoadBalancingPolicy("round_robin")
              .disableRetry()
              .idleTimeout(1, TimeUnit.DAYS)
              .build());
    }
    this.breaker =
        CircuitBreaker.of(
            name,
            CircuitBreakerConfig.custom()
                .slidingWindowSize(50)
                .minimumNumberOfCalls(20)
                .failureRateThreshold(50)
                .waitDurationInOpenState(OPEN)
                .permittedNumberOfCallsInHalfOpenState(5)
                .maxWaitDurationInHalfOpenState(Duration.ofSeconds(15))
                .build());
    breaker
        .getEventPublisher()
        .onStateTransition(
            event ->
                LOG.atWarn()
                    .addKeyValue("service", name)
                    .addKeyValue("transition", event.getStateTransition())
                    .log("circuit breaker"));
    meters.gauge(
        "gateway.breaker.open",
        "service",
        name,
        () -> breaker.getState() == CircuitBreaker.State.OPEN ? 1 : 0);
    for (int i = 0; i < channels.size(); i++) {
      ManagedChannel channel = channels.get(i);
      // The channels close before the loops do, so the task never outlives what it looks at.
      var _ =
          loops
              .loops()
              .get(i)
              .scheduleWithFixedDelay(
                  () -> look(channel),
                  RECONNECT.toMillis(),
                  RECONNECT.toMillis(),
                  TimeUnit.MILLISECONDS);
    }
  }

  /** Opens a call on the channel of this thread. */
  public <Q, A> ClientCall<Q, A> open(MethodDescriptor<Q, A> method, CallOptions options) {
    return channels.get(loops.here()).newCall(method, options);
  }

  /**
   * Counts a call that will report its end with {@link #ended}; refused while the breaker is open.
   */
  public void admit() {
    if (!breaker.tryAcquirePermission()) {
      meters.count("gateway.breaker.refused", "service", name);
      throw Refusal.retry(Refusal.Reason.SERVICE_UNAVAILABLE, OPEN);
    }
    budget.earn();
  }

  /**
   * Lets a stream begin; refused while the breaker is open. A stream lasts minutes and says nothing
   * about the service's health until it ends, so it is not counted.
   */
  public void admitStream() {
    admit();
    breaker.releasePermission();
  }

  /** A counted call ended. Only answers that mean "not there" count against the service. */
  public void ended(Status.Code code, long tookNanos) {
    switch (code) {
      case UNAVAILABLE, DEADLINE_EXCEEDED ->
          breaker.onError(tookNanos, TimeUnit.NANOSECONDS, code.toStatus().asRuntimeException());
      case CANCELLED -> breaker.releasePermission();
      case OK,
          INVALID_ARGUMENT,
          FAILED_PRECONDITION,
          OUT_OF_RANGE,
          UNAUTHENTICATED,
          PERMISSION_DENIED,
          NOT_FOUND,
          ALREADY_EXISTS,
          ABORTED,
          RESOURCE_EXHAUSTED,
          UNIMPLEMENTED,
          UNKNOWN,
          INTERNAL,
          DATA_LOSS ->
          breaker.onSuccess(tookNanos, TimeUnit.NANOSECONDS);
    }
  }

  /** Whether a second try may be made now; if so it is paid for. */
  public boolean maySpendRetry() {
    boolean may = budget.spend();
    meters.count(may ? "gateway.retries" : "gateway.retries.refused", "service", name);
    return may;
  }

  private static void look(ManagedChannel channel) {
    if (channel.getState(false) == ConnectivityState.TRANSIENT_FAILURE) {
      channel.resetConnectBackoff();
    }
  }

  @Override
  public void close() {
    channels.forEach(ManagedChannel::shutdown);
    long until = System.nanoTime() + CLOSE_MAX.toNanos();
    for (ManagedChannel channel : channels) {
      try {
        if (!channel.awaitTermination(until - System.nanoTime(), TimeUnit.NANOSECONDS)) {
          channel.shutdownNow();
        }
      } catch (InterruptedException e) {
        channel.shutdownNow();
        Thread.currentThread().interrupt();
      }
    }
  }
}
