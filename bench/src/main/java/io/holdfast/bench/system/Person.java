package io.holdfast.bench.system;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Somebody with his own token, renewed long before its end. */
public final class Person {
  private final Http http;
  private final OwnSystem system;
  private final String username;
  private final String password;
  private @Nullable String token;
  private long renewAt;

  Person(Http http, OwnSystem system, String username, String password) {
    this.http = http;
    this.system = system;
    this.username = username;
    this.password = password;
  }

  /** Reads. */
  public JsonNode get(String path) {
    return http.get(URI.create(system.gateway() + path), token());
  }

  /** Does something. */
  public JsonNode post(String path, Map<String, ?> body) {
    return http.post(
        URI.create(system.gateway() + path), token(), Http.JSON.writeValueAsBytes(body));
  }

  /**
   * Opens the screen of one of his desks and says that he is there.
   *
   * @param onOrder told of each stop order that comes; must not block
   */
  Screen watch(String desk, Consumer<String> onOrder) {
    Screen screen = Screen.open(stream(desk), onOrder);
    post(
        "/v1/attendance:report",
        Map.of("desk", desk, "page", "bench", "state", "PAGE_VISIBLE", "soundTested", true));
    return screen;
  }

  /** The stream of one of his desks, as it comes. */
  Stream<String> stream(String desk) {
    return http.lines(URI.create(system.gateway() + "/v1/tasks:watch?desk=" + desk), token());
  }

  /** A token with half its life before it, at least. */
  public synchronized String token() {
    String current = token;
    if (current == null || System.nanoTime() - renewAt > 0) {
      JsonNode answer =
          http.form(
              URI.create(system.issuer() + "/protocol/openid-connect/token"),
              Map.of(
                  "grant_type",
                  "password",
                  "client_id",
                  "demo-cli",
                  "username",
                  username,
                  "password",
                  password));
      current = answer.path("access_token").asString();
      token = current;
      renewAt =
          System.nanoTime()
              + Duration.ofSeconds(answer.path("expires_in").asLong(60) / 2).toNanos();
    }
    return current;
  }
}
