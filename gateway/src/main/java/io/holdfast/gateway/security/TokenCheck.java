package io.holdfast.gateway.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.holdfast.gateway.problem.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/**
 * Checks a bearer token: signature, issuer, audience, times. A token found good is remembered for a
 * minute at most and never past its end, since the same one comes with every request of a session.
 */
public final class TokenCheck {
  private static final String EXPIRED = "expired";
  private static final String BEARER = "Bearer ";
  private static final int TOKEN_LENGTH_MAX = 8_192;
  private static final Duration SKEW = Duration.ofSeconds(5);
  private static final Duration REMEMBERED = Duration.ofMinutes(1);
  private static final int REMEMBERED_MAX = 4_000;

  private final NimbusReactiveJwtDecoder decoder;
  private final InstantSource clock;
  private final Cache<String, Caller> good =
      Caffeine.newBuilder().maximumSize(REMEMBERED_MAX).expireAfterWrite(REMEMBERED).build();

  /** A check against these keys. */
  public TokenCheck(SigningKeys keys, String issuer, String audience, InstantSource clock) {
    this.clock = clock;
    this.decoder =
        NimbusReactiveJwtDecoder.withJwkSource(keys::forToken)
            .jwsAlgorithm(SignatureAlgorithm.RS256)
            .build();
    List<OAuth2TokenValidator<Jwt>> rules =
        List.of(
            this::times,
            new JwtIssuerValidator(issuer),
            new JwtClaimValidator<List<String>>(
                JwtClaimNames.AUD, named -> named != null && named.contains(audience)),
            new JwtClaimValidator<String>(
                JwtClaimNames.SUB, subject -> subject != null && !subject.isBlank()));
    decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(rules));
  }

  /**
   * Who calls.
   *
   * @param authorization the header or metadata value
   * @return the caller, or a {@link Refusal} as error
   */
  public Mono<Caller> check(@Nullable String authorization) {
    if (authorization == null
        || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return Mono.error(Refusal.of(Refusal.Reason.TOKEN_MISSING));
    }
    String token = authorization.substring(BEARER.length()).strip();
    if (token.isEmpty() || token.length() > TOKEN_LENGTH_MAX) {
      return Mono.error(Refusal.of(Refusal.Reason.TOKEN_INVALID));
    }
    Caller known = good.getIfPresent(token);
    if (known != null) {
      return over(known.expireTime())
          ? Mono.error(Refusal.of(Refusal.Reason.TOKEN_EXPIRED))
          : Mono.just(known);
    }
    return decoder
        .decode(token)
        .map(TokenCheck::caller)
        .doOnNext(caller -> good.put(token, caller))
        .onErrorMap(TokenCheck::refusal);
  }

  private boolean over(Instant expireTime) {
    return !clock.instant().isBefore(expireTime.plus(SKEW));
  }

  private OAuth2TokenValidatorResult times(Jwt token) {
    Instant expires = token.getExpiresAt();
    if (expires == null) {
      return OAuth2TokenValidatorResult.failure(new OAuth2Error("endless"));
    }
    if (over(expires)) {
      return OAuth2TokenValidatorResult.failure(new OAuth2Error(EXPIRED));
    }
    Instant notBefore = token.getNotBefore();
    return notBefore != null && clock.instant().plus(SKEW).isBefore(notBefore)
        ? OAuth2TokenValidatorResult.failure(new OAuth2Error("early"))
        : OAuth2TokenValidatorResult.success();
  }

  private static Caller caller(Jwt token) {
    String client = token.getClaimAsString("azp");
    return new Caller(
        Objects.requireNonNull(token.getSubject()),
        client == null ? "" : client,
        Objects.requireNonNull(token.getExpiresAt()));
  }

  private static Refusal refusal(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof Refusal refusal) {
        return refusal;
      }
      if (at instanceof JwtValidationException invalid
          && invalid.getErrors().stream().allMatch(e -> e.getErrorCode().equals(EXPIRED))) {
        return Refusal.of(Refusal.Reason.TOKEN_EXPIRED);
      }
    }
    return Refusal.of(Refusal.Reason.TOKEN_INVALID);
  }
}
