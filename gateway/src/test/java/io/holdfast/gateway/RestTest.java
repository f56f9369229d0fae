package io.holdfast.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The rules of google/api/http.proto, line by line, against a real gRPC server. */
class RestTest {
  private final Door door = Door.shared();

  static Stream<Arguments> mappings() {
    return Stream.of(
        Arguments.of("GET", "/v1/things/t1", "", "{\"id\":\"t1\"}"),
        Arguments.of("GET", "/v1/things/a%2Fb%20c+d", "", "{\"id\":\"a/b c+d\"}"),
        Arguments.of("GET", "/v1/things/t1?part=3", "", "{\"id\":\"t1\",\"amountFen\":\"3\"}"),
        Arguments.of("GET", "/v1/things/t1?name=x%26y", "", "{\"id\":\"t1\",\"title\":\"x&y\"}"),
        Arguments.of(
            "GET", "/v1/stations/s1/things/t%2F9", "", "{\"title\":\"stations/s1/things/t%2F9\"}"),
        Arguments.of("GET", "/v1/files/a/b%20/c%2Fd", "", "{\"title\":\"a/b /c%2Fd\"}"),
        Arguments.of(
            "GET", "/v1/things/t1/parts/7:open", "", "{\"id\":\"t1\",\"amountFen\":\"7\"}"),
        Arguments.of("GET", "/v1/things/a:b", "", "{\"id\":\"a:b\"}"),
        Arguments.of(
            "POST",
            "/v1/stations/s1/things?requestId=r1",
            "{\"title\":\"t\",\"amountFen\":\"9007199254740993\",\"owner\":\"测试\"}",
            "{\"parent\":\"stations/s1\",\"amountFen\":\"9007199254740993\",\"tags\":[\"request:r1\"]}"),
        Arguments.of(
            "POST",
            "/v1/stations/s1/things?request_id=r2",
            "{}",
            "{\"tags\":[\"request:r2\"],\"title\":\"\"}"),
        Arguments.of(
            "PATCH",
            "/v1/things/t7?updateMask=title,amountFen",
            "{\"title\":\"new\",\"id\":\"body\"}",
            "{\"id\":\"t7\",\"title\":\"new\",\"tags\":[\"title\",\"amount_fen\"]}"),
        Arguments.of(
            "PUT",
            "/v1/things/t7",
            "{\"thing\":{\"inner\":{\"inner\":{\"title\":\"deep\"}}}}",
            "{\"id\":\"t7\"}"),
        Arguments.of("DELETE", "/v1/things/t7", "", "{}"),
        Arguments.of(
            "POST", "/v1/things:find", "{\"phone\":\"1\",\"pageSize\":5}", "{\"amountFen\":\"5\"}"),
        Arguments.of("POST", "/v1/things:find", "", "{\"title\":\"found\"}"),
        Arguments.of(
            "GET",
            "/v1/things:page?filter.colour=RED&filter.tags=a&filter.tags=b&read_mask=id,createTime"
                + "&filter.minAmountFen=40&limitFen=2&filter.after=2026-01-31T08:00:00.5Z",
            "",
            "{\"things\":[{\"colour\":\"RED\",\"tags\":[\"a\",\"b\",\"id\",\"create_time\"],"
                + "\"amountFen\":\"42\",\"createTime\":\"2026-01-31T08:00:00.500Z\"}],"
                + "\"nextPageToken\":\"n\"}"),
        Arguments.of(
            "GET",
            "/v1/echo?aBool=true&aBytes=_-8&many=1&many=2&aColour=2&aDuration=1.5s&maybe=0",
            "",
            "{\"aBool\":true,\"aBytes\":\"/+8=\",\"many\":[\"1\",\"2\"],\"aColour\":\"BLUE\","
                + "\"aDuration\":\"1.500s\",\"maybe\":0}"));
  }

  @ParameterizedTest
  @MethodSource("mappings")
  void mapsAsTheRuleSays(String method, String path, String body, String wanted) {
    HttpResponse<String> answer =
        body.isEmpty() && !method.equals("POST")
            ? door.send(
                door.request(path)
                    .method(method, java.net.http.HttpRequest.BodyPublishers.noBody())
                    .build())
            : door.send(method, path, body);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertContains(Door.json(answer), Door.JSON.readTree(wanted), "");
  }

