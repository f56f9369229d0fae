package io.holdfast.liaison;

import io.holdfast.kit.boot.ServiceRuntime;

/** Runs liaison-service as a process. */
public final class LiaisonServer {
  private LiaisonServer() {}

  /** Reads the environment; stops on SIGTERM. */
  public static void main(String[] args) {
    ServiceRuntime.run(
        "liaison-service",
        "holdfast_liaison",
        parts -> new LiaisonWiring(LiaisonSettings.fromEnvironment(System.getenv())).wire(parts));
  }
}
