package io.holdfast.liaison.desk;

/** What is to be done. */
public enum TaskKind {
  /** A stop order to acknowledge and answer. */
  ANSWER_STOP,
  /** A second stop to answer. */
  ANSWER_EXTENSION,
  /** Papers to deliver to the bank. */
  DELIVER_PAPER,
  /** Delivered papers to countersign or refuse. */
  COUNTERSIGN_PAPER,
  /** An order without a bank: choose it. */
  ROUTE_STOP,
  /** A stop that ends soon: extend, convert or let go. */
  STOP_ENDING,
  /** A case to file or refuse. */
  DECIDE_FILING,
  /** An order lies where nobody is: ring the desk. */
  RING_DESK,
  /** An order that was not taken in hand in time: ring, and see to it. */
  CHASE_STOP;

  /** Whether one subject may have it on several desks of one institution. */
  boolean onSeveralDesks() {
    return switch (this) {
      case RING_DESK, CHASE_STOP -> true;
      case ANSWER_STOP,
          ANSWER_EXTENSION,
          DELIVER_PAPER,
          COUNTERSIGN_PAPER,
          ROUTE_STOP,
          STOP_ENDING,
          DECIDE_FILING ->
          false;
    };
  }
}
