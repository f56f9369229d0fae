package io.holdfast.bench.figure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/** The machine and the source a figure belongs to. */
public final class Machine {
  private static final double KB_PER_GB = 1e6;

  private Machine() {}

  /** E.g. {@code Some CPU, 2 cores, 16.0 GB, Linux 6.1, Java 25.0.1}. */
  public static String describe() {
    return String.format(
        Locale.ROOT,
        "%s, %d cores, %.1f GB, %s %s, Java %s",
        field(Path.of("/proc/cpuinfo"), "model name", System.getProperty("os.arch", "")),
        Runtime.getRuntime().availableProcessors(),
        kilobytes(Path.of("/proc/meminfo"), "MemTotal") / KB_PER_GB,
        System.getProperty("os.name"),
        System.getProperty("os.version"),
        Runtime.version());
  }

  /** The load average over one minute. */
  public static String load() {
    return String.format(
        Locale.ROOT, "%.1f", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  /** The commit of this folder, {@code unknown} outside a repository. */
  public static String commit(Path folder) {
    try {
      Process git =
          new ProcessBuilder(
                  "git",
                  "--no-optional-locks",
                  "-C",
                  folder.toString(),
                  "describe",
                  "--always",
                  "--dirty",
                  "--abbrev=12")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String text = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return git.waitFor() == 0 ? text : "unknown";
    } catch (IOException e) {
      return "unknown";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "unknown";
    }
  }

  /** A field of a {@code /proc} file in kilobytes; 0 where there is none. */
  public static long kilobytes(Path file, String name) {
    return Long.parseLong(field(file, name, "0").replaceAll("[^0-9]", ""));
  }

  private static String field(Path file, String name, String otherwise) {
    if (!Files.exists(file)) {
      return otherwise;
    }
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(otherwise);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
