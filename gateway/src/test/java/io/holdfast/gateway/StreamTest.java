package io.holdfast.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Server streams as Server-Sent Events. */
class StreamTest {
  private final Door door = Door.shared();

  private HttpResponse<String> watch(String query) {
    return door.get("/v1/things:watch?" + query);
  }

  private static List<String> lines(String body, String start) {
    return body.lines().filter(line -> line.startsWith(start)).toList();
  }

  @Test
  void eachMessageIsAnEventWithItsResumeTokenAsId() {
    HttpResponse<String> answer = watch("count=3");

    assertThat(answer.headers().firstValue("content-type"))
        .hasValue("text/event-stream;charset=UTF-8");
    assertThat(answer.headers().firstValue("cache-control")).hasValue("no-store");
    assertThat(lines(answer.body(), "event:"))
        .containsExactly("event: message", "event: message", "event: message", "event: end");
    assertThat(lines(answer.body(), "id:")).containsExactly("id: 1", "id: 2", "id: 3");
    assertThat(answer.body()).contains("\"number\":2,\"resumeToken\":\"2\"");
    assertThat(answer.body()).endsWith("event: end\ndata: {\"reason\":\"DONE\"}\n\n");
  }

  @Test
  void aStreamIsNeverZipped() {
    HttpResponse<String> answer =
        door.send(
            door.request("/v1/things:watch?count=3").header("Accept-Encoding", "gzip").build());

    assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
    assertThat(lines(answer.body(), "id:")).hasSize(3);
  }

  @Test
  void lastEventIdResumesAndGoesBeforeTheQuery() {
    HttpResponse<String> answer =
        door.send(
            door.request("/v1/things:watch?count=2&resumeToken=1")
                .header("Last-Event-ID", "40")
                .build());

    assertThat(lines(answer.body(), "id:")).containsExactly("id: 41", "id: 42");
  }

  @Test
  void aRefusalBeforeTheFirstEventIsAPlainProblem() {
    HttpResponse<String> answer = watch("count=1&resumeToken=5&failAfter=5");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Door.json(answer).at("/reason").asString()).isEqualTo("THING_WRONG_STATE");
  }

  @Test
  void aFailureMidStreamIsAnErrorEventAndNoEnd() {
    HttpResponse<String> answer = watch("count=5&failAfter=2");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(lines(answer.body(), "event:"))
        .containsExactly("event: message", "event: message", "event: error");
    String problem = lines(answer.body(), "data:").getLast().substring("data: ".length());
    assertThat(Door.JSON.readTree(problem).at("/reason").asString()).isEqualTo("THING_WRONG_STATE");
    assertThat(Door.JSON.readTree(problem).at("/status").asInt()).isEqualTo(400);
  }

  @Test
  void anIdleLineIsOpenedAndShowsThatItIsAlive() throws Exception {
    int left = door.things.left.get();
    HttpResponse<InputStream> answer =
        door.http.send(
            door.request("/v1/things:watch?stay=true").build(),
            HttpResponse.BodyHandlers.ofInputStream());
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
      List<String> comments = new ArrayList<>();
      while (comments.size() < 3) {
        String line = lines.readLine();
        if (line.startsWith(":")) {
          comments.add(line);
        }
      }
      assertThat(comments).contains(": alive", ": open");
    }
    eventually(() -> door.things.left.get() > left, "the service hears that the reader left");
  }

  @Test
  void aStreamEndsWithItsToken() {
    String token =
        door.forge.sign(
            door.forge
                .claims("officer-short")
                .expirationTime(Date.from(Instant.now().plusSeconds(2)))
                .build());
    HttpResponse<String> answer =
        door.send(
            HttpRequest.newBuilder(door.uri("/v1/things:watch?count=1&stay=true"))
                .header("Authorization", "Bearer " + token)
                .timeout(Duration.ofSeconds(15))
                .build());

    assertThat(answer.body()).contains("id: 1").endsWith("{\"reason\":\"TOKEN_EXPIRED\"}\n\n");
  }

  @Test
  void aReaderThatDoesNotReadStopsTheService() throws Exception {
    try (AccessLog log = AccessLog.listen();
        Socket socket = new Socket("127.0.0.1", door.port())) {
      socket.setReceiveBufferSize(8 * 1024);
      String request =
          "GET /v1/things:watch?count=20000&filling=10000 HTTP/1.1\r\nHost: localhost\r\n"
              + "Authorization: Bearer "
              + door.forge.good("officer-slow")
              + "\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      assertThat(socket.getInputStream().read()).isPositive();
      int before = -1;
      // Heartbeats are 300 ms apart here, and four unread ones end the stream.
      for (int i = 0; i < 40 && before != door.things.sent.get(); i++) {
        before = door.things.sent.get();
        Thread.sleep(200);
      }
      assertThat(door.things.sent.get()).isLessThan(10_000);
      int left = door.things.left.get();
      eventually(() -> door.things.left.get() > left, "the stuck stream is ended");
      eventually(() -> log.tells("SLOW_READER"), "the access log says why");
    }
  }

  @Test
  void openStreamsAreLimitedPerCaller() throws Exception {
    try (Door narrow = Door.with(Map.of("HOLDFAST_STREAMS_PER_CLIENT", "2"))) {
      List<HttpResponse<InputStream>> open = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        open.add(
            narrow.http.send(
                narrow.request("/v1/things:watch?count=1&stay=true").build(),
                HttpResponse.BodyHandlers.ofInputStream()));
      }
      HttpResponse<String> third = narrow.get("/v1/things:watch?count=1");
      assertThat(third.statusCode()).isEqualTo(429);
      assertThat(Door.json(third).at("/reason").asString()).isEqualTo("STREAMS_LIMITED");

      for (HttpResponse<InputStream> each : open) {
        each.body().close();
      }
      eventually(
          () -> narrow.get("/v1/things:watch?count=1").statusCode() == 200,
          "places are given back");

      HttpResponse<InputStream> last =
          narrow.http.send(
              narrow.request("/v1/things:watch?count=1&stay=true").build(),
              HttpResponse.BodyHandlers.ofInputStream());
      Thread closer = Thread.ofVirtual().start(narrow::close);
      assertThat(new String(last.body().readAllBytes(), StandardCharsets.UTF_8))
          .endsWith("{\"reason\":\"SHUTDOWN\"}\n\n");
      closer.join();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static void eventually(java.util.function.BooleanSupplier holds, String what)
      throws InterruptedException {
    Instant patience = Instant.now().plusSeconds(15);
    while (!holds.getAsBoolean()) {
      assertThat(Instant.now()).as(what).isBefore(patience);
      Thread.sleep(50);
    }
  }
}
