package io.holdfast.kit.boot;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.holdfast.kit.telemetry.Metrics;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Health and metrics over HTTP, for probes and scrapers only: {@code /health/live}, {@code
 * /health/ready}, {@code /metrics}.
 */
final class ManagementServer implements AutoCloseable {
  private static final int BACKLOG = 16;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private ManagementServer(HttpServer server) {
    this.server = server;
  }

  static ManagementServer start(String bind, int port, Readiness readiness, Metrics metrics) {
    try {
      var server = HttpServer.create(new InetSocketAddress(bind, port), BACKLOG);
      var management = new ManagementServer(server);
      server.setExecutor(management.threads);
      server.createContext(
          "/health/live", exchange -> answer(exchange, "/health/live", 200, json("UP")));
      server.createContext(
          "/health/ready",
          exchange -> {
            boolean ready = readiness.check();
            answer(exchange, "/health/ready", ready ? 200 : 503, json(ready ? "UP" : "DOWN"));
          });
      server.createContext(
          "/metrics", exchange -> answer(exchange, "/metrics", 200, metrics.scrape()));
      server.start();
      return management;
    } catch (IOException e) {
      throw new IllegalStateException(
          "management port " + bind + ":" + port + " cannot be had: " + e, e);
    }
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdown();
  }

  private static String json(String status) {
    return "{\"status\":\"" + status + "\"}\n";
  }

  private static void answer(HttpExchange exchange, String path, int status, String body)
      throws IOException {
    try (exchange) {
      boolean known = exchange.getRequestURI().getPath().equals(path);
      boolean get = exchange.getRequestMethod().equals("GET");
      byte[] bytes = (known && get ? body : "").getBytes(StandardCharsets.UTF_8);
      exchange
          .getResponseHeaders()
          .set(
              "Content-Type",
              body.startsWith("{")
                  ? "application/json"
                  : "text/plain; version=0.0.4; charset=utf-8");
      exchange.sendResponseHeaders(
          !known ? 404 : get ? status : 405, bytes.length == 0 ? -1 : bytes.length);
      if (bytes.length > 0) {
        exchange.getResponseBody().write(bytes);
      }
    }
  }
}
