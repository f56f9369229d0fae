package io.holdfast.casefile.casefile;

/** What the case knows of the state of one of its urgent lookups. */
public enum LookupState {
  /** Asked for; no word has come back yet. */
  ASKED,
  ISSUED,
  SENT,
  ACKNOWLEDGED,
  TOLD,
  PASSED_ON,
  UNABLE,
  RECALLED
}
