package io.holdfast.liaison.desk;

/** Whether the station named stands behind an order born at a bank. */
public enum Adoption {
  /** The police asked for the order themselves. */
  NONE,
  AWAITED,
  ADOPTED,
  DISOWNED,
  UNADOPTED;

  /** Whether nobody stands behind it. */
  boolean forsaken() {
    return this == DISOWNED || this == UNADOPTED;
  }
}
