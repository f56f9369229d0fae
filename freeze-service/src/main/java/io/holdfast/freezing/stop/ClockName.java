package io.holdfast.freezing.stop;

/** The clocks of an order. */
public enum ClockName {
  /** The bank's, to take the order in hand. */
  ACKNOWLEDGE("acknowledge"),
  /** The stop's own. */
  STOP("stop"),
  /** The unit's, to deliver its papers. */
  PAPER("paper"),
  /** The security desk's, to countersign or refuse. */
  COUNTERSIGN("countersign"),
  /** The bank's, to confirm that nothing is held any more. */
  LIFT("lift"),
  /** The second officer's, to confirm for himself. */
  SECOND_OFFICER("second-officer"),
  /** Of an urgent lookup: the institution's, to answer. */
  LOOKUP("lookup"),
  /** The station's, to adopt or disown an order born at the bank. */
  ADOPTION("adoption"),
  /** The notice to the stations that share a stop whose release is wanted. */
  RELEASE_NOTICE("release-notice");

  private final String word;

  ClockName(String word) {
    this.word = word;
  }

  /** As in the contract and the policy files. */
  public String word() {
    return word;
  }
}
