package io.holdfast.store;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** Says over HTTP, on the loopback address, what this store is and how it does. */
final class HealthPage implements AutoCloseable {

  private final HttpServer server;
  private final Supplier<StoreStats> stats;

  HealthPage(int port, Supplier<StoreStats> stats) {
    this.stats = stats;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("health page cannot listen on loopback port " + port, e);
    }
    server.createContext("/health", this::health);
    server.createContext("/metrics", this::metrics);
    server.start();
  }

  InetSocketAddress address() {
    return server.getAddress();
  }

  private void health(HttpExchange exchange) throws IOException {
    StoreStats now = stats.get();
    Document page =
        new Document("status", now.failed() ? "DOWN" : "UP")
            .append("durable", true)
            .append("processes", 1)
            .append("highlyAvailable", false)
            .append(
                "scale", "one machine, up to about 300000 open documents; beyond that use MongoDB")
            .appendAll(now.toDocument());
    reply(exchange, now.failed() ? 503 : 200, "application/json", Json.toJsonValue(page));
  }

  private void metrics(HttpExchange exchange) throws IOException {
    StoreStats now = stats.get();
    StringBuilder text = new StringBuilder();
    metric(text, "holdfast_store_size_bytes", "gauge", now.sizeBytes());
    metric(text, "holdfast_store_documents", "gauge", now.documents());
    metric(text, "holdfast_store_full_scans_total", "counter", now.fullScans());
    metric(text, "holdfast_store_commits_total", "counter", now.commits());
    metric(text, "holdfast_store_failed", "gauge", now.failed() ? 1 : 0);
    reply(exchange, 200, "text/plain; version=0.0.4", text.toString());
  }

  private static void metric(StringBuilder text, String name, String type, long value) {
    text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    text.append(name).append(' ').append(value).append('\n');
  }

  private static void reply(HttpExchange exchange, int code, String type, String body)
      throws IOException {
    try (exchange) {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
      exchange.sendResponseHeaders(code, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
