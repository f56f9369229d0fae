package io.holdfast.store;

import org.jspecify.annotations.Nullable;

/**
 * The keys from {@code from} (inclusive) to {@code to} (exclusive; null: to the end).
 *
 * @param sortOffset how many leading bytes all keys of this range share that the wanted order
 *     ignores
 */
record KeyRange(Key from, @Nullable Key to, int sortOffset) {

  boolean contains(Key key) {
    return key.compareTo(from) >= 0 && (to == null || key.compareTo(to) < 0);
  }
}
