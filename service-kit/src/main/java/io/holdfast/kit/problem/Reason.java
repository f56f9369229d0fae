package io.holdfast.kit.problem;

import io.grpc.Status;

/**
 * Why a call was refused. Implemented by enums whose names are the {@code reason} of {@code
 * google.rpc.ErrorInfo}: never renamed, never reused.
 */
public interface Reason {
  /** UPPER_SNAKE. */
  String name();

  /** What is said of it. */
  Words words();

  /** The gRPC code it travels as. */
  default Status.Code code() {
    return words().code();
  }

  /**
   * What was wrong, what was expected and what to do next, in Chinese; {@code {key}} stands for
   * metadata.
   */
  default String zh() {
    return words().zh();
  }

  /** The same in English. */
  default String en() {
    return words().en();
  }

  /** A reason's code and its text in both languages. */
  record Words(Status.Code code, String zh, String en) {}
}
