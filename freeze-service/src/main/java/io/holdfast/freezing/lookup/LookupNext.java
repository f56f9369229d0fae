package io.holdfast.freezing.lookup;

/** What an answer has led to. */
public sealed interface LookupNext {
  /** Nothing follows. */
  record EndsHere() implements LookupNext {}

  /**
   * It is being followed.
   *
   * @param beyondBounds whether an officer decided so in spite of the policy's bounds
   */
  record Following(boolean beyondBounds) implements LookupNext {}

  /** The payee's account has its order. */
  record StopOpened(String stopOrder) implements LookupNext {}

  /**
   * The payee's account had an order of this case.
   *
   * @param added whether the payment was added to what had come there; not where the order carries
   *     it already
   */
  record StopJoined(String stopOrder, boolean added) implements LookupNext {}

  /** The next institution is asked. */
  record NextAsked(String accountQuery) implements LookupNext {}

  /** An officer decides. */
  record HeldBack(Bound bound) implements LookupNext {}

  /** What bounds a chain of lookups. */
  enum Bound {
    STEPS("lookup-steps"),
    ASKED_BEFORE("asked-before");

    private final String word;

    Bound(String word) {
      this.word = word;
    }

    /** As in the contract. */
    public String word() {
      return word;
    }
  }
}
