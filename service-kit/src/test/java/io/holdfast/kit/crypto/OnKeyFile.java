package io.holdfast.kit.crypto;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A fresh key file for each test. */
abstract class OnKeyFile {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @SuppressWarnings("NullAway.Init")
  Path file;

  @BeforeEach
  void makeKeys() {
    file = folder.resolve("keys.json");
    Keys.generate(file);
  }
}
