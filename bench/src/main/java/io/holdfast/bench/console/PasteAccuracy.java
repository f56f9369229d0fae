package io.holdfast.bench.console;

import io.holdfast.bench.figure.Bar;
import io.holdfast.bench.figure.Benchmark;
import io.holdfast.bench.figure.Figure;
import io.holdfast.bench.system.OwnSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How well pasted messages, bills and sheets are read, on a synthetic corpus whose forms the
 * templates were not made from.
 */
public final class PasteAccuracy implements Benchmark {
  private static final String READ = "paste-read";
  private static final String WRONG = "paste-wrong";

  /** {@code | all | fields | read % | left empty | wrong |} */
  private static final Pattern ALL =
      Pattern.compile("\\| all +\\| +(\\d+) \\| +([0-9.]+) % \\| +(\\d+) \\| +(\\d+) \\|");

  private final NodeScript script;

  /** With the console's own corpus. */
  public PasteAccuracy(OwnSystem system, Path root) throws IOException {
    this.script = new NodeScript(root.resolve("console"), system.scratch());
  }

  @Override
  public String name() {
    return "paste";
  }

  @Override
  public List<String> figures() {
    return List.of(READ, WRONG);
  }

  @Override
  public List<Figure> measure(Consumer<String> progress) {
    Matcher all = ALL.matcher(script.run(Map.of("NO_COLOR", "1"), "npm", "run", "-s", "accuracy"));
    if (!all.find()) {
      throw new IllegalStateException("no line for all fields in what npm run accuracy printed");
    }
    String how =
        "%s fields of a held-out synthetic corpus; %s left empty for the officer"
            .formatted(all.group(1), all.group(3));
    // Nothing about it is random: one round says all.
    return List.of(
        Figure.shown(READ, "%", List.of(Double.parseDouble(all.group(2))), how),
        Figure.of(WRONG, "fields", Bar.atMost(0), List.of(Double.parseDouble(all.group(4))), how));
  }
}
