package io.holdfast.kit.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.kit.policy.PolicySet.Profile;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceSettingsTest {
  private static Map<String, String> enough() {
    var variables = new HashMap<String, String>();
    variables.put("HOLDFAST_GRPC_PORT", "7102");
    variables.put("HOLDFAST_MANAGEMENT_PORT", "7202");
    variables.put("HOLDFAST_KEYS", "/keys/keys.json");
    variables.put("HOLDFAST_CLIENT_ID", "svc-freeze");
    variables.put("HOLDFAST_CLIENT_SECRET", "geheim");
    return variables;
  }

  @Test
  void theRestHasDefaults() {
    ServiceSettings settings = ServiceSettings.fromEnvironment(enough());
    assertThat(settings.bind()).isEqualTo("127.0.0.1");
    assertThat(settings.profile()).isEqualTo(Profile.PRODUCTION);
    assertThat(settings.policy()).isEqualTo(Path.of("policy"));
    assertThat(settings.jwks())
        .isEqualTo(
            URI.create("http://127.0.0.1:8180/realms/holdfast/protocol/openid-connect/certs"));
    assertThat(settings.sweepers()).isTrue();
    assertThat(settings.otlpEndpoint()).isNull();
    assertThat(settings.toString()).doesNotContain("geheim").doesNotContain("mongodb://");
  }

  @Test
  void everythingWrongIsToldAtOnce() {
    assertThatThrownBy(() -> ServiceSettings.fromEnvironment(Map.of("HOLDFAST_PROFILE", "prod")))
        .isInstanceOf(SettingsInvalid.class)
        .hasMessageContaining("HOLDFAST_GRPC_PORT: missing (expected: a port")
        .hasMessageContaining("HOLDFAST_KEYS: missing (expected: the key file")
        .hasMessageContaining("HOLDFAST_CLIENT_SECRET: missing")
        .hasMessageContaining("HOLDFAST_PROFILE: prod (expected: one of [production, demo])");
  }

  @ParameterizedTest
  @CsvSource({
    "HOLDFAST_GRPC_PORT, 70000",
    "HOLDFAST_GRPC_PORT, http",
    "HOLDFAST_SWEEPERS, yes",
    "HOLDFAST_ISSUER, keycloak",
    "HOLDFAST_JWKS_URI, file:///etc/passwd",
  })
  void namesVariableAndWhatWasFound(String name, String value) {
    var variables = enough();
    variables.put(name, value);
    assertThatThrownBy(() -> ServiceSettings.fromEnvironment(variables))
        .isInstanceOf(SettingsInvalid.class)
        .hasMessageContaining(name + ": " + value + " (expected: ");
  }
}
