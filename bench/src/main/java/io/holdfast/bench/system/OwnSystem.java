package io.holdfast.bench.system;

import io.holdfast.bench.figure.Machine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A system beside whatever else runs: its own data and ports, started by the script a user starts
 * his with. The limit per caller is lifted, since one caller here plays many.
 */
public final class OwnSystem implements AutoCloseable {
  private static final int PORT_SHIFT = 4_000;
  private static final int RATE_PER_SECOND = 100_000;
  private static final long SCRIPT_MINUTES = 10;

  private final Path root;
  private final Path home;
  private @Nullable Thread lastResort;

  /** Of this checkout; nothing is started yet. */
  public OwnSystem(Path root) {
    this.root = root;
    this.home = root.resolve(".holdfast/bench/system");
  }

  /** Stops what ran, forgets its data, and starts anew; returns once all is healthy. */
  public void fresh() {
    run("down", "--data");
    up();
  }

  /** Starts it, where it is not running; returns once all is healthy. */
  public void up() {
    if (lastResort == null) {
      lastResort = new Thread(() -> run("down"));
      Runtime.getRuntime().addShutdownHook(lastResort);
    }
    run("up", "-d");
  }

  /** Stops it; the data stay. */
  public void down() {
    run("down");
  }

  /** Stops it and forgets its data. */
  public void forget() {
    run("down", "--data");
  }

  /** Stops one process as an operator would. */
  public void stop(String process) {
    run("stop", process);
  }

  /** Starts one process; returns once it is healthy. */
  public void start(String process) {
    run("start", process);
  }

  /** Tells the demonstration's story to it. */
  public void demo() {
    run("demo");
  }

  @Override
  public void close() {
    Thread hook = lastResort;
    if (hook != null) {
      run("down");
      Runtime.getRuntime().removeShutdownHook(hook);
      lastResort = null;
    }
  }

  /** A port of it, by the port an unshifted system has. */
  public int port(int base) {
    return base + PORT_SHIFT;
  }

  /** The gateway. */
  public String gateway() {
    return "http://127.0.0.1:" + port(8080);
  }

  /** Who issues its tokens. */
  public String issuer() {
    return "http://127.0.0.1:" + port(8180) + "/realms/holdfast";
  }

  /** A folder for what a benchmark leaves behind. */
  public Path scratch() throws IOException {
    return Files.createDirectories(home.resolveSibling("scratch"));
  }

  /** Resident memory of all its processes, in GB of 10^9 bytes; shared pages count in each. */
  public double residentGigabytes() {
    try (Stream<Path> pids = Files.list(home.resolve("run"))) {
      long kilobytes = 0;
      for (Path pid : pids.filter(file -> file.toString().endsWith(".pid")).toList()) {
        kilobytes +=
            Machine.kilobytes(Path.of("/proc", Files.readString(pid).strip(), "status"), "VmRSS");
      }
      return kilobytes * 1024 / 1e9;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void run(String... arguments) {
    List<String> command = new ArrayList<>(List.of("bash", root.resolve("holdfast").toString()));
    command.addAll(List.of(arguments));
    try {
      Files.createDirectories(home);
      Path output = home.resolve("script.log");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(root.toFile())
              .redirectErrorStream(true)
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
      Map<String, String> environment = builder.environment();
      environment.remove("HOLDFAST_URL");
      environment.remove("HOLDFAST_ISSUER");
      environment.put("HOLDFAST_HOME", home.toString());
      environment.put("HOLDFAST_PORT_SHIFT", Integer.toString(PORT_SHIFT));
      environment.put("HOLDFAST_PROFILE", "demo");
      environment.put("HOLDFAST_RATE_PER_SECOND", Integer.toString(RATE_PER_SECOND));
      Process process = builder.start();
      if (!process.waitFor(SCRIPT_MINUTES, TimeUnit.MINUTES)) {
        process.destroy();
        throw new IllegalStateException(told(arguments, output));
      }
      if (process.exitValue() != 0) {
        throw new IllegalStateException(told(arguments, output));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private String told(String[] arguments, Path output) {
    return "./holdfast %s failed; its words are in %s"
        .formatted(String.join(" ", arguments), root.relativize(output));
  }
}
