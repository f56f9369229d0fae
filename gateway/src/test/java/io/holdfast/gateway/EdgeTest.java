package io.holdfast.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Headers, pages, limits, breaker, log and management: what is the same for all routes. */
class EdgeTest {
  private final Door door = Door.shared();

  @Test
  void everyAnswerCarriesTheSecurityHeaders() {
    for (String path : List.of("/v1/things/t1", "/v1/nowhere", "/", "/docs", "/openapi.json")) {
      var headers = door.get(path).headers();
      assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
      assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
      assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
      assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
          .startsWith("default-src 'none'")
          .doesNotContainPattern("script-src[^;]*unsafe");
      assertThat(headers.firstValue("Server")).isEmpty();
      assertThat(headers.firstValue("Strict-Transport-Security")).isEmpty();
      assertThat(headers.firstValue("Access-Control-Allow-Origin")).isEmpty();
    }
  }

  @Test
  void noOtherOriginIsLetIn() {
    HttpResponse<String> preflight =
        door.send(
            door.request("/v1/things/t1")
                .header("Origin", "https://elsewhere.example")
                .header("Access-Control-Request-Method", "GET")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .build());

    assertThat(preflight.statusCode()).isEqualTo(405);
    assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
  }

  @Test
  void pagesLoadNothingFromOutsideAndRunNothingInline() {
    for (String path : List.of("/", "/docs")) {
      assertThat(door.get(path).body())
          .doesNotContain("http://")
          .doesNotContain("https://")
          .doesNotContain("<style")
          .doesNotContainPattern("<script(?![^>]* src=)")
          .doesNotContainPattern(" on[a-z]+=");
    }
    assertThat(door.get("/").body()).contains("止付通");
  }

  @Test
  void theLogHoldsTheRouteAndNoValues() throws InterruptedException {
    Logger access = (Logger) LoggerFactory.getLogger("access");
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    access.addAppender(lines);
    door.send("POST", "/v1/things:find?phone=13800000000", "{\"phone\":\"13900000000\"}");
    door.get("/v1/nowhere/13700000000?x=13600000000");
    door.get("/v1/things/t1");
    // A line is written after its answer has left, so lines of the test before may come first.
    StreamTest.eventually(() -> text(lines).contains("/v1/things/{id}"), "the last line");
    access.detachAppender(lines);

    String all = text(lines);
    assertThat(all)
        .contains("route=\"POST /v1/things:find\"")
        .contains("PERSONAL_IN_URL")
        .contains("route=\"GET /v1/things/{id}\"")
        .contains("subject=\"officer-1\"")
        .doesNotContainPattern("13[6789]00000000")
        .doesNotContain("Bearer");
  }

  private static String text(ListAppender<ILoggingEvent> lines) {
    return List.copyOf(lines.list).stream()
        .map(line -> line.getFormattedMessage() + line.getKeyValuePairs())
        .reduce("", String::concat);
  }

  @Test
  void healthAndMetricsAreOnTheirOwnPort() {
    door.get("/v1/things/t1");
    for (String path : List.of("/health/live", "/health/ready")) {
      assertThat(door.send(HttpRequest.newBuilder(door.management(path)).build()).statusCode())
          .isEqualTo(200);
    }
    String metrics = door.send(HttpRequest.newBuilder(door.management("/metrics")).build()).body();

    assertThat(metrics)
        .contains(
            "http_server_requests_seconds_count{route=\"GET /v1/things/{id}\",status=\"200\"}")
        .contains("grpc_client_requests_seconds_count")
        .contains("gateway_breaker_open{service=\"holdfast.casefile\"} 0.0")
        .contains("jvm_memory_used_bytes");
    assertThat(door.get("/metrics").statusCode()).isEqualTo(404);
  }

  @Test
  void aRepeatableCallIsTriedTwiceAndAnotherOnce() {
    assertThat(door.get("/v1/failures/once-get").statusCode()).isEqualTo(200);
    assertThat(door.send("POST", "/v1/failures/once-id", "{\"requestId\":\"r\"}").statusCode())
        .isEqualTo(200);
    assertThat(door.send("POST", "/v1/failures/once-none", "{}").statusCode()).isEqualTo(503);
    assertThat(door.things.failures.get("once-none")).hasValue(1);
    assertThat(door.get("/v1/failures/twice-get").statusCode()).isEqualTo(503);
    assertThat(door.things.failures.get("twice-get")).hasValue(2);
  }

  @Test
  void aServiceThatIsAwayOpensItsBreakerAndNoOther() {
    int opened = 0;
    for (int i = 0; i < 60; i++) {
      HttpResponse<String> answer = door.get("/v1/gone");
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body()).doesNotContain("127.0.0.1");
      opened += answer.headers().firstValue("Retry-After").orElse("").equals("2") ? 1 : 0;
    }

