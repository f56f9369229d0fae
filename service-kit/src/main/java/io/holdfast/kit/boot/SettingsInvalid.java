package io.holdfast.kit.boot;

/** Settings the service must not start with. */
public final class SettingsInvalid extends RuntimeException {
  private static final long serialVersionUID = 1;

  SettingsInvalid(String message) {
    super(message);
  }
}
