package io.holdfast.kit.grpc;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.holdfast.kit.problem.KitReason;
import io.holdfast.kit.problem.Problem;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tokens by OAuth 2 client credentials. A token is kept, exchanged after two thirds of its life,
 * and used to its very end while the issuer is away: with tokens of 90 minutes the issuer may be
 * away for 30.
 */
public final class ClientCredentials implements TokenSource, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ClientCredentials.class);
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration ANSWER = Duration.ofSeconds(5);

  /** Not used so shortly before its end: the receiver's clock may be ahead. */
  private static final Duration MARGIN = Duration.ofSeconds(5);

  private static final Duration PAUSE = Duration.ofSeconds(2);

  private record Token(String text, Instant exchange, Instant end) {}

  private final URI endpoint;
  private final String clientId;
  private final String clientSecret;
  private final InstantSource clock;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
  private final ReentrantLock fetching = new ReentrantLock();
  private volatile @Nullable Token token;
  private volatile Instant notBefore = Instant.MIN;

  /**
   * Tokens for one client.
   *
   * @param issuer e.g. {@code http://127.0.0.1:8180/realms/holdfast}
   * @param clock the system's
   */
  public ClientCredentials(
      String issuer, String clientId, String clientSecret, InstantSource clock) {
    this(URI.create(issuer + "/protocol/openid-connect/token"), clientId, clientSecret, clock);
  }

  /**
   * Tokens for one client, where the issuer is reached by another address than the one it names in
   * its tokens.
   *
   * @param endpoint the issuer's token endpoint
   * @param clock the system's
   */
  public ClientCredentials(
      URI endpoint, String clientId, String clientSecret, InstantSource clock) {
    this.endpoint = endpoint;
    this.clientId = clientId;
    this.clientSecret = clientSecret;
    this.clock = clock;
  }

  @Override
  public String token() {
    Token held = token;
    Instant now = clock.instant();
    if (held == null || !now.isBefore(held.end())) {
      return exchange(null);
    }
    if (now.isBefore(held.exchange()) || now.isBefore(notBefore) || !fetching.tryLock()) {
      // Young enough; or the issuer was away a moment ago, or somebody is exchanging it: the old
      // one still does.
      return held.text();
    }
    try {
      return exchange(held);
    } finally {
      fetching.unlock();
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }

  /**
   * @param usable what still does if the issuer is away
   */
  private String exchange(@Nullable Token usable) {
    fetching.lock();
    try {
      Token held = token;
      Instant now = clock.instant();
      if (held != null && now.isBefore(held.exchange())) {
        return held.text();
      }
      if (now.isBefore(notBefore)) {
        throw unavailable();
      }
      Token fresh = fetch(now);
      token = fresh;
      return fresh.text();
    } catch (IOException | JsonParseException | IllegalStateException | NullPointerException e) {
      notBefore = clock.instant().plus(PAUSE);
      LOG.warn("no token for {} from {}: {}", clientId, endpoint, e.toString());
      if (usable == null) {
        throw unavailable();
      }
      return usable.text();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable();
    } finally {
      fetching.unlock();
    }
  }

  private Token fetch(Instant now) throws IOException, InterruptedException {
    String form =
        "grant_type=client_credentials&client_id="
            + URLEncoder.encode(clientId, StandardCharsets.UTF_8)
            + "&client_secret="
            + URLEncoder.encode(clientSecret, StandardCharsets.UTF_8);
    var request =
        HttpRequest.newBuilder(endpoint)
            .timeout(ANSWER)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      // The body may quote what was sent.
      throw new IOException("status " + response.statusCode() + " (expected: 200)");
    }
    JsonObject body = JsonParser.parseString(response.body()).getAsJsonObject();
    Duration life = Duration.ofSeconds(body.get("expires_in").getAsLong());
    return new Token(
        body.get("access_token").getAsString(),
        now.plus(life.multipliedBy(2).dividedBy(3)),
        now.plus(life).minus(MARGIN));
  }

  private static Problem unavailable() {
    return Problem.of(KitReason.PEER_UNAVAILABLE, "peer", "keycloak").retryAfter(PAUSE);
  }
}
