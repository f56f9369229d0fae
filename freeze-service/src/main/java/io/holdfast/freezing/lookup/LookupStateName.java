package io.holdfast.freezing.lookup;

/** The bare names of {@link LookupState}. */
public enum LookupStateName {
  ISSUED,
  SENT,
  ACKNOWLEDGED,
  TOLD,
  PASSED_ON,
  UNABLE,
  RECALLED
}
