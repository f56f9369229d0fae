package io.holdfast.freezing;

import io.holdfast.kit.boot.ServiceRuntime;

/** Runs freeze-service as a process. */
public final class FreezingServer {
  private FreezingServer() {}

  /** Reads the environment; stops on SIGTERM. */
  public static void main(String[] args) {
    ServiceRuntime.run("freeze-service", "holdfast_freeze", new FreezeWiring());
  }
}
