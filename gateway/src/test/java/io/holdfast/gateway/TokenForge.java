package io.holdfast.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A token issuer on loopback: it publishes one key and signs what a test asks for. */
final class TokenForge implements AutoCloseable {
  static final String AUDIENCE = "holdfast-api";

  private final RSAKey key;
  private final HttpServer http;
  private final AtomicInteger asked = new AtomicInteger();

  TokenForge() {
    try {
      key = new RSAKeyGenerator(2048).keyID("test-key").generate();
      http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (JOSEException | IOException e) {
      throw new IllegalStateException(e);
    }
    byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
    http.createContext(
        "/certs",
        exchange -> {
          asked.incrementAndGet();
          exchange.sendResponseHeaders(200, keys.length);
          exchange.getResponseBody().write(keys);
          exchange.close();
        });
    http.start();
  }

  String issuer() {
    return "http://127.0.0.1:" + http.getAddress().getPort() + "/realms/test";
  }

  URI jwksUri() {
    return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/certs");
  }

  /** How often the keys were fetched. */
  int asked() {
    return asked.get();
  }

  String good(String subject) {
    return sign(key, claims(subject).build());
  }

  JWTClaimsSet.Builder claims(String subject) {
    return new JWTClaimsSet.Builder()
        .subject(subject)
        .issuer(issuer())
        .audience(List.of("account", AUDIENCE))
        .claim("azp", "console")
        .expirationTime(Date.from(Instant.now().plus(Duration.ofMinutes(5))));
  }

  String sign(JWTClaimsSet claims) {
    return sign(key, claims);
  }

  /** Signed with a key nobody published, under the name of the one that is. */
  String forged(String subject) {
    try {
      return sign(new RSAKeyGenerator(2048).keyID("test-key").generate(), claims(subject).build());
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Signed with a key of an unknown name. */
  String unknownKey(String subject) {
    try {
      return sign(new RSAKeyGenerator(2048).keyID("other").generate(), claims(subject).build());
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String sign(RSAKey with, JWTClaimsSet claims) {
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(with.getKeyID()).build(), claims);
    try {
      token.sign(new RSASSASigner(with));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return token.serialize();
  }

  @Override
  public void close() {
    http.stop(0);
  }
}