  private static void assertContains(JsonNode actual, JsonNode wanted, String where) {
    if (wanted.isObject()) {
      wanted
          .properties()
          .forEach(
              each ->
                  assertContains(
                      actual.path(each.getKey()), each.getValue(), where + "." + each.getKey()));
    } else if (wanted.isArray()) {
      assertThat(actual.size()).as(where).isEqualTo(wanted.size());
      for (int i = 0; i < wanted.size(); i++) {
        assertContains(actual.get(i), wanted.get(i), where + "[" + i + "]");
      }
    } else {
      assertThat(actual).as(where).isEqualTo(wanted);
    }
  }

  @Test
  void aResponseFieldMayBeTheWholeAnswer() {
    assertThat(Door.json(door.get("/v1/things")).isArray()).isTrue();
  }

  @Test
  void everythingJsonCanSayComesBack() {
    String all =
        """
        {"aInt32":-2147483648,"aSint64":"-9223372036854775808","aUint32":4294967295,
         "aFixed64":"18446744073709551615","aFloat":1.5,"aDouble":"NaN","aBool":true,
         "aString":"止付 \\u0000 \\"q\\"","aBytes":"AQID","aColour":"RED","many":["1","-2"],
         "counts":{"a":"1","b":"2"},"colours":{"7":"BLUE"},"right":{"colour":"BLUE","tags":["x"],
         "minAmountFen":"3","after":"2026-01-31T08:00:00Z"},"maybe":0,"aDuration":"90s",
         "aStruct":{"k":[1.5,null,{"z":true}]},"aValue":null,
         "anAny":{"@type":"type.googleapis.com/holdfast.casefile.trial.v1.Filter","colour":"RED",
         "tags":[],"minAmountFen":"0"},
         "aWrapper":"w","aTime":"2026-01-31T08:00:00.000000001Z",
         "filters":[{"colour":"COLOUR_UNSPECIFIED","tags":[],"minAmountFen":"1"}]}
        """;

    HttpResponse<String> answer = door.send("POST", "/v1/echo", all);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertContains(Door.json(answer), Door.JSON.readTree(all), "");
  }

  @Test
  void numbersMayBeTextAndTextMayBeNumbers() {
    HttpResponse<String> answer =
        door.send(
            "POST",
            "/v1/echo",
            "{\"aInt32\":\"7\",\"aSint64\":12,\"aUint32\":1e3,\"aColour\":1,\"a_double\":\"2.5\"}");

    assertContains(
        Door.json(answer),
        Door.JSON.readTree(
            "{\"aInt32\":7,\"aSint64\":\"12\",\"aUint32\":1000,\"aColour\":\"RED\",\"aDouble\":2.5}"),
        "");
  }

  static Stream<Arguments> misfits() {
    return Stream.of(
        Arguments.of("{\"aInt32\":2147483648}", "aInt32", "JSON_VALUE"),
        Arguments.of("{\"aInt32\":1.5}", "aInt32", "JSON_VALUE"),
        Arguments.of("{\"aInt32\":1e999999999}", "aInt32", "JSON_VALUE"),
        Arguments.of("{\"aInt32\":\"\"}", "aInt32", "JSON_VALUE"),
        Arguments.of("{\"aUint32\":-1}", "aUint32", "JSON_VALUE"),
        Arguments.of("{\"aBool\":\"true\"}", "aBool", "JSON_VALUE"),
        Arguments.of("{\"aString\":5}", "aString", "JSON_VALUE"),
        Arguments.of("{\"aBytes\":\"*\"}", "aBytes", "JSON_VALUE"),
        Arguments.of("{\"aColour\":\"GREEN\"}", "aColour", "JSON_VALUE"),
        Arguments.of("{\"many\":5}", "many", "JSON_VALUE"),
        Arguments.of("{\"many\":[1,null]}", "many[1]", "JSON_VALUE"),
        Arguments.of("{\"right\":[]}", "right", "JSON_VALUE"),
        Arguments.of("{\"right\":{\"tags\":[\"a\",5]}}", "right.tags[1]", "JSON_VALUE"),
        Arguments.of("{\"filters\":[{},{\"after\":\"now\"}]}", "filters[1].after", "JSON_VALUE"),
        Arguments.of("{\"left\":\"a\",\"right\":{}}", "right", "JSON_ONEOF"),
        Arguments.of("{\"aInt32\":1,\"a_int32\":2}", "aInt32", "JSON_DUPLICATE"),
        Arguments.of("{\"nope\":1}", "nope", "FIELD_UNKNOWN"),
        Arguments.of("{\"right\":{\"nope\":1}}", "right.nope", "FIELD_UNKNOWN"),
        Arguments.of("{\"13800000000\":1}", "", "FIELD_UNKNOWN"),
        Arguments.of("[]", "", "JSON_VALUE"),
        Arguments.of("{\"aInt32\":1} x", "", "JSON_SYNTAX"),
        Arguments.of("{\"aInt32\":1,\"aInt32\":2}", "", "JSON_SYNTAX"),
        Arguments.of("{", "", "JSON_SYNTAX"),
        Arguments.of("[".repeat(200), "", "JSON_VALUE"),
        Arguments.of("{\"aStruct\":" + "[".repeat(200), "", "JSON_SYNTAX"));
  }

