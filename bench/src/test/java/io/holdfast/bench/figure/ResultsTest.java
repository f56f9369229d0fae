package io.holdfast.bench.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ResultsTest {
  private static final Results.Circumstances FIRST =
      new Results.Circumstances("a machine", "abc", "2026-01-01T00:00:00Z", "0.1 to 0.2");
  private static final Results.Circumstances SECOND =
      new Results.Circumstances("a machine", "def", "2026-01-02T00:00:00Z", "0.1 to 0.2");

  @TempDir Path folder;

  @Test
  void lineMeasuredAgainReplacesItsOwnAndLeavesTheOthers() throws IOException {
    Path file = folder.resolve("results/latest.json");
    Results before = Results.in(file);
    before.put(Figure.of("one", "ms", Bar.atMost(5), List.of(4.0, 6.0, 5.0), "how"), FIRST);
    before.put(Figure.missing("two", "ratio", ">= 3", "no opponent yet"), FIRST);
    before.put(Figure.shown("gone", "ms", List.of(1.0), ""), FIRST);
    before.write();

    Results after = Results.in(file);
    after.put(Figure.of("one", "ms", Bar.atMost(5), List.of(7.0), "how"), SECOND);
    after.arrange(List.of("two", "never measured", "one"));
    after.write();

    JsonNode lines = JsonMapper.builder().build().readTree(Files.readString(file));
    assertThat(lines.size()).isEqualTo(2);
    JsonNode one = lines.get(1);
    assertThat(List.copyOf(one.propertyNames()))
        .containsExactly(
            "name", "figure", "unit", "bar", "holds", "rounds", "min", "max", "machine", "commit",
            "time", "load", "note");
    assertThat(one.path("figure").asDouble()).isEqualTo(7.0);
    assertThat(one.path("holds").asBoolean()).isFalse();
    assertThat(one.path("commit").asString()).isEqualTo("def");
    JsonNode two = lines.get(0);
    assertThat(two.path("figure").isNull()).isTrue();
    assertThat(two.path("holds").isNull()).isTrue();
    assertThat(two.path("commit").asString()).isEqualTo("abc");
    assertThat(after.table()).contains("NO").contains("not measured");
  }
}
