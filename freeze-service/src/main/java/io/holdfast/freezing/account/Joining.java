package io.holdfast.freezing.account;

/** Which other order's stop of its account an order may join instead of taking a place. */
public enum Joining {
  /** None. */
  NONE,
  /** One that the bank has made: the order's own was made, too. */
  RUNNING,
  /** One that the bank has made, or may yet make. */
  EXPECTED
}
