package io.holdfast.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who is let in. */
class TokenTest {
  private final Door door = Door.shared();

  static Stream<Arguments> bad() {
    Function<TokenForge, String> expired =
        forge ->
            forge.sign(
                forge
                    .claims("a")
                    .expirationTime(Date.from(Instant.now().minus(Duration.ofSeconds(30))))
                    .build());
    Function<TokenForge, String> otherAudience =
        forge -> forge.sign(forge.claims("a").audience("console").build());
    Function<TokenForge, String> otherIssuer =
        forge -> forge.sign(forge.claims("a").issuer("http://127.0.0.1:1/realms/x").build());
    Function<TokenForge, String> endless =
        forge -> forge.sign(forge.claims("a").expirationTime(null).build());
    Function<TokenForge, String> early =
        forge ->
            forge.sign(
                forge.claims("a").notBeforeTime(Date.from(Instant.now().plusSeconds(60))).build());
    Function<TokenForge, String> nobody =
        forge -> forge.sign(forge.claims("a").subject(null).build());
    Function<TokenForge, String> unsigned =
        _ -> "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIiwiYXVkIjoiaG9sZGZhc3QtYXBpIn0.";
    return Stream.of(
        Arguments.of("forged", (Function<TokenForge, String>) f -> f.forged("a"), "TOKEN_INVALID"),
        Arguments.of(
            "unknown key", (Function<TokenForge, String>) f -> f.unknownKey("a"), "TOKEN_INVALID"),
        Arguments.of("expired", expired, "TOKEN_EXPIRED"),
        Arguments.of("other audience", otherAudience, "TOKEN_INVALID"),
        Arguments.of("other issuer", otherIssuer, "TOKEN_INVALID"),
        Arguments.of("endless", endless, "TOKEN_INVALID"),
        Arguments.of("early", early, "TOKEN_INVALID"),
        Arguments.of("nobody's", nobody, "TOKEN_INVALID"),
        Arguments.of("unsigned", unsigned, "TOKEN_INVALID"),
        Arguments.of("no token", (Function<TokenForge, String>) _ -> "nonsense", "TOKEN_INVALID"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bad")
  void aBadTokenIsRefused(String name, Function<TokenForge, String> token, String reason) {
    HttpResponse<String> answer = ask("Bearer " + token.apply(door.forge));

    assertThat(answer.statusCode()).as(name).isEqualTo(401);
    assertThat(Door.json(answer).at("/reason").asString()).isEqualTo(reason);
    assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
  }

  @Test
  void noTokenIsRefused() {
    assertThat(Door.json(ask(null)).at("/reason").asString()).isEqualTo("TOKEN_MISSING");
    assertThat(Door.json(ask("Basic YTpi")).at("/reason").asString()).isEqualTo("TOKEN_MISSING");
  }

  @Test
  void aTokenGoodBeforeIsRefusedOnceItEnds() throws InterruptedException {
    Instant end = Instant.now().minusSeconds(4);
    String token =
        "Bearer " + door.forge.sign(door.forge.claims("a").expirationTime(Date.from(end)).build());

    assertThat(ask(token).statusCode()).isEqualTo(200);
    HttpResponse<String> answer = ask(token);
    Instant patience = Instant.now().plusSeconds(10);
    while (answer.statusCode() == 200 && Instant.now().isBefore(patience)) {
      Thread.sleep(100);
      answer = ask(token);
    }
    assertThat(Door.json(answer).at("/reason").asString()).isEqualTo("TOKEN_EXPIRED");
  }

  @Test
  void tokenTraceAndLanguageReachTheService() {
    String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    HttpResponse<String> answer =
        door.send(
            door.request("/v1/calls:describe")
                .header("traceparent", trace)
                .header("Accept-Language", "zh-CN")
                .header("X-Secret", "stays here")
                .build());

    var seen = Door.json(answer);
    assertThat(seen.at("/authorization").asString()).startsWith("Bearer ey");
    assertThat(seen.at("/traceparent").asString())
        .startsWith("00-4bf92f3577b34da6a3ce929d0e0e4736-")
        .doesNotContain("00f067aa0ba902b7");
    assertThat(seen.at("/acceptLanguage").asString()).isEqualTo("zh-CN");
    assertThat(seen.at("/leftMillis").asLong()).isBetween(1L, 10_000L);
    assertThat(seen.at("/names").toString()).doesNotContain("x-secret");
    assertThat(answer.headers().firstValue("Trace-Id"))
        .hasValue("4bf92f3577b34da6a3ce929d0e0e4736");
  }

  @Test
  void keysLastWhileTheIssuerIsDown() {
    try (Door alone = Door.with(Map.of())) {
      assertThat(alone.get("/v1/things/t1").statusCode()).isEqualTo(200);
      String later = alone.forge.good("officer-2");
      String forged = alone.forge.unknownKey("officer-3");
      int asked = alone.forge.asked();

      for (int i = 0; i < 20; i++) {
        assertThat(statusWith(alone, forged)).isEqualTo(401);
      }
      assertThat(alone.forge.asked()).isLessThanOrEqualTo(asked + 1);

      alone.forge.close();
      assertThat(statusWith(alone, later)).isEqualTo(200);
      assertThat(statusWith(alone, forged)).isEqualTo(401);
    }
  }

  private static int statusWith(Door door, String token) {
    return door.send(
            HttpRequest.newBuilder(door.uri("/v1/things/t1"))
                .header("Authorization", "Bearer " + token)
                .build())
        .statusCode();
  }

  @Test
  void withoutAnyKeysNobodyIsTurnedAwayForGood() {
    try (Door blind = Door.with(Map.of("HOLDFAST_JWKS_URI", "http://127.0.0.1:1/certs"))) {
      HttpResponse<String> answer = blind.get("/v1/things/t1");

      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(Door.json(answer).at("/reason").asString()).isEqualTo("KEYS_UNKNOWN");
      assertThat(answer.headers().firstValue("Retry-After")).isPresent();
      HttpResponse<String> ready =
          blind.send(HttpRequest.newBuilder(blind.management("/health/ready")).build());
      assertThat(ready.statusCode()).isEqualTo(503);
      assertThat(ready.body()).contains("signing-keys");
    }
  }

  private HttpResponse<String> ask(@Nullable String authorization) {
    var request = HttpRequest.newBuilder(door.uri("/v1/things/t1"));
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    return door.send(request.build());
  }

  @Test
  void publicPagesNeedNoToken() {
    for (String path : List.of("/", "/docs", "/docs/docs.js", "/openapi.json", "/health")) {
      assertThat(door.send(HttpRequest.newBuilder(door.uri(path)).build()).statusCode())
          .as(path)
          .isEqualTo(200);
    }
  }
}
