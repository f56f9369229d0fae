package io.holdfast.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * After everything else: no personal value of the tests is in a log, a metric or the store's files;
 * nothing scanned.
 */
@Order(99)
final class LeakIT {
  // Every value the tests gave as a victim's, a payee's or an officer's; account numbers by their
  // bodies.
  private static final List<String> VALUES =
      List.of(
          "测试事主",
          "测试受害人",
          "测试收款人",
          "11010519491231002X",
          "13900000000",
          "13999000002",
          "13900000001",
          "00861973582460",
          "测试：自称电话局",
          "测试：端到端",
          "99000100000000",
          "99000200000000",
          "99000300000000",
          "测试钱联络",
          "测试操作员");

  // The store's own bookkeeping writes bitmaps of its chunks as text; their digits are nobody's.
  private static final Pattern BITMAP = Pattern.compile("occupancy:[0-9a-f]+");

  private final RunningSystem system = RunningSystem.get();

  @Test
  void noPersonalValueIsInLogsOrStoreFiles() throws IOException {
    List<String> hits = new ArrayList<>();
    // Keycloak's own database names officers: it is where people's accounts live.
    for (Path folder : List.of(system.logs(), system.data().resolve("store"))) {
      try (Stream<Path> files = Files.walk(folder)) {
        files
            .filter(Files::isRegularFile)
            .filter(file -> !file.getFileName().toString().startsWith("keycloak"))
            .filter(file -> !file.getFileName().toString().startsWith("seed"))
            .forEach(file -> search(file, hits));
      }
    }
    assertThat(hits).isEmpty();
  }

  private static void search(Path file, List<String> hits) {
    try {
      // One byte, one character: finds UTF-8 bytes in any file, binary or not.
      String content =
          BITMAP
              .matcher(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
              .replaceAll("");
      for (String value : VALUES) {
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE)) {
          String bytes = new String(value.getBytes(charset), StandardCharsets.ISO_8859_1);
          if (content.contains(bytes)) {
            hits.add(
                file.getFileName() + " holds a value of length " + value.length() + ": " + value);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void noPersonalValueIsInMetricsAndNothingScanned() throws IOException, InterruptedException {
    List<String> hits = new ArrayList<>();
    for (int port : List.of(7201, 7202, 7203, 8081, 27118)) {
      String metrics = fetch(system.port(port));
      VALUES.stream().filter(metrics::contains).forEach(hits::add);
    }
    assertThat(hits).isEmpty();
    assertThat(
            fetch(system.port(27118)).lines().filter(line -> line.contains("full_scans")).toList())
        .isNotEmpty()
        .allMatch(line -> line.startsWith("#") || line.endsWith(" 0") || line.endsWith(" 0.0"));
  }

  private static String fetch(int port) throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics")).build(),
              BodyHandlers.ofString())
          .body();
    }
  }
}
