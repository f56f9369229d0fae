package io.holdfast.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The store as users run it: a process of its own, which a test may kill. */
final class StoreProcess implements AutoCloseable {

  private static final Pattern URI = Pattern.compile("mongodb://\\S+");

  private final Process process;
  private final String uri;
  private volatile boolean ending;

  private StoreProcess(Process process, String uri) {
    this.process = process;
    this.uri = uri;
  }

  static StoreProcess start(Path file) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Process process =
        new ProcessBuilder(
                java.toString(),
                "-Xmx256m",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                EmbeddedMongo.class.getName(),
                "HOLDFAST_STORE_FILE=" + file,
                "HOLDFAST_STORE_PORT=0",
                "HOLDFAST_STORE_HEALTH_PORT=0")
            .redirectErrorStream(true)
            .start();
    BufferedReader output = process.inputReader(UTF_8);
    StringBuilder before = new StringBuilder();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      Matcher ready = URI.matcher(line);
      if (ready.find()) {
        Thread.ofVirtual().start(() -> output.lines().forEach(System.out::println));
        return new StoreProcess(process, ready.group());
      }
      before.append(line).append('\n');
    }
    throw new IllegalStateException("the store did not start: " + before);
  }

  String uri() {
    return uri;
  }

  boolean serves() {
    return !ending && process.isAlive();
  }

  /** SIGKILL: no hook runs, nothing is flushed. */
  void kill() {
    ending = true;
    process.destroyForcibly();
    await();
  }

  /** SIGTERM. */
  int stop() {
    ending = true;
    process.destroy();
    return await();
  }

  private int await() {
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        throw new IllegalStateException("process " + process.pid() + " still runs");
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
