package io.holdfast.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
