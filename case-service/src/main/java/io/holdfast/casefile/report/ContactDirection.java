package io.holdfast.casefile.report;

/** Who called whom, seen from the victim. */
public enum ContactDirection {
  NOT_GIVEN,
  INCOMING,
  OUTGOING
}
