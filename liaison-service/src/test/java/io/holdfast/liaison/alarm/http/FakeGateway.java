package io.holdfast.liaison.alarm.http;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/** A gateway for messages over real HTTP: it can be slow, fail, refuse, and lose its answer. */
public final class FakeGateway implements AutoCloseable {
  /** One request as it came. */
  public record Request(String key, String authorization, JsonObject body) {}

  public final List<Request> requests = new CopyOnWriteArrayList<>();

  /** Messages really sent: one for each key. */
  public final Map<String, JsonObject> sent = new LinkedHashMap<>();

  /** What to answer next, 202 when empty; 0: take the message and never answer. */
  public final Queue<Integer> answers = new ArrayDeque<>();

  private final Semaphore silent = new Semaphore(0);
  private final HttpServer server;

  public FakeGateway() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/messages", this::handle);
    server.start();
  }

  public PagerSettings settings() {
    return new PagerSettings(
        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/messages"),
        "gateway-secret",
        "sms");
  }

  private void handle(HttpExchange exchange) throws IOException {
    var body =
        JsonParser.parseString(
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))
            .getAsJsonObject();
    String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
    Integer status;
    synchronized (this) {
      requests.add(new Request(key, exchange.getRequestHeaders().getFirst("Authorization"), body));
      status = answers.isEmpty() ? Integer.valueOf(202) : answers.remove();
      if (status == 0 || status < 300) {
        sent.putIfAbsent(key, body);
      }
    }
    if (status == 0) {
      silent.acquireUninterruptibly();
      exchange.close();
      return;
    }
    byte[] text = ("to " + body.get("to").getAsString()).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, text.length);
    exchange.getResponseBody().write(text);
    exchange.close();
  }

  @Override
  public void close() {
    silent.release(1_000);
    server.stop(0);
  }
}
