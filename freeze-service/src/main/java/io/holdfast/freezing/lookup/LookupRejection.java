package io.holdfast.freezing.lookup;

import java.util.List;

/** Why a command was refused. */
public sealed interface LookupRejection {
  /** The lookup's state does not take this command. */
  record WrongState(LookupStateName state, List<LookupStateName> allowed)
      implements LookupRejection {
    public WrongState {
      allowed = List.copyOf(allowed);
    }
  }

  /** Consent is on record, and cannot be what is missing. */
  record ConsentOnRecord() implements LookupRejection {}

  /** The payee's number is told in part only. */
  record PayeePartial() implements LookupRejection {}

  /** The next institution is not named. */
  record OnwardMissing() implements LookupRejection {}

  /** It was answered anew as often as it may be. */
  record CorrectedTooOften(int max) implements LookupRejection {}

  /** This institution has said already that the payer is not its own. */
  record AskedBefore(String institution) implements LookupRejection {}

  /** Nothing is held back. */
  record NotHeldBack() implements LookupRejection {}
}
