package io.holdfast.freezing.lookup;

import io.holdfast.freezing.stop.ClockName;
import io.holdfast.freezing.stop.Destination;
import io.holdfast.freezing.stop.SecondOfficer;
import java.time.Instant;

/** What happened to a lookup. */
public sealed interface LookupEvent {
  record LookupAsked() implements LookupEvent {}

  /** Made, but nobody knows whom to ask. */
  record LookupUnrouted() implements LookupEvent {}

  record LookupRouted(Destination.Bank destination) implements LookupEvent {}

  record LookupAcknowledged(Instant time) implements LookupEvent {}

  record LookupAnswered(GivenAnswer given) implements LookupEvent {}

  /** The answer was taken back; the event after it is what the right one brings. */
  record LookupCorrected(EarlierLookupAnswer earlier) implements LookupEvent {}

  record AnswerSettled(int answer, LookupNext next) implements LookupEvent {}

  record OnwardOrdered(String reason) implements LookupEvent {}

  record ConsentRecorded(Instant time) implements LookupEvent {}

  record LookupRecalled(Instant time, LookupState.Cause cause, String reason)
      implements LookupEvent {}

  record SecondOfficerConfirmed(SecondOfficer.Confirmed word) implements LookupEvent {}

  /**
   * A clock will end soon.
   *
   * @param warnings how many of its warning times have passed
   */
  record ClockWarned(ClockName clock, Instant dueTime, int warnings) implements LookupEvent {}

  /** A clock has ended unmet. */
  record ClockMissed(ClockName clock, Instant dueTime) implements LookupEvent {}
}
