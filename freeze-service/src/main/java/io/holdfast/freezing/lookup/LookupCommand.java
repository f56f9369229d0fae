package io.holdfast.freezing.lookup;

import io.holdfast.freezing.stop.Destination;
import io.holdfast.freezing.stop.Officer;
import io.holdfast.freezing.stop.Operator;
import java.time.Instant;

/** What somebody wants done with a lookup. */
public sealed interface LookupCommand {
  /** The institution takes it in hand. */
  record Acknowledge() implements LookupCommand {}

  /** The institution answers. */
  record Answer(LookupAnswer answer, Operator operator) implements LookupCommand {}

  /** It takes its answer back and gives another. */
  record Correct(LookupAnswer answer, Operator operator, String reason) implements LookupCommand {}

  /** A person says whom to ask. */
  record Route(Destination.Bank destination) implements LookupCommand {}

  /** The victim's consent is on record. */
  record RecordConsent() implements LookupCommand {}

  /** The police take it back. */
  record Recall(String reason) implements LookupCommand {}

  /** The answer that led to this lookup was taken back. */
  record WithdrawMistaken() implements LookupCommand {}

  /** An officer asks the next institution beyond the policy's bounds. */
  record FollowOnward(String reason) implements LookupCommand {}

  /** What came of following the answer of this number. */
  record Settle(int answer, LookupNext next) implements LookupCommand {}

  /** The second officer stands behind it by his own login. */
  record ConfirmSecondOfficer(Officer officer, Instant time) implements LookupCommand {}

  /** Nothing but what time itself has brought about. */
  record FireClocks() implements LookupCommand {}
}
