package io.holdfast.kit.telemetry;

import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts and times for Prometheus. Labels are methods, codes and names of parts, never values of a
 * request.
 */
public final class Metrics implements AutoCloseable {
  private static final Duration[] BOUNDARIES = {
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(300),
    Duration.ofSeconds(1),
    Duration.ofSeconds(5)
  };

  private record TimerKey(String method, Status.Code code) {}

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Map<TimerKey, Timer> timers = new ConcurrentHashMap<>();
  private final AtomicInteger running;
  private final JvmGcMetrics gc = new JvmGcMetrics();

  /**
   * @param service the label {@code service} of every figure
   */
  public Metrics(String service) {
    registry.config().commonTags("service", service);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ClassLoaderMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    gc.bindTo(registry);
    running = Objects.requireNonNull(registry.gauge("grpc.server.running", new AtomicInteger()));
  }

  /** For figures of one's own. */
  public MeterRegistry registry() {
    return registry;
  }

  /** All figures in Prometheus' text form. */
  public String scrape() {
    return registry.scrape();
  }

  /** Times every call by method and code. */
  public ServerInterceptor server() {
    return new Server();
  }

  @Override
  public void close() {
    gc.close();
    registry.close();
  }

  private Timer timer(TimerKey key) {
    return timers.computeIfAbsent(
        key,
        k ->
            Timer.builder("grpc.server")
                .tag("method", k.method())
                .tag("code", k.code().name())
                .serviceLevelObjectives(BOUNDARIES)
                .register(registry));
  }

  private final class Server implements ServerInterceptor {
    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
        ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
      String method = call.getMethodDescriptor().getFullMethodName();
      var sample = Timer.start(registry);
      var ended = new AtomicBoolean();
      running.incrementAndGet();
      var timed =
          new SimpleForwardingServerCall<Q, A>(call) {
            @Override
            public void close(Status status, Metadata trailers) {
              end(sample, method, status, ended);
              super.close(status, trailers);
            }
          };
      return new SimpleForwardingServerCallListener<>(next.startCall(timed, headers)) {
        @Override
        public void onCancel() {
          end(sample, method, Status.CANCELLED, ended);
          super.onCancel();
        }
      };
    }

    private void end(Timer.Sample sample, String method, Status status, AtomicBoolean ended) {
      if (ended.compareAndSet(false, true)) {
        running.decrementAndGet();
        sample.stop(timer(new TimerKey(method, status.getCode())));
      }
    }
  }
}
