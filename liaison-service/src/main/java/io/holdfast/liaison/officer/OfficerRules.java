package io.holdfast.liaison.officer;

import io.holdfast.kit.value.Personal;
import io.holdfast.liaison.officer.Decision.Accepted;
import io.holdfast.liaison.officer.Decision.Overtaken;
import io.holdfast.liaison.officer.Decision.Refused;
import io.holdfast.liaison.officer.OfficerCommand.ConfirmDisabled;
import io.holdfast.liaison.officer.OfficerCommand.ConfirmProvisioned;
import io.holdfast.liaison.officer.OfficerCommand.Disable;
import io.holdfast.liaison.officer.OfficerCommand.PutOff;
import io.holdfast.liaison.officer.OfficerCommand.Resume;
import io.holdfast.liaison.officer.OfficerCommand.Suspend;
import io.holdfast.liaison.officer.OfficerEvent.DisableConfirmed;
import io.holdfast.liaison.officer.OfficerEvent.DisableOrdered;
import io.holdfast.liaison.officer.OfficerEvent.Provisioned;
import io.holdfast.liaison.officer.OfficerEvent.PuttingOff;
import io.holdfast.liaison.officer.OfficerEvent.Resumed;
import io.holdfast.liaison.officer.OfficerState.Active;
import io.holdfast.liaison.officer.OfficerState.Disabled;
import io.holdfast.liaison.officer.OfficerState.Disabling;
import io.holdfast.liaison.officer.OfficerState.Provisioning;
import java.time.Duration;
import java.time.Instant;

/** The life of an officer's record. Pure: no clock, no provider. */
public final class OfficerRules {
  private static final Duration BACKOFF_FIRST = Duration.ofSeconds(1);
  private static final Duration BACKOFF_MAX = Duration.ofMinutes(1);

  private OfficerRules() {}

  /** A new officer: the provider is told at once. */
  public static OfficerState named(Personal initialPassword, Instant now) {
    return new Provisioning(initialPassword, 0, now);
  }

  /** What {@code command} comes to in {@code state}. */
  public static Decision decide(OfficerState state, OfficerCommand command, Instant now) {
    return switch (state) {
      case Provisioning s ->
          switch (command) {
            case ConfirmProvisioned() -> new Accepted(new Provisioned(now));
            case Disable(String reason) -> new Accepted(new DisableOrdered(reason, now, false));
            case Suspend(String reason) -> new Accepted(new DisableOrdered(reason, now, true));
            case ConfirmDisabled(), Resume() -> new Overtaken();
            case PutOff() -> new Accepted(putOff(s.tries(), now));
          };
      case Active _ ->
          switch (command) {
            case Disable(String reason) -> new Accepted(new DisableOrdered(reason, now, false));
            case Suspend(String reason) -> new Accepted(new DisableOrdered(reason, now, true));
            case ConfirmProvisioned(), ConfirmDisabled(), PutOff(), Resume() -> new Overtaken();
          };
      case Disabling s ->
          switch (command) {
            case ConfirmDisabled() -> new Accepted(new DisableConfirmed(now));
            case PutOff() -> new Accepted(putOff(s.tries(), now));
            case ConfirmProvisioned(), Suspend _ -> new Overtaken();
            case Resume() -> resume(s.withInstitution(), now);
            case Disable(String reason) -> byName(s, s.withInstitution(), reason, now);
          };
      case Disabled s ->
          switch (command) {
            case ConfirmProvisioned(), ConfirmDisabled(), PutOff(), Suspend _ -> new Overtaken();
            case Resume() -> resume(s.withInstitution(), now);
            case Disable(String reason) -> byName(s, s.withInstitution(), reason, now);
          };
    };
  }

  /** Whoever was locked by name stays so, whatever becomes of his institution. */
  private static Decision resume(boolean withInstitution, Instant now) {
    return withInstitution ? new Accepted(new Resumed(now)) : new Overtaken();
  }

  /** Locked with his institution, he can still be locked by name; locked by name, only once. */
  private static Decision byName(
      OfficerState state, boolean withInstitution, String reason, Instant now) {
    return withInstitution
        ? new Accepted(new DisableOrdered(reason, now, false))
        : new Refused(state);
  }

  /** The state after {@code event}; an event that does not belong to the state leaves it. */
  public static OfficerState evolve(OfficerState state, OfficerEvent event) {
    return switch (event) {
      case Provisioned(Instant time) -> new Active(time);
      case DisableOrdered(String reason, Instant time, boolean withInstitution) ->
          new Disabling(reason, 0, time, withInstitution);
      case Resumed(Instant time) -> new Provisioning(Personal.of(Personal.Kind.TEXT, ""), 0, time);
      case DisableConfirmed(Instant time) ->
          new Disabled(reason(state), time, withInstitution(state));
      case PuttingOff(int tries, Instant next) ->
          switch (state) {
            case Provisioning s -> new Provisioning(s.initialPassword(), tries, next);
            case Disabling s -> new Disabling(s.reason(), tries, next, s.withInstitution());
            case Active s -> s;
            case Disabled s -> s;
          };
    };
  }

  private static boolean withInstitution(OfficerState state) {
    return switch (state) {
      case Disabling s -> s.withInstitution();
      case Disabled s -> s.withInstitution();
      case Provisioning _, Active _ -> false;
    };
  }

  private static String reason(OfficerState state) {
    return switch (state) {
      case Disabling s -> s.reason();
      case Disabled s -> s.reason();
      case Provisioning _, Active _ -> "";
    };
  }

  /** 1 s, 2 s, 4 s … to a minute, for as long as it takes. */
  private static PuttingOff putOff(int tries, Instant now) {
    long factor = 1L << Math.min(tries, 6);
    Duration wait = BACKOFF_FIRST.multipliedBy(factor);
    return new PuttingOff(
        tries + 1, now.plus(wait.compareTo(BACKOFF_MAX) > 0 ? BACKOFF_MAX : wait));
  }
}
