package io.holdfast.bench.system;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Plain calls; an answer that is no success is an error here. */
final class Http {
  static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  String text(URI uri) {
    return new String(
        bytes(HttpRequest.newBuilder(uri).timeout(PATIENCE).build()), StandardCharsets.UTF_8);
  }

  JsonNode get(URI uri, String token) {
    return json(bytes(authorised(uri, token).timeout(PATIENCE).build()));
  }

  JsonNode post(URI uri, String token, byte[] json) {
    return json(
        bytes(
            authorised(uri, token)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(json))
                .build()));
  }

  JsonNode form(URI uri, Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(each -> each.getKey() + '=' + encoded(each.getValue()))
            .collect(Collectors.joining("&"));
    return json(
        bytes(
            HttpRequest.newBuilder(uri)
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build()));
  }

  /** An event stream's lines, as they come; close it to end it. */
  Stream<String> lines(URI uri, String token) {
    try {
      HttpResponse<Stream<String>> response =
          client.send(
              authorised(uri, token).header("Accept", "text/event-stream").build(),
              BodyHandlers.ofLines());
      if (response.statusCode() != 200) {
        response.body().close();
        throw refused(uri, response.statusCode(), "");
      }
      return response.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static HttpRequest.Builder authorised(URI uri, String token) {
    return HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + token);
  }

  private byte[] bytes(HttpRequest request) {
    try {
      HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
      if (response.statusCode() / 100 != 2) {
        throw refused(
            request.uri(),
            response.statusCode(),
            new String(response.body(), StandardCharsets.UTF_8));
      }
      return response.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static IllegalStateException refused(URI uri, int status, String body) {
    return new IllegalStateException(
        "%s answered %d (expected: 200) %s".formatted(uri.getPath(), status, body));
  }

  private static JsonNode json(byte[] body) {
    return body.length == 0 ? MissingNode.getInstance() : JSON.readTree(body);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
