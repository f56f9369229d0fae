package io.holdfast.liaison.officer.keycloak;

import io.holdfast.kit.value.Personal;
import io.holdfast.liaison.officer.IdentityProvider;
import io.holdfast.liaison.officer.Officer;
import io.holdfast.liaison.officer.OfficerRole;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.keycloak.OAuth2Constants;
import org.keycloak.admin.client.JacksonProvider;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.admin.client.resource.RoleScopeResource;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** Officers as users of a Keycloak realm. Blocks; every call of it has an end. */
public final class KeycloakIdentityProvider implements IdentityProvider, AutoCloseable {
  private static final int CONNECT_SECONDS = 5;
  private static final int READ_SECONDS = 15;
  private static final String OFFICER = "officer";
  private static final Set<String> OWN_ROLES =
      Arrays.stream(OfficerRole.values())
          .map(OfficerRole::tokenName)
          .collect(Collectors.toUnmodifiableSet());

  private final Keycloak keycloak;
  private final RealmResource realm;
  private final boolean passwordsStay;

  /**
   * @param clientId a client with the roles manage-users, view-users, query-users, view-realm
   * @param passwordsStay whether first passwords need not be changed: the demonstration's
   *     convenience
   */
  public KeycloakIdentityProvider(
      URI server, String realm, String clientId, String clientSecret, boolean passwordsStay) {
    Client http =
        ClientBuilder.newBuilder()
            .connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
            .readTimeout(READ_SECONDS, TimeUnit.SECONDS)
            .register(JacksonProvider.class, 100)
            .build();
    this.keycloak =
        KeycloakBuilder.builder()
            .serverUrl(server.toString())
            .realm(realm)
            .grantType(OAuth2Constants.CLIENT_CREDENTIALS)
            .clientId(clientId)
            .clientSecret(clientSecret)
            .resteasyClient(http)
            .build();
    this.realm = keycloak.realm(realm);
    this.passwordsStay = passwordsStay;
  }

  @Override
  public void provision(String officerId, Officer officer, Personal initialPassword) {
    Optional<UserRepresentation> known = user(officer.username());
    if (known.isEmpty()) {
      create(officerId, officer, initialPassword);
    } else {
      update(officerId, officer, known.get());
    }
    String id =
        user(officer.username())
            .map(UserRepresentation::getId)
            .orElseThrow(() -> new IllegalStateException("the user is gone again"));
    giveRoles(realm.users().get(id), officer);
  }

  private void create(String officerId, Officer officer, Personal initialPassword) {
    var user = new UserRepresentation();
    user.setUsername(officer.username());
    describe(user, officerId, officer);
    if (!initialPassword.isEmpty()) {
      var password = new CredentialRepresentation();
      password.setType(CredentialRepresentation.PASSWORD);
      password.setValue(initialPassword.reveal());
      password.setTemporary(!passwordsStay);
      user.setCredentials(List.of(password));
    }
    try (Response response = realm.users().create(user)) {
      if (response.getStatus() != Response.Status.CREATED.getStatusCode()) {
        throw new IllegalStateException("creating a user: HTTP " + response.getStatus());
      }
    }
  }

  /**
   * What an earlier attempt left half-done. A user of that name who is somebody else is left alone.
   */
  private void update(String officerId, Officer officer, UserRepresentation user) {
    Map<String, List<String>> attributes = user.getAttributes();
    List<String> owner =
        attributes == null ? List.of() : attributes.getOrDefault(OFFICER, List.of());
    if (!owner.equals(List.of(officerId))) {
      throw new IllegalStateException(
          "the username belongs to somebody the directory does not know");
    }
    describe(user, officerId, officer);
    realm.users().get(user.getId()).update(user);
  }

  private static void describe(UserRepresentation user, String officerId, Officer officer) {
    user.setEnabled(true);
    // A Chinese name has no first and last: as one it comes back whole in the token's `name`.
    user.setFirstName(officer.name().reveal());
    user.setLastName("");
    user.setAttributes(
        Map.of(
            OFFICER,
            List.of(officerId),
            "officer_number",
            List.of(officer.officerNumber()),
            "institution",
            List.of(officer.institution()),
            "region",
            List.of(officer.region())));
  }

  private void giveRoles(UserResource user, Officer officer) {
    Set<String> wanted =
        officer.roles().stream().map(OfficerRole::tokenName).collect(Collectors.toSet());
    RoleScopeResource held = user.roles().realmLevel();
    List<RoleRepresentation> now = held.listAll();
    List<RoleRepresentation> surplus =
        now.stream()
            .filter(role -> OWN_ROLES.contains(role.getName()) && !wanted.contains(role.getName()))
            .toList();
    now.forEach(role -> wanted.remove(role.getName()));
    if (!surplus.isEmpty()) {
      held.remove(surplus);
    }
    if (!wanted.isEmpty()) {
      held.add(wanted.stream().map(name -> realm.roles().get(name).toRepresentation()).toList());
    }
  }

  @Override
  public void disable(String username) {
    user(username)
        .ifPresent(
            user -> {
              user.setEnabled(false);
              UserResource resource = realm.users().get(user.getId());
              resource.update(user);
              resource.logout();
            });
  }

  private Optional<UserRepresentation> user(String username) {
    return realm.users().searchByUsername(username, true).stream().findFirst();
  }

  @Override
  public void close() {
    keycloak.close();
  }
}
