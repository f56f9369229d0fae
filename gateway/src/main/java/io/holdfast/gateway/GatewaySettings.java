package io.holdfast.gateway;

import java.net.URI;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.env.PropertyResolver;

/**
 * What the environment decides, read once.
 *
 * @param bind address all ports listen on
 * @param httpPort REST, SSE and gRPC; 0: any free one
 * @param managementPort health and metrics; 0: any free one
 * @param issuer the `iss` a token must carry
 * @param jwksUri where the issuer publishes its keys
 * @param audience one of the `aud` a token must carry
 * @param targets service address by the start of its proto packages, e.g. `holdfast.casefile`
 * @param descriptors class path location of the descriptor set
 * @param trustForwarded whether an ingress in front sets `X-Forwarded-For` and `-Proto`
 * @param ratePerSecond requests one caller may make per second; twice that at once
 * @param streamsPerClient event streams one caller may hold open
 * @param presence for how long a human sign of life counts, as liaison-service has it: pages tell
 *     it
 */
public record GatewaySettings(
    String bind,
    int httpPort,
    int managementPort,
    String issuer,
    URI jwksUri,
    String audience,
    Map<String, String> targets,
    String descriptors,
    boolean trustForwarded,
    int ratePerSecond,
    int streamsPerClient,
    Duration presence) {

  /** Reads the `HOLDFAST_*` variables; what is absent has the demo machine's value. */
  public static GatewaySettings from(PropertyResolver env) {
    String issuer = env.getProperty("HOLDFAST_ISSUER", "http://127.0.0.1:8180/realms/holdfast");
    Map<String, String> targets = new LinkedHashMap<>();
    targets.put("holdfast.casefile", env.getProperty("HOLDFAST_CASE_TARGET", "127.0.0.1:7101"));
    targets.put("holdfast.freezing", env.getProperty("HOLDFAST_FREEZE_TARGET", "127.0.0.1:7102"));
    targets.put("holdfast.liaison", env.getProperty("HOLDFAST_LIAISON_TARGET", "127.0.0.1:7103"));
    return new GatewaySettings(
        env.getProperty("HOLDFAST_BIND", "127.0.0.1"),
        number(env, "HOLDFAST_HTTP_PORT", 8080, 0, 65_535),
        number(env, "HOLDFAST_MANAGEMENT_PORT", 8081, 0, 65_535),
        issuer,
        URI.create(env.getProperty("HOLDFAST_JWKS_URI", issuer + "/protocol/openid-connect/certs")),
        env.getProperty("HOLDFAST_AUDIENCE", "holdfast-api"),
        targets,
        env.getProperty("holdfast.descriptors", io.holdfast.gateway.contract.Contract.RESOURCE),
        switchOf(env, "HOLDFAST_TRUST_FORWARDED"),
        number(env, "HOLDFAST_RATE_PER_SECOND", 200, 1, 1_000_000),
        number(env, "HOLDFAST_STREAMS_PER_CLIENT", 32, 1, 10_000),
        duration(env, "HOLDFAST_PRESENCE_LIMIT", "PT10M"));
  }

  private static boolean switchOf(PropertyResolver env, String name) {
    String value = env.getProperty(name, "off");
    return switch (value) {
      case "on" -> true;
      case "off" -> false;
      default -> throw new IllegalArgumentException(name + ": " + value + " (expected: on or off)");
    };
  }

  private static Duration duration(PropertyResolver env, String name, String otherwise) {
    String text = env.getProperty(name, otherwise);
    try {
      Duration value = Duration.parse(text.strip());
      if (value.compareTo(Duration.ofSeconds(1)) >= 0) {
        return value;
      }
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(name + ": " + text + " (expected: e.g. PT10M)", e);
    }
    throw new IllegalArgumentException(name + ": " + text + " (expected: at least PT1S)");
  }

  private static int number(PropertyResolver env, String name, int otherwise, int least, int most) {
    String text = env.getProperty(name);
    int value;
    try {
      value = text == null || text.isBlank() ? otherwise : Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + ": " + text + " (expected: a number)", e);
    }
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s: %d (expected: %d to %d)".formatted(name, value, least, most));
    }
    return value;
  }
}
