package io.holdfast.store;

import org.h2.mvstore.MVMap;

/**
 * What must be known of an index without reading it, kept in the store file beside it: that it is
 * complete, and that it holds arrays. Flags are only ever set.
 */
final class IndexFlags {

  enum Flag {
    COMPLETE,
    MULTIKEY;

    private int bit() {
      return 1 << ordinal();
    }
  }

  private final MVMap<String, Integer> stored;
  private final String index;
  private volatile int flags;

  IndexFlags(MVMap<String, Integer> stored, String index) {
    this.stored = stored;
    this.index = index;
    this.flags = stored.getOrDefault(index, 0);
  }

  boolean has(Flag flag) {
    return (flags & flag.bit()) != 0;
  }

  synchronized void set(Flag flag) {
    if (!has(flag)) {
      flags |= flag.bit();
      stored.put(index, flags);
    }
  }

  synchronized void forget() {
    flags = 0;
    stored.remove(index);
  }
}
