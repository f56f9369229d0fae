package io.holdfast.casefile;

import io.holdfast.kit.boot.ServiceRuntime;

/** Runs case-service as a process. */
public final class CaseServer {
  private CaseServer() {}

  /** Reads the environment; stops on SIGTERM. */
  public static void main(String[] args) {
    ServiceRuntime.run("case-service", "holdfast_case", new CaseWiring());
  }
}
