package io.holdfast.liaison.officer.keycloak;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import io.holdfast.kit.value.Personal;
import io.holdfast.liaison.officer.Officer;
import io.holdfast.liaison.officer.OfficerRole;
import io.holdfast.liaison.officer.OfficerState;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The admin client against Keycloak's paths; a real Keycloak answers it in the end-to-end tests.
 */
class KeycloakIdentityProviderTest {
  private static final String ID = "0".repeat(26);
  private static final Personal PASSWORD = Personal.of(Personal.Kind.TEXT, "测试-first-1");

  @SuppressWarnings("NullAway.Init")
  private FakeKeycloak keycloak;

  @SuppressWarnings("NullAway.Init")
  private KeycloakIdentityProvider provider;

  @BeforeEach
  void open() throws IOException {
    keycloak = new FakeKeycloak();
    provider =
        new KeycloakIdentityProvider(
            keycloak.uri(), "holdfast", "officer-provisioner", "secret", false);
  }

  @AfterEach
  void close() {
    provider.close();
    keycloak.close();
  }

  @Test
  void anOfficerBecomesAUserWithHisClaimsAndRoles() {
    provider.provision(ID, officer(OfficerRole.STATION_OFFICER), PASSWORD);
    JsonObject user = requireNonNull(keycloak.users.get("id-zhang.san"));
    assertThat(user.get("enabled").getAsBoolean()).isTrue();
    assertThat(user.get("firstName").getAsString()).isEqualTo("测试张三");
    JsonObject attributes = user.getAsJsonObject("attributes");
    assertThat(attributes.get("officer").getAsString()).isEqualTo(ID);
    assertThat(attributes.get("institution").getAsString()).isEqualTo("station");
    assertThat(attributes.get("region").getAsString()).isEqualTo("999001");
    assertThat(attributes.get("officer_number").getAsString()).isEqualTo("999123");
    JsonObject password = user.getAsJsonArray("credentials").get(0).getAsJsonObject();
    assertThat(password.get("temporary").getAsBoolean()).isTrue();
    assertThat(keycloak.roles.get("id-zhang.san"))
        .containsExactly("default-roles-holdfast", "station-officer");
  }

  @Test
  void whatAnEarlierAttemptLeftIsFinishedAndTheSecondTimeChangesNothing() {
    keycloak.rolesFail = true;
    Officer officer = officer(OfficerRole.STATION_OFFICER, OfficerRole.STATION_LIAISON);
    assertThatThrownBy(() -> provider.provision(ID, officer, PASSWORD))
        .isInstanceOf(RuntimeException.class);
    keycloak.rolesFail = false;
    requireNonNull(keycloak.roles.get("id-zhang.san")).add("auditor");
    provider.provision(ID, officer, PASSWORD);
    provider.provision(ID, officer, PASSWORD);
    assertThat(keycloak.users).hasSize(1);
    assertThat(keycloak.roles.get("id-zhang.san"))
        .containsExactly("default-roles-holdfast", "station-liaison", "station-officer");
    assertThat(keycloak.requests.stream().filter(one -> one.equals("POST /users"))).hasSize(1);
  }

  @Test
  void aUserWhoIsSomebodyElseIsLeftAlone() {
    provider.provision(ID, officer(OfficerRole.STATION_OFFICER), PASSWORD);
    assertThatThrownBy(
            () -> provider.provision("1".repeat(26), officer(OfficerRole.AUDITOR), PASSWORD))
        .isInstanceOf(IllegalStateException.class);
    assertThat(keycloak.roles.get("id-zhang.san")).doesNotContain("auditor");
  }

  @Test
  void aDisabledOfficerIsLockedAndLoggedOut() {
    provider.disable("zhang.san");
    assertThat(keycloak.loggedOut).isEmpty();
    provider.provision(ID, officer(OfficerRole.STATION_OFFICER), PASSWORD);
    provider.disable("zhang.san");
    provider.disable("zhang.san");
    JsonObject user = requireNonNull(keycloak.users.get("id-zhang.san"));
    assertThat(user.get("enabled").getAsBoolean()).isFalse();
    assertThat(user.getAsJsonObject("attributes").get("officer").getAsString()).isEqualTo(ID);
    assertThat(keycloak.loggedOut).contains("id-zhang.san");
  }

  private static Officer officer(OfficerRole... roles) {
    return new Officer(
        "station",
        "999001",
        "zhang.san",
        Personal.of(Personal.Kind.NAME, "测试张三"),
        "999123",
        Personal.of(Personal.Kind.PHONE, ""),
        List.of(roles),
        new OfficerState.Active(Instant.EPOCH));
  }
}
