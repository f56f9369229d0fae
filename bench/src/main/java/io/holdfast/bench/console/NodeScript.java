package io.holdfast.bench.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program of the console's own, run where it lies. */
final class NodeScript {
  private static final long PATIENCE_MINUTES = 10;

  private final Path console;
  private final Path output;

  /**
   * @param console the console's folder; the build has installed what its programs need
   * @param scratch where its words are kept
   */
  NodeScript(Path console, Path scratch) {
    this.console = console;
    this.output = scratch.resolve("node.log");
  }

  /** Runs it; what it printed. Whoever fails says so with its last words. */
  String run(Map<String, String> environment, String... command) {
    try {
      ProcessBuilder builder =
          new ProcessBuilder(List.of(command))
              .directory(console.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
        process.destroy();
        throw new IllegalStateException(command[0] + " took too long: " + Files.readString(output));
      }
      String told = Files.readString(output);
      if (process.exitValue() != 0) {
        throw new IllegalStateException(String.join(" ", command) + " failed: " + told);
      }
      return told;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
