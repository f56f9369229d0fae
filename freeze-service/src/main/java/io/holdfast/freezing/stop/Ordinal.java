package io.holdfast.freezing.stop;

/** Which stop of the account this is; there is no third (86号: 次数以两次为限). */
public enum Ordinal {
  /** The account's count is not known yet; the stop went ahead of it. */
  UNCOUNTED,
  FIRST,
  SECOND;

  /** The ordinal of an account's place, from 1. */
  public static Ordinal of(int place) {
    return place == 1 ? FIRST : SECOND;
  }
}
