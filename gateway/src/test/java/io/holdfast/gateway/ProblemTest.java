package io.holdfast.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Failures as RFC 9457 problems: the services' and the gateway's own. */
class ProblemTest {
  private final Door door = Door.shared();

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of("state", 400, "THING_WRONG_STATE", "The thing is LAPSED (expected: STOPPED)."),
        Arguments.of("fields", 400, "VALIDATION_FAILED", "1 field does not fit."),
        Arguments.of(
            "denied-absent", 403, "ACCESS_DENIED", "No access to this, or it does not exist."),
        Arguments.of("stale", 409, "STALE", "Somebody was first."),
        Arguments.of("busy", 503, "BANK_DOWN", "The bank's line is down."),
        Arguments.of("quota", 429, "RESOURCE_EXHAUSTED", "Outbox full."),
        Arguments.of("late", 504, "SERVICE_TIMEOUT", "The service did not answer in time."),
        Arguments.of("gone", 503, "SERVICE_UNAVAILABLE", "The service does not answer; ask again."),
        Arguments.of("bug", 500, "INTERNAL", ""),
        Arguments.of("unknown", 500, "INTERNAL", ""));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void aStatusIsAProblem(String how, int status, String reason, String detail) {
    HttpResponse<String> answer = door.get("/v1/failures/" + how);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
    var problem = Door.json(answer);
    assertThat(problem.at("/type").asString())
        .isEqualTo("/problems/" + reason.toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    assertThat(problem.at("/status").asInt()).isEqualTo(status);
    assertThat(problem.at("/reason").asString()).isEqualTo(reason);
    assertThat(problem.path("detail").asString("")).isEqualTo(detail);
    assertThat(problem.at("/title").asString()).isNotBlank();
    assertThat(answer.body()).doesNotContain("secret").doesNotContain("10.0.0.1");
  }

  @Test
  void valuesOfTheSentenceAreInTheMetadata() {
    var problem = Door.json(door.get("/v1/failures/state?requestId=r"));

    assertThat(problem.at("/metadata/state").asString()).isEqualTo("LAPSED");
    assertThat(problem.at("/instance").asString()).isEqualTo("/v1/failures/state");
    assertThat(problem.at("/traceId").asString()).hasSize(32);
  }

  @Test
  void violationsNameFieldRuleAndWhatWasExpected() {
    var violation = Door.json(door.get("/v1/failures/fields")).at("/violations/0");

    assertThat(violation.at("/field").asString()).isEqualTo("report.victim.idNumber");
    assertThat(violation.at("/rule").asString()).isEqualTo("ID_CHECK_DIGIT");
    assertThat(violation.at("/detail").asString()).contains("last digit");
  }

  static Stream<Arguments> languages() {
    return Stream.of(
        Arguments.of("zh-CN", true),
        Arguments.of("en;q=0.5, zh;q=0.9", true),
        Arguments.of("fr, zh-Hans;q=0.3", true),
        Arguments.of("en, zh;q=0.9", false),
        Arguments.of("zh;q=0, en", false),
        Arguments.of("*", false),
        Arguments.of(";;;", false));
  }

  @ParameterizedTest
  @MethodSource("languages")
  void chineseIsSpokenToWhomPrefersIt(String accepted, boolean chinese) {
    HttpResponse<String> state = ask("/v1/failures/state", accepted);
    HttpResponse<String> own = ask("/v1/nowhere", accepted);
    HttpResponse<String> fields = ask("/v1/failures/fields", accepted);

    assertThat(state.body().contains("该事项已失效")).isEqualTo(chinese);
    assertThat(own.body().contains("该地址不存在")).isEqualTo(chinese);
    assertThat(fields.body().contains("校验位不符")).isEqualTo(chinese);
  }

  private HttpResponse<String> ask(String path, String accepted) {
    return door.send(door.request(path).header("Accept-Language", accepted).build());
  }

  @Test
  void retryAfterSaysHowLongTheServiceAsksFor() {
    assertThat(door.get("/v1/failures/busy").headers().firstValue("Retry-After")).hasValue("7");
    assertThat(door.get("/v1/failures/gone").headers().firstValue("Retry-After")).hasValue("1");
  }

  @Test
  void foreignAndAbsentAreTheSameBytes() {
    HttpResponse<String> foreign = door.get("/v1/failures/denied-foreign");
    HttpResponse<String> absent = door.get("/v1/failures/denied-absent");

    assertThat(foreign.body()).isEqualTo(absent.body());
    assertThat(foreign.statusCode()).isEqualTo(absent.statusCode());
    assertThat(foreign.headers().map().keySet()).isEqualTo(absent.headers().map().keySet());
  }

  @Test
  void anUnknownAddressIsAProblem() {
    HttpResponse<String> answer = door.get("/v1/nowhere/at/all?phone=13800000000");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(Door.json(answer).at("/reason").asString()).isEqualTo("ROUTE_UNKNOWN");
    assertThat(answer.body()).doesNotContain("13800000000");
  }

  @Test
  void aWrongMethodIsToldTheRightOnes() {
    HttpResponse<String> answer = door.send("POST", "/v1/things/t1", "{}");

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).hasValue("DELETE, GET, PATCH, PUT");
    assertThat(Door.json(answer).at("/reason").asString()).isEqualTo("METHOD_NOT_ALLOWED");
    assertThat(door.send("DELETE", "/health", "").statusCode()).isEqualTo(405);
  }

  @Test
  void aBodyOverTheLimitIsRefused() {
    String large = "{\"aString\":\"" + "x".repeat(1024 * 1024) + "\"}";
    HttpResponse<String> told = door.send("POST", "/v1/echo", large);
    HttpResponse<String> untold =
        door.send(
            door.request("/v1/echo")
                .header("Content-Type", "application/json")
                .POST(
                    HttpRequest.BodyPublishers.fromPublisher(
                        HttpRequest.BodyPublishers.ofString(large)))
                .build());

    for (HttpResponse<String> answer : java.util.List.of(told, untold)) {
      assertThat(answer.statusCode()).isEqualTo(413);
      assertThat(Door.json(answer).at("/reason").asString()).isEqualTo("BODY_TOO_LARGE");
    }
  }

  @Test
  void aBodyThatIsNoJsonByNameIsRefused() {
    HttpResponse<String> answer =
        door.send(
            door.request("/v1/echo")
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build());

    assertThat(answer.statusCode()).isEqualTo(415);
    assertThat(Door.json(answer).at("/reason").asString()).isEqualTo("MEDIA_TYPE_UNSUPPORTED");
  }
}
