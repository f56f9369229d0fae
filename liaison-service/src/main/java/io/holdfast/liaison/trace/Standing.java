package io.holdfast.liaison.trace;

import java.time.Instant;

/** Whether a trace may go on at all. */
public sealed interface Standing {
  /** The unit's head has not decided. */
  record Requested() implements Standing {}

  /** Refused. */
  record Declined(String approver, String reason, Instant time) implements Standing {}

  /** It runs; its hops say how far it is. */
  record Approved(String approver, Instant time) implements Standing {}

  /** Ended by the police. */
  record Closed(String approver, String reason, Instant time) implements Standing {}
}
