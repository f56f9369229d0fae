package io.holdfast.kit.boot;

import io.holdfast.kit.policy.PolicySet.Profile;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What every service is told by its environment.
 *
 * @param bind address all ports listen on ({@code HOLDFAST_BIND})
 * @param grpcPort {@code HOLDFAST_GRPC_PORT}
 * @param managementPort health and metrics ({@code HOLDFAST_MANAGEMENT_PORT})
 * @param mongodbUri {@code HOLDFAST_MONGODB_URI}; may hold a password
 * @param keys key file ({@code HOLDFAST_KEYS})
 * @param policy folder of policies ({@code HOLDFAST_POLICY})
 * @param profile {@code HOLDFAST_PROFILE}
 * @param issuer who issues tokens ({@code HOLDFAST_ISSUER})
 * @param jwks the issuer's keys ({@code HOLDFAST_JWKS_URI})
 * @param tokens where the service fetches its own ({@code HOLDFAST_TOKEN_URI})
 * @param audience whom tokens must be meant for ({@code HOLDFAST_AUDIENCE})
 * @param clientId the service's own client ({@code HOLDFAST_CLIENT_ID})
 * @param clientSecret {@code HOLDFAST_CLIENT_SECRET}
 * @param caseTarget {@code HOLDFAST_CASE_TARGET}
 * @param freezeTarget {@code HOLDFAST_FREEZE_TARGET}
 * @param liaisonTarget {@code HOLDFAST_LIAISON_TARGET}
 * @param sweepers whether due clocks are fired ({@code HOLDFAST_SWEEPERS}); answers are right
 *     without
 * @param otlpEndpoint where spans go ({@code HOLDFAST_OTLP_ENDPOINT}); null: nowhere
 */
public record ServiceSettings(
    String bind,
    int grpcPort,
    int managementPort,
    String mongodbUri,
    Path keys,
    Path policy,
    Profile profile,
    URI issuer,
    URI jwks,
    URI tokens,
    String audience,
    String clientId,
    String clientSecret,
    String caseTarget,
    String freezeTarget,
    String liaisonTarget,
    boolean sweepers,
    @Nullable String otlpEndpoint) {
  private static final String ISSUER = "http://127.0.0.1:8180/realms/holdfast";

  /**
   * Reads the variables.
   *
   * @throws SettingsInvalid naming every variable that is wrong
   */
  public static ServiceSettings fromEnvironment(Map<String, String> variables) {
    var environment = new Environment(variables);
    URI issuer = environment.http("HOLDFAST_ISSUER", ISSUER);
    var settings =
        new ServiceSettings(
            environment.text("HOLDFAST_BIND", "127.0.0.1", "an address"),
            environment.port("HOLDFAST_GRPC_PORT"),
            environment.port("HOLDFAST_MANAGEMENT_PORT"),
            environment.text("HOLDFAST_MONGODB_URI", "mongodb://127.0.0.1:27117", "mongodb://..."),
            environment.path("HOLDFAST_KEYS", null, "the key file, mode 0600"),
            environment.path("HOLDFAST_POLICY", "policy", "the folder of policies"),
            environment.choice("HOLDFAST_PROFILE", "production", profiles()),
            issuer,
            environment.http("HOLDFAST_JWKS_URI", issuer + "/protocol/openid-connect/certs"),
            environment.http("HOLDFAST_TOKEN_URI", issuer + "/protocol/openid-connect/token"),
            environment.text("HOLDFAST_AUDIENCE", "holdfast-api", "a client id"),
            environment.text("HOLDFAST_CLIENT_ID", null, "the service's client, e.g. svc-case"),
            environment.text("HOLDFAST_CLIENT_SECRET", null, "the client's secret"),
            environment.text("HOLDFAST_CASE_TARGET", "127.0.0.1:7101", "host:port"),
            environment.text("HOLDFAST_FREEZE_TARGET", "127.0.0.1:7102", "host:port"),
            environment.text("HOLDFAST_LIAISON_TARGET", "127.0.0.1:7103", "host:port"),
            environment.choice("HOLDFAST_SWEEPERS", "on", onOff()),
            environment.optional("HOLDFAST_OTLP_ENDPOINT"));
    environment.requireGood();
    return settings;
  }

  private static Map<String, Profile> profiles() {
    var words = new LinkedHashMap<String, Profile>();
    words.put("production", Profile.PRODUCTION);
    words.put("demo", Profile.DEMO);
    return words;
  }

  private static Map<String, Boolean> onOff() {
    var words = new LinkedHashMap<String, Boolean>();
    words.put("on", true);
    words.put("off", false);
    return words;
  }

  /** Without secret and connection string. */
  @Override
  public String toString() {
    return "ServiceSettings["
        + bind
        + ", gRPC "
        + grpcPort
        + ", management "
        + managementPort
        + ", "
        + profile
        + ", "
        + clientId
        + ", sweepers "
        + sweepers
        + "]";
  }
}
