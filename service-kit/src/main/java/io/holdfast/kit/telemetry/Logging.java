package io.holdfast.kit.telemetry;

import org.slf4j.bridge.SLF4JBridgeHandler;

/** Brings what libraries log through the JDK into the same masked lines. */
public final class Logging {
  private Logging() {}

  /** Takes over the JDK's logging; to be called first in {@code main}. */
  public static void takeOver() {
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
  }
}
