package io.holdfast.kit.boot;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads environment variables, gathers all that is wrong with them, and tells it at once. A service
 * reads variables of its own through one of these too.
 */
public final class Environment {
  private static final int PORT_MAX = 65_535;

  private final Map<String, String> variables;
  private final List<String> wrong = new ArrayList<>();

  /** Reads from {@code variables}, e.g. {@code System.getenv()}. */
  public Environment(Map<String, String> variables) {
    this.variables = Map.copyOf(variables);
  }

  /**
   * A text.
   *
   * @param fallback used where the variable is absent; null if it must be there
   * @param expected what it should be, for whoever forgot it
   */
  public String text(String name, @Nullable String fallback, String expected) {
    String value = variables.get(name);
    if (value != null && !value.isBlank()) {
      return value.strip();
    }
    if (fallback == null) {
      wrong.add(name + ": missing (expected: " + expected + ")");
      return "";
    }
    return fallback;
  }

  /** A text that may be absent. */
  public @Nullable String optional(String name) {
    String value = variables.get(name);
    return value == null || value.isBlank() ? null : value.strip();
  }

  /** A port that must be given; 0 takes any free one. */
  public int port(String name) {
    String value = text(name, null, "a port, 0 to " + PORT_MAX);
    try {
      int port = value.isEmpty() ? 0 : Integer.parseInt(value);
      if (port >= 0 && port <= PORT_MAX) {
        return port;
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    wrong.add(name + ": " + value + " (expected: a port, 0 to " + PORT_MAX + ")");
    return 0;
  }

  /** A file or folder. */
  public Path path(String name, @Nullable String fallback, String expected) {
    String value = text(name, fallback, expected);
    try {
      return Path.of(value);
    } catch (InvalidPathException e) {
      wrong.add(name + ": no path (expected: " + expected + ")");
      return Path.of("");
    }
  }

  /** An address with a scheme of {@code http} or {@code https}. */
  public URI http(String name, String fallback) {
    String value = text(name, fallback, "an http(s) address");
    try {
      var uri = new URI(value);
      if (uri.getHost() != null
          && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // Told below.
    }
    wrong.add(name + ": " + value + " (expected: an http(s) address such as " + fallback + ")");
    return URI.create(fallback);
  }

  /** A length of time, ISO 8601, more than nothing. */
  public Duration duration(String name, String fallback) {
    String value = text(name, fallback, "a duration such as " + fallback);
    try {
      Duration found = Duration.parse(value);
      if (found.isPositive()) {
        return found;
      }
    } catch (DateTimeParseException e) {
      // Told below.
    }
    wrong.add(name + ": " + value + " (expected: a duration such as " + fallback + ")");
    return Duration.parse(fallback);
  }

  /** One of several words. */
  public <T> T choice(String name, String fallback, Map<String, T> words) {
    String value = text(name, fallback, "one of " + words.keySet());
    T found = words.get(value);
    if (found == null) {
      wrong.add(name + ": " + value + " (expected: one of " + words.keySet() + ")");
      return words.values().iterator().next();
    }
    return found;
  }

  /**
   * Ends the reading.
   *
   * @throws SettingsInvalid naming every variable that is wrong, what was found and what is
   *     expected
   */
  public void requireGood() {
    if (!wrong.isEmpty()) {
      throw new SettingsInvalid(String.join("; ", wrong));
    }
  }
}
