package io.holdfast.kit.problem;

import io.grpc.Status;

/**
 * Why a call was refused. Implemented by enums whose names are the {@code reason} of {@code
 * google.rpc.ErrorInfo}: never renamed, never reused.
 */
public interface Reason {
  /** UPPER_SNAKE. */
  String name();

  /** The gRPC code it travels as. */
  Status.Code code();

  /**
   * What was wrong, what was expected and what to do next, in Chinese; {@code {key}} stands for
   * metadata.
   */
  String zh();

  /** The same in English. */
  String en();
}
