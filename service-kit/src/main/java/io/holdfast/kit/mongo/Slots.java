package io.holdfast.kit.mongo;

/** The shard and worker slot of an id: computable from the id alone. */
public final class Slots {
  /** Number of slots. */
  public static final int COUNT = 1024;

  private Slots() {}

  /** The slot of {@code id}, 0 to {@value #COUNT} - 1. */
  public static int of(String id) {
    int hash = 0x811c9dc5;
    for (int i = 0; i < id.length(); i++) {
      hash = (hash ^ id.charAt(i)) * 0x01000193;
    }
    return Math.floorMod(hash ^ (hash >>> 16), COUNT);
  }
}
