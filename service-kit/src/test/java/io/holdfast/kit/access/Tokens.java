package io.holdfast.kit.access;

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
import io.holdfast.proto.access.v1.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;

/** Signed tokens for tests. */
public final class Tokens {
  public static final String ISSUER = "http://127.0.0.1:8180/realms/holdfast";
  public static final String AUDIENCE = "holdfast-api";
  public static final RSAKey KEY = key("one");

  private Tokens() {}

  public static RSAKey key(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  public static TokenVerifier verifier(InstantSource clock) {
    var keys = new ImmutableJWKSet<>(new JWKSet(KEY.toPublicJWK()));
    return TokenVerifier.of(ISSUER, AUDIENCE, keys, clock);
  }

  /** A person's claims, good for five minutes from now. */
  public static JWTClaimsSet.Builder person(String institution, String region, Role... roles) {
    return machine(institution, region, roles)
        .claim("azp", "console")
        .claim("officer", "0fficer00000000000000000aa")
        .claim("officer_number", "999001")
        .claim("name", "测试员");
  }

  /** A machine's claims, good for five minutes from now. */
  public static JWTClaimsSet.Builder machine(String institution, String region, Role... roles) {
    Instant now = Instant.now();
    List<String> names = Arrays.stream(roles).map(RoleNames::of).toList();
    return new JWTClaimsSet.Builder()
        .issuer(ISSUER)
        .subject("sub-" + institution)
        .audience(List.of("account", AUDIENCE))
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plus(Duration.ofMinutes(5))))
        .claim("typ", "Bearer")
        .claim("azp", "bank-client")
        .claim("institution", institution)
        .claim("region", region)
        .claim("realm_access", Map.of("roles", names));
  }

  public static String sign(JWTClaimsSet.Builder claims) {
    return sign(claims, KEY, KEY.getKeyID());
  }

  public static String sign(JWTClaimsSet.Builder claims, RSAKey key, String keyId) {
    try {
      var header =
          new JWSHeader.Builder(JWSAlgorithm.RS256).type(JOSEObjectType.JWT).keyID(keyId).build();
      var token = new SignedJWT(header, claims.build());
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
