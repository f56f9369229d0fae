package io.holdfast.liaison.attendance;

/**
 * Streams of a desk that one replica holds open.
 *
 * @param replica which; its word counts for as long as it is alive
 * @param people whether a person reads one
 * @param systems whether a machine reads one
 */
public record OpenStreams(String replica, boolean people, boolean systems) {
  /** Whether there is any. */
  public boolean any() {
    return people || systems;
  }
}
