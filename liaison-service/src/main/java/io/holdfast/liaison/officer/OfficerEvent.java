package io.holdfast.liaison.officer;

import java.time.Instant;

/** What happened to an officer's record. */
public sealed interface OfficerEvent {
  /** The provider knows him. */
  record Provisioned(Instant time) implements OfficerEvent {}

  /** Locked here; the provider is told next. */
  record DisableOrdered(String reason, Instant time, boolean withInstitution)
      implements OfficerEvent {}

  /** Let in again with his institution; the provider is told next. */
  record Resumed(Instant time) implements OfficerEvent {}

  /** Locked out everywhere. */
  record DisableConfirmed(Instant time) implements OfficerEvent {}

  /** The provider is asked again at {@code nextTryTime}. */
  record PuttingOff(int tries, Instant nextTryTime) implements OfficerEvent {}
}
