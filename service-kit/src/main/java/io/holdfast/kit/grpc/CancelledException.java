package io.holdfast.kit.grpc;

/** Nobody waits for the answer any more: the caller left, or the deadline passed. */
public final class CancelledException extends RuntimeException {
  private static final long serialVersionUID = 1;

  CancelledException(String message) {
    super(message, null, false, false);
  }
}