    assertThat(opened).isGreaterThan(10);
    assertThat(door.get("/v1/things/t1").statusCode()).isEqualTo(200);
  }

  @Test
  void aCallerOverItsRateWaitsAndOthersDoNot() {
    try (Door slow = Door.with(Map.of("HOLDFAST_RATE_PER_SECOND", "5"))) {
      HttpResponse<String> last = slow.get("/v1/things/t1");
      for (int i = 0; i < 40 && last.statusCode() == 200; i++) {
        last = slow.get("/v1/things/t1");
      }
      assertThat(last.statusCode()).isEqualTo(429);
      assertThat(Door.json(last).at("/reason").asString()).isEqualTo("RATE_LIMITED");
      assertThat(last.headers().firstValue("Retry-After")).hasValue("1");
      HttpResponse<String> other =
          slow.send(
              HttpRequest.newBuilder(slow.uri("/v1/things/t1"))
                  .header("Authorization", "Bearer " + slow.forge.good("officer-2"))
                  .build());
      assertThat(other.statusCode()).isEqualTo(200);

      int refused = 0;
      for (int i = 0; i < 40; i++) {
        refused +=
            slow.send(HttpRequest.newBuilder(slow.uri("/v1/things/t1")).build()).statusCode() == 429
                ? 1
                : 0;
      }
      assertThat(refused).isPositive();
    }
  }

  @Test
  void theConsoleIsServedAndNothingElse() {
    try (Door served = Door.with(Map.of("HOLDFAST_TRUST_FORWARDED", "on"))) {
      HttpResponse<String> first = served.get("/");
      assertThat(first.body()).contains("id=\"root\"");
      assertThat(first.headers().firstValue("cache-control")).hasValue("no-cache");
      assertThat(first.headers().firstValue("content-security-policy").orElseThrow())
          .contains("script-src 'self';")
          .contains("connect-src 'self' http");
      assertThat(served.get("/cases/123").body()).isEqualTo(first.body());
      assertThat(served.get("/training/").body()).isEqualTo(first.body());
      assertThat(served.get("/training/bank/orders/123").body()).isEqualTo(first.body());
      Matcher name = Pattern.compile("src=\"(/assets/[^\"]+\\.js)\"").matcher(first.body());
      assertThat(name.find()).isTrue();
      HttpResponse<String> script = served.get(name.group(1));
      assertThat(script.statusCode()).isEqualTo(200);
      assertThat(script.headers().firstValue("cache-control").orElseThrow()).contains("immutable");
      assertThat(script.headers().firstValue("content-type").orElseThrow())
          .startsWith("text/javascript");
      HttpResponse<String> zipped =
          served.send(served.request(name.group(1)).header("Accept-Encoding", "gzip").build());
      assertThat(zipped.headers().firstValue("content-encoding")).hasValue("gzip");
      assertThat(served.get("/settings.json").body())
          .contains("\"clientId\":\"console\"", "\"presenceSeconds\":600");
      for (String absent :
          List.of("/assets/none.js", "/favicon.ico", "/v1/nowhere", "/v1", "/problems/stale")) {
        assertThat(served.get(absent).statusCode()).as(absent).isEqualTo(404);
      }
      HttpResponse<String> https =
          served.send(served.request("/v1/things/t1").header("X-Forwarded-Proto", "https").build());
      assertThat(https.headers().firstValue("Strict-Transport-Security")).isPresent();
    }
  }

  @Test
  void anAddressBeyondTheLimitIsAProblemToo() {
    HttpResponse<String> answer = door.get("/v1/things/" + "x".repeat(9_000));

    assertThat(answer.statusCode()).isEqualTo(414);
    assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
    assertThat(Door.json(answer).at("/reason").asString()).isEqualTo("URI_TOO_LONG");
    assertThat(answer.body()).doesNotContain("xxx");
  }

  @Test
  void headersBeyondTheLimitAreAProblemToo() {
    HttpResponse<String> answer =
        door.send(door.request("/v1/things/t1").header("X-Long", "x".repeat(20_000)).build());

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Door.json(answer).at("/reason").asString()).isEqualTo("REQUEST_INVALID");
  }

  @Test
  void moreRequestsAtOnceThanItHoldsAreRefusedForAMoment() {
    try (Door narrow = Door.with(Map.of())) {
      for (int i = 0; i < 1_000; i++) {
        narrow.limits().enter();
      }
      HttpResponse<String> refused = narrow.get("/v1/things/t1");
      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(refused.headers().firstValue("retry-after")).hasValue("1");
      assertThat(Door.json(refused).at("/reason").asString()).isEqualTo("GATEWAY_BUSY");

      narrow.limits().leave();
      assertThat(narrow.get("/v1/things/t1").statusCode()).isEqualTo(200);
    }
  }
}
