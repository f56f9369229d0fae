package io.holdfast.store;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the store keeps its file and listens; from {@code NAME=value} arguments, else the
 * environment.
 */
record StoreConfig(Path file, int port, int healthPort) {

  private static final int DEFAULT_PORT = 27117;
  private static final int DEFAULT_HEALTH_PORT = 27118;
  private static final int PORT_MAX = 65_535;

  static StoreConfig of(Map<String, String> environment, String... args) {
    Map<String, String> settings = new HashMap<>(environment);
    for (String arg : args) {
      int equals = arg.indexOf('=');
      if (!arg.startsWith("HOLDFAST_STORE_") || equals < 0) {
        throw new IllegalArgumentException(
            "argument: " + arg + " (expected: HOLDFAST_STORE_...=value)");
      }
      settings.put(arg.substring(0, equals), arg.substring(equals + 1));
    }
    String file = settings.get("HOLDFAST_STORE_FILE");
    if (file == null || file.isBlank()) {
      throw new IllegalArgumentException(
          "HOLDFAST_STORE_FILE: not set (expected: path of the store file)");
    }
    return new StoreConfig(
        Path.of(file),
        port(settings, "HOLDFAST_STORE_PORT", DEFAULT_PORT),
        port(settings, "HOLDFAST_STORE_HEALTH_PORT", DEFAULT_HEALTH_PORT));
  }

  private static int port(Map<String, String> settings, String name, int ifAbsent) {
    @Nullable String given = settings.get(name);
    if (given == null || given.isBlank()) {
      return ifAbsent;
    }
    try {
      int port = Integer.parseInt(given.strip());
      if (port >= 0 && port <= PORT_MAX) {
        return port;
      }
    } catch (NumberFormatException e) {
      // The same answer as to a number out of range.
    }
    throw new IllegalArgumentException(name + ": " + given + " (expected: 0 to " + PORT_MAX + ")");
  }
}
