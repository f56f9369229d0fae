package io.holdfast.kit.policy;

import java.nio.file.Path;

/** A policy file the service must not start with. */
public final class PolicyInvalid extends RuntimeException {
  private static final long serialVersionUID = 1;

  PolicyInvalid(Path file, String key, String what) {
    super("policy " + file + (key.isEmpty() ? "" : ", " + key) + ": " + what);
  }
}
