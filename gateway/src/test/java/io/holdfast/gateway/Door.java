package io.holdfast.gateway;

import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import io.holdfast.gateway.limit.CallerLimits;
import io.holdfast.gateway.observe.ManagementServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A started gateway with a trial service behind it and an issuer beside it. */
final class Door implements AutoCloseable {
  static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  final TokenForge forge = new TokenForge();
  final TrialThings things = new TrialThings();
  final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private final Server service;
  private final ConfigurableApplicationContext context;

  private Door(Map<String, String> settings) {
    try {
      service =
          NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", 0))
              .addService(things)
              .intercept(things)
              .build()
              .start();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    Map<String, String> all = new HashMap<>();
    all.put("HOLDFAST_HTTP_PORT", "0");
    all.put("HOLDFAST_MANAGEMENT_PORT", "0");
    all.put("HOLDFAST_ISSUER", forge.issuer());
    all.put("HOLDFAST_JWKS_URI", forge.jwksUri().toString());
    all.put("HOLDFAST_CASE_TARGET", "127.0.0.1:" + service.getPort());
    all.put("HOLDFAST_LIAISON_TARGET", "127.0.0.1:1");
    all.put("HOLDFAST_RATE_PER_SECOND", "100000");
    all.put("holdfast.descriptors", "trial/api.dsc");
    all.putAll(settings);
    String[] arguments =
        all.entrySet().stream()
            .map(each -> "--" + each.getKey() + "=" + each.getValue())
            .toArray(String[]::new);
    context = SpringApplication.run(GatewayApplication.class, arguments);
  }

  /** The one most tests share: it is never closed before the tests' process ends. */
  static Door shared() {
    return Shared.DOOR;
  }

  private static final class Shared {
    static final Door DOOR = new Door(Map.of("holdfast.heartbeat", "300ms"));
  }

  /** One with settings of its own. */
  static Door with(Map<String, String> settings) {
    return new Door(settings);
  }

  int port() {
    var server = ((ReactiveWebServerApplicationContext) context).getWebServer();
    if (server == null) {
      throw new IllegalStateException("no web server");
    }
    return server.getPort();
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  URI management(String path) {
    return URI.create("http://127.0.0.1:" + context.getBean(ManagementServer.class).port() + path);
  }

  CallerLimits limits() {
    return context.getBean(CallerLimits.class);
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(uri(path))
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + forge.good("officer-1"));
  }

  HttpResponse<String> get(String path) {
    return send(request(path).build());
  }

  HttpResponse<String> send(String method, String path, String json) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(json))
            .build());
  }

  HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static JsonNode json(HttpResponse<String> response) {
    return JSON.readTree(response.body());
  }

  @Override
  public void close() {
    context.close();
    service.shutdownNow();
    forge.close();
    http.close();
  }
}
