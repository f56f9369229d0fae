package io.holdfast.freezing.lookup;

import java.time.Instant;

/** The victim's consent that his bank or payment firm tells where his money went. */
public sealed interface Consent {
  /** Not on record. */
  record Missing() implements Consent {}

  /** On record since. */
  record Recorded(Instant recordTime) implements Consent {}
}
