package io.holdfast.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every reason of {@code docs/reference/errors.md} is named by some test. */
final class ReasonsTestedTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern ROW = Pattern.compile("^\\| `([A-Z_]+)`", Pattern.MULTILINE);

  // Each exception with its reason.
  private static final Map<String, String> NOT_PROVOKED =
      Map.of(
          "GATEWAY_BUSY", "needs more calls at once than a test machine can hold open",
          "SLOW_READER", "needs a reader that leaves a minute of signs of life unread",
          "URI_TOO_LONG", "answered by the HTTP server itself before the gateway is asked");

  @Test
  void everyReasonIsNamedByATest() throws IOException {
    String tests = tests();
    String errors = Files.readString(ROOT.resolve("docs/reference/errors.md"));
    List<String> missing =
        ROW
            .matcher(errors)
            .results()
            .map((MatchResult row) -> row.group(1))
            .collect(Collectors.toCollection(TreeSet::new))
            .stream()
            .filter(reason -> !NOT_PROVOKED.containsKey(reason))
            .filter(reason -> !Pattern.compile("\\b" + reason + "\\b").matcher(tests).find())
            .toList();
    assertThat(missing).as("write a test that meets this refusal").isEmpty();
  }

  private static String tests() throws IOException {
    var all = new StringBuilder();
    try (Stream<Path> modules = Files.list(ROOT)) {
      for (Path module : modules.toList()) {
        Path sources = module.resolve("src/test/java");
        if (Files.isDirectory(sources) && !module.endsWith("arch-tests")) {
          try (Stream<Path> files = Files.walk(sources)) {
            files
                .filter(file -> file.toString().endsWith(".java"))
                .forEach(file -> all.append(read(file)));
          }
        }
      }
    }
    return all.toString();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
