package io.holdfast.e2e.driver;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** A running system: where its gateway is, and who issues its tokens. */
public final class World {
  static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final String gateway;
  private final String issuer;
  private final String password;

  /**
   * @param gateway e.g. {@code http://127.0.0.1:8080}
   * @param issuer the realm, e.g. {@code http://127.0.0.1:8180/realms/holdfast}
   * @param password that all demo officers share
   */
  public World(String gateway, String issuer, String password) {
    this.gateway = gateway;
    this.issuer = issuer;
    this.password = password;
  }

  /**
   * The system named by {@code HOLDFAST_URL} and {@code HOLDFAST_ISSUER}, by default the one {@code
   * up} starts.
   */
  public static World fromEnvironment() {
    return new World(
        setting("HOLDFAST_URL", "http://127.0.0.1:8080"),
        setting("HOLDFAST_ISSUER", "http://127.0.0.1:8180/realms/holdfast"),
        setting("HOLDFAST_DEMO_PASSWORD", "holdfast-demo"));
  }

  private static String setting(String name, String otherwise) {
    String value = System.getenv(name);
    return value == null || value.isEmpty() ? otherwise : value;
  }

  /** One of the demo's officers, logged in. */
  public Person login(String username) {
    return new Person(this, username, () -> token(username, password));
  }

  /** Someone with a secret of his own: the first administrator. */
  public Person login(String username, String secret) {
    return new Person(this, username, () -> token(username, secret));
  }

  /** Someone who brings any text as token. */
  public Person bearing(String token) {
    return new Person(this, "stranger", () -> new Token(token, Long.MAX_VALUE));
  }

  private Token token(String username, String secret) {
    String form =
        form(
            Map.of(
                "grant_type", "password",
                "client_id", "demo-cli",
                "username", username,
                "password", secret,
                "scope", "openid"));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
            .timeout(PATIENCE)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    Reply reply = send(request);
    if (reply.status() != 200) {
      throw new IllegalStateException(
          "no token for " + username + ": " + reply.status() + ' ' + reply.text("error"));
    }
    long life = reply.body().path("expires_in").asLong(60);
    return new Token(
        reply.text("access_token"), System.nanoTime() + Duration.ofSeconds(life / 2).toNanos());
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(
            field ->
                field.getKey() + '=' + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(gateway + path)).timeout(PATIENCE);
  }

  HttpClient http() {
    return http;
  }

  Reply send(HttpRequest request) {
    try {
      HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
      return new Reply(response.statusCode(), json(response.body()), response.headers());
    } catch (IOException e) {
      throw new Unreachable(request.uri().getPath(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static JsonNode json(byte[] body) {
    if (body.length == 0 || (body[0] != '{' && body[0] != '[')) {
      return MissingNode.getInstance();
    }
    return JSON.readTree(body);
  }

  /** The gateway or Keycloak did not answer at all. */
  public static final class Unreachable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unreachable(String path, IOException cause) {
      super("no answer from " + path, cause);
    }
  }

  /** An access token and when to fetch the next, by {@link System#nanoTime()}. */
  record Token(String text, long renewAt) {}
}
