package io.holdfast.casefile.report;

/** Whether a person or a company lost the money. */
public enum VictimKind {
  NOT_GIVEN,
  PERSON,
  COMPANY
}
