package io.holdfast.liaison.officer;

import io.holdfast.kit.value.Personal;
import java.time.Instant;

/** Where an officer stands between this service and the identity provider (Keycloak). */
public sealed interface OfficerState {
  /**
   * Named here, not yet known there.
   *
   * @param initialPassword kept only until the provider has it; may be empty
   * @param tries attempts that failed so far
   * @param nextTryTime when the provider is asked again, UTC
   */
  record Provisioning(Personal initialPassword, int tries, Instant nextTryTime)
      implements OfficerState {}

  /**
   * Can log in.
   *
   * @param activeTime since when, UTC
   */
  record Active(Instant activeTime) implements OfficerState {}

  /**
   * Locked here, the provider not yet told.
   *
   * @param reason why, in the administrator's words
   * @param tries attempts that failed so far
   * @param nextTryTime when the provider is told again, UTC
   * @param withInstitution whether he was locked with his institution, and not by name
   */
  record Disabling(String reason, int tries, Instant nextTryTime, boolean withInstitution)
      implements OfficerState {}

  /**
   * Locked out; his last access token is dead five minutes after {@code disableTime} at the latest.
   *
   * @param disableTime when the provider took it, UTC
   * @param withInstitution whether he was locked with his institution, and not by name
   */
  record Disabled(String reason, Instant disableTime, boolean withInstitution)
      implements OfficerState {}
}