  @ParameterizedTest
  @MethodSource("misfits")
  void saysWhereABodyDoesNotFitAndNeverWhatWasThere(String body, String field, String rule) {
    HttpResponse<String> answer = door.send("POST", "/v1/echo", body);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(Door.json(answer).at("/reason").asString()).isEqualTo("REQUEST_INVALID");
    assertThat(Door.json(answer).at("/violations/0/field").asString()).isEqualTo(field);
    assertThat(Door.json(answer).at("/violations/0/rule").asString()).isEqualTo(rule);
    assertThat(answer.body()).doesNotContain("13800000000");
  }

  static Stream<Arguments> badQueries() {
    return Stream.of(
        Arguments.of("/v1/things/t1?nope=1", "PARAMETER_UNKNOWN"),
        Arguments.of("/v1/things/t1?13800000000=1", "PARAMETER_UNKNOWN"),
        Arguments.of("/v1/things/t1?part=x", "JSON_VALUE"),
        Arguments.of("/v1/things/t1?part=1&part=2", "PARAMETER_REPEATED"),
        Arguments.of("/v1/things?filter=1", "JSON_VALUE"),
        Arguments.of("/v1/things?filter.nope=1", "PARAMETER_UNKNOWN"),
        Arguments.of("/v1/things?pageSize.x=1", "PARAMETER_UNKNOWN"),
        Arguments.of("/v1/things?filter.after=now", "JSON_VALUE"));
  }

  @ParameterizedTest
  @MethodSource("badQueries")
  void refusesAQueryTheContractDoesNotHave(String path, String rule) {
    HttpResponse<String> answer = door.get(path);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(Door.json(answer).at("/violations/0/rule").asString()).isEqualTo(rule);
    assertThat(answer.body()).doesNotContain("13800000000");
  }

  @Test
  void longAnswersAreZippedForWhoeverReadsThat() throws Exception {
    String title = "测试".repeat(2_000);
    HttpRequest.Builder request =
        door.request("/v1/stations/s1/things")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"title\":\"" + title + "\"}"));
    HttpResponse<byte[]> zipped =
        door.http.send(
            request.copy().header("Accept-Encoding", "gzip").build(),
            HttpResponse.BodyHandlers.ofByteArray());

    assertThat(zipped.headers().firstValue("Content-Encoding")).hasValue("gzip");
    assertThat(zipped.body()).hasSizeLessThan(1_000);
    try (var unzipped = new GZIPInputStream(new ByteArrayInputStream(zipped.body()))) {
      assertThat(Door.JSON.readTree(unzipped).at("/title").asString()).isEqualTo(title);
    }
    HttpResponse<String> plain = door.send(request.build());
    assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
    assertThat(Door.json(plain).at("/title").asString()).isEqualTo(title);
  }

  @Test
  void aBodyMethodTakesNoQuery() {
    assertThat(door.send("POST", "/v1/things:find?pageSize=5", "{}").statusCode()).isEqualTo(400);
    assertThat(door.send("POST", "/v1/stations/s1/things?thing.title=5", "{}").statusCode())
        .isEqualTo(400);
  }

  @Test
  void personalDataInTheQueryIsRefusedByName() {
    HttpResponse<String> answer = door.send("POST", "/v1/things:find?phone=13800000000", "{}");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Door.json(answer).at("/reason").asString()).isEqualTo("PERSONAL_IN_URL");
    assertThat(answer.body()).doesNotContain("13800000000");
  }
}
