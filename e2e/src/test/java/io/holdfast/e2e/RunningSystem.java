package io.holdfast.e2e;

import io.holdfast.e2e.driver.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One system for all tests of a run, started by the same script a user starts it with, beside
 * whatever else runs.
 */
final class RunningSystem {
  // Another one where 2000 is taken.
  private static final int PORT_SHIFT = Integer.getInteger("holdfast.shift", 2000);
  private static final long START_MINUTES = 9;
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path HOME = ROOT.resolve(".holdfast/verify/system");
  private static final RunningSystem ONLY = start();

  private RunningSystem() {}

  static RunningSystem get() {
    return ONLY;
  }

  private static RunningSystem start() {
    run("down", "--data");
    run("up", "-d");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> run("down")));
    return new RunningSystem();
  }

  World world() {
    return new World(
        "http://127.0.0.1:" + (8080 + PORT_SHIFT),
        "http://127.0.0.1:" + (8180 + PORT_SHIFT) + "/realms/holdfast",
        "holdfast-demo");
  }

  /** Ends a process at once, as a crash would. */
  void kill(String process) {
    run("kill", process);
  }

  /** Starts a process that does not run, and returns once it is healthy. */
  void start(String process) {
    run("start", process);
  }

  /** Starts a process that does not run with its sweepers off. */
  void startWithoutSweepers(String process) {
    run(Map.of("HOLDFAST_SWEEPERS", "off"), "start", process);
  }

  /** Ends a process as an operator would. */
  void stop(String process) {
    run("stop", process);
  }

  Path logs() {
    return HOME.resolve("logs");
  }

  Path data() {
    return HOME.resolve("data");
  }

  int port(int base) {
    return base + PORT_SHIFT;
  }

  private static void run(String... arguments) {
    run(Map.of(), arguments);
  }

  private static void run(Map<String, String> settings, String... arguments) {
    List<String> command = new ArrayList<>(List.of("bash", ROOT.resolve("holdfast").toString()));
    command.addAll(List.of(arguments));
    try {
      Files.createDirectories(HOME);
      Path output = HOME.resolve("script.log");
      var builder =
          new ProcessBuilder(command)
              .directory(ROOT.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
      builder.environment().put("HOLDFAST_HOME", HOME.toString());
      builder.environment().put("HOLDFAST_PORT_SHIFT", Integer.toString(PORT_SHIFT));
      builder.environment().put("HOLDFAST_BUILD", "off");
      builder.environment().putAll(settings);
      Process process = builder.start();
      if (!process.waitFor(START_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
        process.destroy();
        throw new IllegalStateException(
            "holdfast " + String.join(" ", arguments) + " failed:\n" + Files.readString(output));
      }
    } catch (IOException e) {
      throw new IllegalStateException("holdfast did not run", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
