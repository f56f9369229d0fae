package io.holdfast.e2e;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** How the story is told: what is sent, what is waited for, what must come of it. */
final class Script {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration STEP = Duration.ofMillis(200);

  private Script() {}

  /** Waits for what other processes bring about; throws where it does not come. */
  static void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("never happened: " + what);
      }
      try {
        Thread.sleep(STEP);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      }
    }
  }

  /** Throws where it does not go as told. */
  static void expect(String what, Object expected, Object found) {
    if (!expected.equals(found)) {
      throw new IllegalStateException(what + ": " + found + " (expected: " + expected + ")");
    }
  }

  /** A command that says nothing but which one it is. */
  static Map<String, Object> request() {
    return Map.of("requestId", UUID.randomUUID().toString());
  }

  /** A command with one thing to say. */
  static Map<String, Object> request(String name, Object value) {
    return request(Map.of(name, value));
  }

  /** A command that says these things. */
  static Map<String, Object> request(Map<String, ?> says) {
    Map<String, Object> command = new HashMap<>(says);
    command.putAll(request());
    return command;
  }

  static String yuan(long fen) {
    return "%d.%02d".formatted(fen / 100, fen % 100);
  }
}
