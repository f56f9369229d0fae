package io.holdfast.freezing.match;

/** How a field of the order compares with the bank's own record; a later one weighs heavier. */
public enum Verdict {
  /** The same after normalising. */
  EQUAL,
  /** Booked later than told, but within the policy's longer span for late bookings. */
  POSTED_LATER,
  /** Agrees as far as can be seen (masked, pinyin, other script), but proves nothing. */
  CONSISTENT,
  /** One side gave nothing to compare. */
  NOT_GIVEN,
  /** Does not agree. */
  DIFFERENT;

  /** The heavier of the two. */
  Verdict or(Verdict other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
