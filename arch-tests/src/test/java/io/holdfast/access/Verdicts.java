package io.holdfast.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The hand-kept table. */
record Verdicts(Map<String, Verdict> byMethod) {
  /** Who is let in. */
  record Verdict(Set<String> roles, boolean peopleOnly) {}

  static Verdicts read() {
    Map<String, Verdict> verdicts = new LinkedHashMap<>();
    try (InputStream in = Verdicts.class.getResourceAsStream("/access-verdicts.txt")) {
      new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(line -> put(verdicts, line));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Verdicts(verdicts);
  }

  private static void put(Map<String, Verdict> verdicts, String line) {
    boolean peopleOnly = line.startsWith("!");
    int colon = line.indexOf(':');
    String method = line.substring(peopleOnly ? 1 : 0, colon);
    Set<String> roles = Set.of(line.substring(colon + 1).strip().split(" +"));
    verdicts.put(method, new Verdict(roles, peopleOnly));
  }
}
