package io.holdfast.testkit;

import io.holdfast.kit.crypto.Keys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keys made for a test run, and kept nowhere. */
public final class TestKeys {
  private TestKeys() {}

  /** New ones. */
  public static Keys fresh() {
    try {
      Path folder = Files.createTempDirectory("holdfast-test-keys");
      Path file = folder.resolve("keys.json");
      Keys.generate(file);
      Keys keys = Keys.load(file);
      Files.delete(file);
      Files.delete(folder);
      return keys;
    } catch (IOException e) {
      throw new IllegalStateException("no folder for test keys", e);
    }
  }
}
