package io.holdfast.freezing.routing;

/** Where an account belongs, and what decided. */
public sealed interface Routing {
  /** What decided, for an officer to read, e.g. {@code BIN 990001, table 3}; nothing personal. */
  String reason();

  /** Found. */
  record Found(String institution, Basis basis, String reason) implements Routing {}

  /** Nobody found, or several: a person must look. */
  record Unrouted(String reason) implements Routing {}

  /** How it was found. */
  enum Basis {
    BY_NUMBER,
    BY_OFFICER,
    BY_NAME,
    /** A bank asked before has named it. */
    BY_HINT
  }
}
