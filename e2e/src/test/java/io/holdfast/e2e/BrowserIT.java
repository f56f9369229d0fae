package io.holdfast.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * The console in a real browser: {@code console/browser} tells its stories against this run's
 * system. Pictures are in {@code console/target/browser}.
 */
@Order(10)
final class BrowserIT {
  private static final long PATIENCE_MINUTES = 18;
  private static final Path CONSOLE = Path.of("..", "console").toAbsolutePath().normalize();

  private final RunningSystem system = RunningSystem.get();

  @Test
  void everyRoleDoesItsWork() throws IOException, InterruptedException {
    Path output = Files.createDirectories(Path.of("target")).resolve("browser.log");
    var builder =
        new ProcessBuilder("node", "browser/run.mjs")
            .directory(CONSOLE.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("HOLDFAST_URL", "http://127.0.0.1:" + system.port(8080));
    builder
        .environment()
        .put("HOLDFAST_ISSUER", "http://127.0.0.1:" + system.port(8180) + "/realms/holdfast");
    Process browser = builder.start();
    if (!browser.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
      browser.destroy();
    }
    String told = Files.readString(output);
    assertThat(browser.isAlive()).as("still running after minutes: %s", told).isFalse();
    assertThat(browser.exitValue()).as("%s", told).isZero();
  }
}
