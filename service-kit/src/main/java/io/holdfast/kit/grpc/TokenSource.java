package io.holdfast.kit.grpc;

/** Where a service gets the token it calls others with. */
@FunctionalInterface
public interface TokenSource {
  /**
   * A token that is valid now.
   *
   * @throws io.holdfast.kit.problem.Problem PEER_UNAVAILABLE if none can be had
   */
  String token();
}
