package io.holdfast.liaison.officer;

import static io.holdfast.liaison.officer.OfficerRules.decide;
import static io.holdfast.liaison.officer.OfficerRules.evolve;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.kit.value.Personal;
import io.holdfast.liaison.directory.InstitutionKind;
import io.holdfast.liaison.officer.Decision.Accepted;
import io.holdfast.liaison.officer.Decision.Overtaken;
import io.holdfast.liaison.officer.Decision.Refused;
import io.holdfast.liaison.officer.OfficerCommand.ConfirmDisabled;
import io.holdfast.liaison.officer.OfficerCommand.ConfirmProvisioned;
import io.holdfast.liaison.officer.OfficerCommand.Disable;
import io.holdfast.liaison.officer.OfficerCommand.PutOff;
import io.holdfast.liaison.officer.OfficerCommand.Resume;
import io.holdfast.liaison.officer.OfficerCommand.Suspend;
import io.holdfast.liaison.officer.OfficerState.Active;
import io.holdfast.liaison.officer.OfficerState.Disabled;
import io.holdfast.liaison.officer.OfficerState.Disabling;
import io.holdfast.liaison.officer.OfficerState.Provisioning;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OfficerRulesTest {
  private static final Instant NOON = Instant.parse("2026-11-21T04:00:00Z");
  private static final Personal PASSWORD = Personal.of(Personal.Kind.TEXT, "测试-only-1");

  private static final Provisioning PROVISIONING = new Provisioning(PASSWORD, 0, NOON);
  private static final Active ACTIVE = new Active(NOON);
  private static final Disabling DISABLING = new Disabling("left", 0, NOON, false);
  private static final Disabled DISABLED = new Disabled("left", NOON, false);

  @Test
  void becomesActiveAndForgetsThePassword() {
    OfficerState next = after(PROVISIONING, new ConfirmProvisioned());
    assertThat(next).isEqualTo(ACTIVE);
  }

  @Test
  void isLockedFromAnyLivingState() {
    assertThat(after(PROVISIONING, new Disable("left"))).isEqualTo(DISABLING);
    assertThat(after(ACTIVE, new Disable("left"))).isEqualTo(DISABLING);
    assertThat(after(DISABLING, new ConfirmDisabled())).isEqualTo(DISABLED);
  }

  @Test
  void isLockedOnlyOnce() {
    assertThat(decide(DISABLING, new Disable("again"), NOON)).isEqualTo(new Refused(DISABLING));
    assertThat(decide(DISABLED, new Disable("again"), NOON)).isEqualTo(new Refused(DISABLED));
  }

  @Test
  void whoeverIsLockedWithHisInstitutionComesBackWithItAndNobodyElse() {
    OfficerState locked = after(after(ACTIVE, new Suspend("closed")), new ConfirmDisabled());
    assertThat(locked).isEqualTo(new Disabled("closed", NOON, true));
    assertThat(after(locked, new Resume()))
        .isEqualTo(new Provisioning(Personal.of(Personal.Kind.TEXT, ""), 0, NOON));
    assertThat(decide(DISABLED, new Suspend("closed"), NOON)).isEqualTo(new Overtaken());
    assertThat(decide(DISABLED, new Resume(), NOON)).isEqualTo(new Overtaken());
    assertThat(decide(ACTIVE, new Resume(), NOON)).isEqualTo(new Overtaken());
    // Locked by name meanwhile, he stays so.
    OfficerState named = after(after(locked, new Disable("left")), new ConfirmDisabled());
    assertThat(decide(named, new Resume(), NOON)).isEqualTo(new Overtaken());
  }

  @Test
  void aLateConfirmationDoesNotUnlock() {
    for (OfficerState state : List.of(ACTIVE, DISABLING, DISABLED)) {
      assertThat(decide(state, new ConfirmProvisioned(), NOON)).isEqualTo(new Overtaken());
    }
    assertThat(decide(ACTIVE, new ConfirmDisabled(), NOON)).isEqualTo(new Overtaken());
    assertThat(decide(ACTIVE, new PutOff(), NOON)).isEqualTo(new Overtaken());
  }

  @Test
  void isPutOffTwiceAsLongEachTimeUpToAMinuteForEver() {
    var waits = new ArrayList<Long>();
    OfficerState state = PROVISIONING;
    for (int i = 0; i < 9; i++) {
      state = after(state, new PutOff());
      waits.add(Duration.between(NOON, ((Provisioning) state).nextTryTime()).toSeconds());
    }
    assertThat(waits).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L);
    assertThat(((Provisioning) state).initialPassword()).isEqualTo(PASSWORD);
  }

  @Test
  void rolesMustFitTheInstitution() {
    Officer officer =
        new Officer(
            "i",
            "999001",
            "t",
            Personal.of(Personal.Kind.NAME, " "),
            "",
            Personal.of(Personal.Kind.PHONE, ""),
            List.of(OfficerRole.STATION_OFFICER, OfficerRole.BANK_LIAISON),
            PROVISIONING);
    assertThat(officer.faults(InstitutionKind.BANK))
        .containsExactly(
            new Officer.Fault.UsernameMalformed(),
            new Officer.Fault.NameMissing(),
            new Officer.Fault.RoleUnfit(0, OfficerRole.STATION_OFFICER, InstitutionKind.BANK));
  }

  @Test
  void rolesInATokenAreInLowerCaseWithHyphens() {
    assertThat(OfficerRole.BANK_SECURITY_DESK.tokenName()).isEqualTo("bank-security-desk");
  }

  private static OfficerState after(OfficerState state, OfficerCommand command) {
    return switch (decide(state, command, NOON)) {
      case Accepted(OfficerEvent event) -> evolve(state, event);
      case Overtaken(), Refused _ -> throw new AssertionError(command + " in " + state);
    };
  }
}
