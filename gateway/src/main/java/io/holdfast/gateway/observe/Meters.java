package io.holdfast.gateway.observe;

import io.grpc.Status;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Counts and times of the two sides: requests in, calls out. Names hold templates, never values.
 */
public final class Meters {
  private final MeterRegistry registry;

  /** Bounded: routes and methods of the contract, times the statuses. */
  private final Map<Request, Timer> requests = new ConcurrentHashMap<>();

  private final Map<Call, Timer> calls = new ConcurrentHashMap<>();

  private record Request(String route, int status) {}

  private record Call(String face, String method, Status.Code code) {}

  /** Meters kept in this registry. */
  public Meters(MeterRegistry registry) {
    this.registry = registry;
  }

  /** One HTTP request answered. */
  public void request(String route, int status, Duration took) {
    requests
        .computeIfAbsent(
            new Request(route, status),
            key ->
                Timer.builder("http.server.requests")
                    .tag("route", key.route())
                    .tag("status", Integer.toString(key.status()))
                    .register(registry))
        .record(took);
  }

  /**
   * One call to a service ended.
   *
   * @param face `rest` or `grpc`: how the caller came in
   */
  public void call(String face, String method, Status.Code code, Duration took) {
    calls
        .computeIfAbsent(
            new Call(face, method, code),
            key ->
                Timer.builder("grpc.client.requests")
                    .tag("face", key.face())
                    .tag("method", key.method())
                    .tag("code", key.code().name())
                    .register(registry))
        .record(took);
  }

  /** A value read whenever it is asked for. */
  public void gauge(String name, String tag, String tagValue, Supplier<Number> value) {
    Gauge.builder(name, value).tag(tag, tagValue).register(registry);
  }

  /** Counts one event. */
  public void count(String name, String tag, String tagValue) {
    registry.counter(name, tag, tagValue).increment();
  }
}
