package io.holdfast.gateway.observe;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.resources.LoopResources;

/** Health and metrics on a port of their own, which no ingress leads to. */
public final class ManagementServer implements SmartLifecycle {
  private static final Duration START_MAX = Duration.ofSeconds(10);

  private final HttpServer http;
  private final PrometheusMeterRegistry registry;
  private final Map<String, BooleanSupplier> needs;
  private final AtomicBoolean stopping = new AtomicBoolean();
  private volatile int port;
  private volatile boolean running;
  private final AtomicReference<@Nullable DisposableServer> server = new AtomicReference<>();

  /**
   * A server for this address.
   *
   * @param needs what must hold for the gateway to be ready, by name
   */
  public ManagementServer(
      String bind,
      int port,
      LoopResources loops,
      PrometheusMeterRegistry registry,
      Map<String, BooleanSupplier> needs) {
    this.http = HttpServer.create().host(bind).port(port).runOn(loops);
    this.port = port;
    this.registry = registry;
    this.needs = Map.copyOf(needs);
  }

  /** The port in use. */
  public int port() {
    return port;
  }

  @Override
  public void start() {
    DisposableServer bound =
        http.route(
                routes ->
                    routes
                        .get(
                            "/health/live",
                            (_, response) -> text(response, 200, "{\"status\":\"UP\"}"))
                        .get("/health/ready", (_, response) -> ready(response))
                        .get(
                            "/metrics",
                            (_, response) ->
                                response
                                    .header("Content-Type", "text/plain; version=0.0.4")
                                    .sendString(Mono.fromSupplier(registry::scrape))))
            .bindNow(START_MAX);
    server.set(bound);
    port = bound.port();
    running = true;
  }

  private Publisher<Void> ready(HttpServerResponse response) {
    StringBuilder missing = new StringBuilder();
    if (stopping.get()) {
      missing.append("\"stopping\"");
    }
    needs.forEach(
        (name, holds) -> {
          if (!holds.getAsBoolean()) {
            missing.append(missing.isEmpty() ? "" : ",").append('"').append(name).append('"');
          }
        });
    return missing.isEmpty()
        ? text(response, 200, "{\"status\":\"UP\"}")
        : text(response, 503, "{\"status\":\"DOWN\",\"missing\":[" + missing + "]}");
  }

  private static Publisher<Void> text(HttpServerResponse response, int status, String json) {
    return response
        .status(status)
        .header("Content-Type", "application/json")
        .sendString(Mono.just(json));
  }

  /** From now on not ready: the load balancer looks elsewhere while open requests end. */
  public void unready() {
    stopping.set(true);
  }

  @Override
  public void stop() {
    DisposableServer bound = server.getAndSet(null);
    if (bound != null) {
      bound.disposeNow(Duration.ofSeconds(2));
    }
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Starts first and stops last. */
  @Override
  public int getPhase() {
    return Integer.MIN_VALUE;
  }
}
