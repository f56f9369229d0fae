package io.holdfast.store;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Bytes whose unsigned order is the order of the values they encode (see {@link KeyWriter}). */
final class Key implements Comparable<Key> {

  private final byte[] bytes;

  Key(byte[] bytes) {
    this.bytes = bytes;
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return bytes.length;
  }

  boolean startsWith(Key prefix) {
    return bytes.length >= prefix.bytes.length
        && Arrays.equals(bytes, 0, prefix.bytes.length, prefix.bytes, 0, prefix.bytes.length);
  }

  /** The first key after all keys that start with this one; null if there is none. */
  @Nullable Key successor() {
    int last = bytes.length - 1;
    while (last >= 0 && bytes[last] == (byte) 0xFF) {
      last--;
    }
    if (last < 0) {
      return null;
    }
    byte[] next = Arrays.copyOf(bytes, last + 1);
    next[last]++;
    return new Key(next);
  }

  /**
   * Compares what follows the first {@code offset} bytes here and {@code otherOffset} bytes there.
   */
  int compareTail(int offset, Key other, int otherOffset) {
    return Arrays.compareUnsigned(
        bytes, offset, bytes.length, other.bytes, otherOffset, other.bytes.length);
  }

  @Override
  public int compareTo(Key other) {
    return Arrays.compareUnsigned(bytes, other.bytes);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Key key && Arrays.equals(bytes, key.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }
}
