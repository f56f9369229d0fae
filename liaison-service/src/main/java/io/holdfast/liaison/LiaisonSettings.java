package io.holdfast.liaison;

import io.holdfast.kit.boot.Environment;
import io.holdfast.liaison.alarm.http.PagerSettings;
import io.holdfast.liaison.attendance.Limit;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * What this service is told beside what every service is told.
 *
 * @param keycloakUrl where officers are provisioned ({@code HOLDFAST_KEYCLOAK_URL})
 * @param realm {@code HOLDFAST_KEYCLOAK_REALM}
 * @param provisionerId the client that may manage users ({@code HOLDFAST_PROVISIONER_CLIENT_ID})
 * @param provisionerSecret {@code HOLDFAST_PROVISIONER_CLIENT_SECRET}
 * @param presence for how long a human sign of life counts ({@code HOLDFAST_PRESENCE_LIMIT}, ISO
 *     8601)
 * @param pager where messages to duty officers go ({@code HOLDFAST_PAGER_URL}, {@code
 *     HOLDFAST_PAGER_SECRET}, {@code HOLDFAST_PAGER_CHANNEL}); empty: nobody is woken
 */
record LiaisonSettings(
    URI keycloakUrl,
    String realm,
    String provisionerId,
    String provisionerSecret,
    Limit presence,
    Optional<PagerSettings> pager) {
  private static final Map<String, String> CHANNELS = Map.of("sms", "sms", "voice", "voice");

  static LiaisonSettings fromEnvironment(Map<String, String> variables) {
    var environment = new Environment(variables);
    var settings =
        new LiaisonSettings(
            environment.http("HOLDFAST_KEYCLOAK_URL", "http://127.0.0.1:8180"),
            environment.text("HOLDFAST_KEYCLOAK_REALM", "holdfast", "the realm's name"),
            environment.text(
                "HOLDFAST_PROVISIONER_CLIENT_ID", "officer-provisioner", "a client id"),
            environment.text("HOLDFAST_PROVISIONER_CLIENT_SECRET", null, "the client's secret"),
            new Limit(environment.duration("HOLDFAST_PRESENCE_LIMIT", "PT10M")),
            pager(environment));
    environment.requireGood();
    return settings;
  }

  private static Optional<PagerSettings> pager(Environment environment) {
    if (environment.optional("HOLDFAST_PAGER_URL") == null) {
      return Optional.empty();
    }
    return Optional.of(
        new PagerSettings(
            environment.http("HOLDFAST_PAGER_URL", "https://pager.example/messages"),
            environment.text("HOLDFAST_PAGER_SECRET", "", "the gateway's secret"),
            environment.choice("HOLDFAST_PAGER_CHANNEL", "sms", CHANNELS)));
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "LiaisonSettings["
        + keycloakUrl
        + ", "
        + realm
        + ", "
        + provisionerId
        + ", "
        + presence
        + ", "
        + pager
        + "]";
  }
}
