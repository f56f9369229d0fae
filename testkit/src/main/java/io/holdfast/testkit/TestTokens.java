package io.holdfast.testkit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.holdfast.kit.access.TokenVerifier;
import io.holdfast.proto.access.v1.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Signed tokens as Keycloak would issue them, and the verifier that knows their key. */
public final class TestTokens {
  /** The issuer of good tokens. */
  public static final String ISSUER = "http://issuer.test/realms/holdfast";

  /** The audience of good tokens. */
  public static final String AUDIENCE = "holdfast-api";

  private static final RSAKey KEY = key("good");
  private static final RSAKey FORGED = key("good");

  private TestTokens() {}

  /** A verifier of good tokens. */
  public static TokenVerifier verifier() {
    return TokenVerifier.of(
        ISSUER,
        AUDIENCE,
        new ImmutableJWKSet<>(new JWKSet(KEY.toPublicJWK())),
        InstantSource.system());
  }

  /** A person's token. */
  public static String person(String name, String institution, String region, Role... roles) {
    return sign(KEY, claims(name, institution, region, roles).claim("officer", "officer-" + name));
  }

  /** A machine's token: no officer stands behind it. */
  public static String machine(String client, String institution, String region, Role... roles) {
    return sign(KEY, claims(client, institution, region, roles));
  }

  /** Signed by a key that the issuer does not have. */
  public static String forged(String name, String institution, String region, Role... roles) {
    return sign(
        FORGED, claims(name, institution, region, roles).claim("officer", "officer-" + name));
  }

  /** Ended an hour ago. */
  public static String expired(String name, String institution, String region, Role... roles) {
    return sign(
        KEY,
        claims(name, institution, region, roles)
            .claim("officer", "officer-" + name)
            .expirationTime(Date.from(Instant.now().minus(Duration.ofHours(1)))));
  }

  /** Meant for another system. */
  public static String wrongAudience(
      String name, String institution, String region, Role... roles) {
    return sign(
        KEY,
        claims(name, institution, region, roles)
            .claim("officer", "officer-" + name)
            .audience("another-api"));
  }

  private static JWTClaimsSet.Builder claims(
      String name, String institution, String region, Role... roles) {
    List<String> names =
        Arrays.stream(roles)
            .map(role -> role.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .toList();
    return new JWTClaimsSet.Builder()
        .issuer(ISSUER)
        .audience(AUDIENCE)
        .subject("sub-" + name)
        .claim("azp", "console")
        .claim("institution", institution)
        .claim("region", region)
        .claim("officer_number", "999001")
        .claim("name", "测试" + name)
        .claim("realm_access", Map.of("roles", names))
        .expirationTime(Date.from(Instant.now().plus(Duration.ofMinutes(5))));
  }

  private static String sign(RSAKey key, JWTClaimsSet.Builder claims) {
    try {
      var header =
          new JWSHeader.Builder(JWSAlgorithm.RS256)
              .type(JOSEObjectType.JWT)
              .keyID(key.getKeyID())
              .build();
      var token = new SignedJWT(header, claims.build());
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException("a test key signs", e);
    }
  }

  private static RSAKey key(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("every JDK makes RSA keys", e);
    }
  }
}
