package io.holdfast.gateway.security;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.holdfast.gateway.problem.Refusal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/**
 * The issuer's public keys, kept. They are fetched anew every few minutes and when a token names a
 * key not known yet, the latter not more often than every few seconds, so forged tokens cannot make
 * us hammer the issuer. While it is down the last keys go on serving: tokens it issued before stay
 * good until they expire, and without it no new ones come into being.
 */
public final class SigningKeys implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);
  private static final Duration REFRESH = Duration.ofMinutes(5);
  private static final Duration RETRY = Duration.ofSeconds(3);
  private static final Duration TIMEOUT = Duration.ofSeconds(3);
  private static final Duration UNKNOWN_KEY_PAUSE = Duration.ofSeconds(5);
  private static final int BYTES_MAX = 256 * 1024;

  private final URI source;
  private final InstantSource clock;
  private final HttpClient http;
  private final AtomicReference<@Nullable JWKSet> kept = new AtomicReference<>();
  private final AtomicReference<@Nullable Mono<JWKSet>> underWay = new AtomicReference<>();
  private volatile Instant asked = Instant.EPOCH;
  private volatile @Nullable Instant fetched;
  private @Nullable Disposable refreshing;

  /** Keys published at this address. */
  public SigningKeys(URI source, InstantSource clock, HttpClient http) {
    this.source = source;
    this.clock = clock;
    this.http = http.responseTimeout(TIMEOUT);
  }

  /** Fetches now and from then on. */
  public void start() {
    refreshing =
        Mono.defer(this::fetch)
            .map(_ -> REFRESH)
            .onErrorResume(_ -> Mono.just(RETRY))
            .flatMap(Mono::delay)
            .repeat()
            .subscribe();
  }

  /** Whether any key is known, so tokens can be checked. */
  public boolean known() {
    return kept.get() != null;
  }

  /** Age of the keys, for the metrics; -1 before the first fetch. */
  public long ageSeconds() {
    Instant then = fetched;
    return then == null ? -1 : Duration.between(then, clock.instant()).toSeconds();
  }

  /** The keys that may have signed this token. */
  Flux<JWK> forToken(SignedJWT token) {
    JWKSelector selector = new JWKSelector(JWKMatcher.forJWSHeader(token.getHeader()));
    JWKSet keys = kept.get();
    List<JWK> matches = keys == null ? List.of() : selector.select(keys);
    if (!matches.isEmpty()) {
      return Flux.fromIterable(matches);
    }
    if (asked.plus(UNKNOWN_KEY_PAUSE).isAfter(clock.instant()) && underWay.get() == null) {
      return keys == null
          ? Flux.error(Refusal.retry(Refusal.Reason.KEYS_UNKNOWN, RETRY))
          : Flux.empty();
    }
    return fetch()
        .onErrorResume(
            failure ->
                keys == null
                    ? Mono.error(Refusal.retry(Refusal.Reason.KEYS_UNKNOWN, RETRY))
                    : Mono.just(keys))
        .flatMapIterable(selector::select);
  }

  /** One fetch at a time; whoever comes meanwhile shares it. */
  private Mono<JWKSet> fetch() {
    Mono<JWKSet> sharing = underWay.get();
    if (sharing != null) {
      return sharing;
    }
    Mono<JWKSet> mine =
        http.get()
            .uri(source)
            .responseSingle(
                (answer, body) ->
                    answer.status().code() == 200
                        ? body.asByteArray()
                        : Mono.error(
                            new IllegalStateException("answered " + answer.status().code())))
            .timeout(TIMEOUT)
            .map(SigningKeys::parse)
            .doOnNext(
                keys -> {
                  kept.set(keys);
                  fetched = clock.instant();
                })
            .doOnError(
                failure ->
                    LOG.warn("signing keys not fetched from {}: {}", source, failure.toString()))
            .doFinally(_ -> underWay.set(null))
            .cache();
    if (underWay.compareAndSet(null, mine)) {
      asked = clock.instant();
      return mine;
    }
    Mono<JWKSet> other = underWay.get();
    return other == null ? mine : other;
  }

  private static JWKSet parse(byte[] json) {
    if (json.length > BYTES_MAX) {
      throw new IllegalStateException(
          "key set: %d bytes (expected: <= %d)".formatted(json.length, BYTES_MAX));
    }
    try {
      return JWKSet.parse(new String(json, StandardCharsets.UTF_8));
    } catch (ParseException e) {
      throw new IllegalStateException("key set is not readable", e);
    }
  }

  @Override
  public void close() {
    if (refreshing != null) {
      refreshing.dispose();
    }
  }
}
