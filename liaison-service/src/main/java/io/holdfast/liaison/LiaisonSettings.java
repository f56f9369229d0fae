package io.holdfast.liaison;

import io.holdfast.kit.boot.Environment;
import java.net.URI;
import java.util.Map;

/**
 * What this service is told beside what every service is told.
 *
 * @param keycloakUrl where officers are provisioned ({@code HOLDFAST_KEYCLOAK_URL})
 * @param realm {@code HOLDFAST_KEYCLOAK_REALM}
 * @param provisionerId the client that may manage users ({@code HOLDFAST_PROVISIONER_CLIENT_ID})
 * @param provisionerSecret {@code HOLDFAST_PROVISIONER_CLIENT_SECRET}
 */
record LiaisonSettings(
    URI keycloakUrl, String realm, String provisionerId, String provisionerSecret) {
  static LiaisonSettings fromEnvironment(Map<String, String> variables) {
    var environment = new Environment(variables);
    var settings =
        new LiaisonSettings(
            environment.http("HOLDFAST_KEYCLOAK_URL", "http://127.0.0.1:8180"),
            environment.text("HOLDFAST_KEYCLOAK_REALM", "holdfast", "the realm's name"),
            environment.text(
                "HOLDFAST_PROVISIONER_CLIENT_ID", "officer-provisioner", "a client id"),
            environment.text("HOLDFAST_PROVISIONER_CLIENT_SECRET", null, "the client's secret"));
    environment.requireGood();
    return settings;
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "LiaisonSettings[" + keycloakUrl + ", " + realm + ", " + provisionerId + "]";
  }
}
