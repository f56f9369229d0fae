package io.holdfast.kit.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.holdfast.kit.problem.KitReason;
import io.holdfast.kit.problem.Problem;
import io.holdfast.kit.value.Personal;
import io.holdfast.proto.access.v1.Role;
import java.io.Closeable;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Checks access tokens: signature, issuer, audience, expiry. Keys come from the issuer's JWKS, are
 * fetched again before they grow old, and keep working for hours while the issuer is away.
 */
public final class TokenVerifier implements AutoCloseable {
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256, JWSAlgorithm.PS256);
  private static final Duration SKEW = Duration.ofSeconds(30);
  private static final Duration KEYS_FRESH = Duration.ofMinutes(10);
  private static final Duration KEYS_AHEAD = Duration.ofMinutes(2);
  private static final Duration KEYS_FETCH = Duration.ofSeconds(5);
  private static final Duration OUTAGE = Duration.ofHours(4);
  private static final int JWKS_BYTES_MAX = 256 * 1024;
  private static final int TOKEN_CHARS_MAX = 8192;
  private static final int KNOWN_MAX = 10_000;

  private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
  private final JWKSource<SecurityContext> keys;
  private final InstantSource clock;

  /**
   * Callers of tokens checked before, by the token's hash: a signature costs more than the rest of
   * a call.
   */
  private final Map<String, Caller> known = new ConcurrentHashMap<>();

  private TokenVerifier(
      String issuer, String audience, JWKSource<SecurityContext> keys, InstantSource clock) {
    this.keys = keys;
    this.clock = clock;
    processor.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt")));
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
    var claims =
        new DefaultJWTClaimsVerifier<>(
            audience,
            new JWTClaimsSet.Builder().issuer(issuer).build(),
            Set.of("sub", "exp", "azp")) {
          @Override
          protected Date currentTime() {
            return Date.from(clock.instant());
          }
        };
    claims.setMaxClockSkew((int) SKEW.toSeconds());
    processor.setJWTClaimsSetVerifier(claims);
  }

  /** Checks tokens against keys at hand. */
  public static TokenVerifier of(
      String issuer, String audience, JWKSource<SecurityContext> keys, InstantSource clock) {
    return new TokenVerifier(issuer, audience, keys, clock);
  }

  /**
   * Checks tokens against the issuer's published keys.
   *
   * @param clock the system's clock: tokens do not go by the legal one
   */
  public static TokenVerifier remote(
      String issuer, String audience, URI jwks, InstantSource clock) {
    try {
      int limit = (int) KEYS_FETCH.toMillis();
      var keys =
          JWKSourceBuilder.create(
                  jwks.toURL(), new DefaultResourceRetriever(limit, limit, JWKS_BYTES_MAX))
              .cache(KEYS_FRESH.toMillis(), KEYS_FETCH.toMillis() * 2)
              .refreshAheadCache(KEYS_AHEAD.toMillis(), true)
              .retrying(true)
              .outageTolerant(OUTAGE.toMillis())
              .build();
      return new TokenVerifier(issuer, audience, keys, clock);
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException("JWKS: " + jwks + " (expected: a URL)", e);
    }
  }

  /**
   * Who the token speaks for.
   *
   * @throws Problem {@link KitReason#TOKEN_INVALID}, or {@link KitReason#PEER_UNAVAILABLE} while no
   *     key was ever fetched
   */
  public Caller verify(String token) {
    if (token.length() > TOKEN_CHARS_MAX) {
      throw Problem.of(KitReason.TOKEN_INVALID);
    }
    String hash = sha256(token);
    Caller caller = known.get(hash);
    if (caller == null) {
      caller = check(token);
      remember(hash, caller);
    } else if (ended(caller)) {
      known.remove(hash);
      throw Problem.of(KitReason.TOKEN_INVALID);
    }
    return caller;
  }

  /** Fetches no more keys. */
  @Override
  public void close() throws IOException {
    if (keys instanceof Closeable closeable) {
      closeable.close();
    }
  }

  private Caller check(String token) {
    try {
      return caller(processor.process(token, null));
    } catch (ParseException | BadJOSEException | RateLimitReachedException e) {
      throw Problem.of(KitReason.TOKEN_INVALID);
    } catch (KeySourceException e) {
      throw Problem.of(KitReason.PEER_UNAVAILABLE, "peer", "keycloak")
          .retryAfter(Duration.ofSeconds(5));
    } catch (JOSEException e) {
      throw Problem.of(KitReason.TOKEN_INVALID);
    }
  }

  private static Caller caller(JWTClaimsSet claims) throws ParseException {
    String type = claims.getStringClaim("typ");
    if (type != null && !type.equalsIgnoreCase("Bearer")) {
      // An ID or refresh token of the same issuer opens nothing.
      throw new ParseException("typ", 0);
    }
    return new Caller(
        claims.getSubject(),
        orEmpty(claims.getStringClaim("azp")),
        orEmpty(claims.getStringClaim("institution")),
        orEmpty(claims.getStringClaim("region")),
        roles(claims),
        orNull(claims.getStringClaim("officer")),
        orNull(claims.getStringClaim("officer_number")),
        name(claims),
        claims.getExpirationTime().toInstant());
  }

  private static Set<Role> roles(JWTClaimsSet claims) throws ParseException {
    var roles = EnumSet.noneOf(Role.class);
    Map<String, Object> realm = claims.getJSONObjectClaim("realm_access");
    if (realm != null && realm.get("roles") instanceof List<?> names) {
      names.forEach(name -> RoleNames.role(String.valueOf(name)).ifPresent(roles::add));
    }
    return roles;
  }

  private static @Nullable Personal name(JWTClaimsSet claims) throws ParseException {
    String name = orNull(claims.getStringClaim("name"));
    return name == null ? null : Personal.of(Personal.Kind.NAME, name);
  }

  private void remember(String hash, Caller caller) {
    if (known.size() >= KNOWN_MAX) {
      known.values().removeIf(this::ended);
      if (known.size() >= KNOWN_MAX) {
        known.clear();
      }
    }
    known.put(hash, caller);
  }

  private boolean ended(Caller caller) {
    return !clock.instant().isBefore(caller.tokenExpiry().plus(SKEW));
  }

  private static String orEmpty(@Nullable String claim) {
    return claim == null ? "" : claim;
  }

  private static @Nullable String orNull(@Nullable String claim) {
    return claim == null || claim.isEmpty() ? null : claim;
  }

  private static String sha256(String token) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
