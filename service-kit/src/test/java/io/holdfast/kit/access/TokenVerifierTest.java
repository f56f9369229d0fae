package io.holdfast.kit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.sun.net.httpserver.HttpServer;
import io.holdfast.kit.problem.KitReason;
import io.holdfast.kit.problem.Problem;
import io.holdfast.proto.access.v1.Role;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class TokenVerifierTest {
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
  private final TokenVerifier verifier = Tokens.verifier(now::get);

  @Test
  void personIsWhoTheClaimsSay() {
    Caller caller = verifier.verify(Tokens.sign(person()));

    assertThat(caller.subject()).isEqualTo("sub-station");
    assertThat(caller.client()).isEqualTo("console");
    assertThat(caller.institution()).isEqualTo("station");
    assertThat(caller.region()).isEqualTo("999001");
    assertThat(caller.roles()).containsExactly(Role.STATION_OFFICER);
    assertThat(caller.machine()).isFalse();
    assertThat(caller.officerNumber()).isEqualTo("999001");
    assertThat(caller.actor().roles()).containsExactly("station-officer");
    assertThat(caller.toString()).doesNotContain("测试员");
  }

  @Test
  void tokenWithoutOfficerIsAMachines() {
    String token = Tokens.sign(Tokens.machine("bank", "440300", Role.BANK_SYSTEM));
    assertThat(verifier.verify(token).machine()).isTrue();
    String empty = Tokens.sign(person().claim("officer", ""));
    assertThat(verifier.verify(empty).machine()).isTrue();
  }

  @Test
  void rolesOfOtherSystemsAreNone() {
    var claims =
        person().claim("realm_access", Map.of("roles", List.of("offline_access", "admin")));
    assertThat(verifier.verify(Tokens.sign(claims)).roles()).isEmpty();
    assertThat(verifier.verify(Tokens.sign(person().claim("realm_access", null))).roles())
        .isEmpty();
  }

  @Test
  void forgedTokensAreRefused() {
    refused("");
    refused("abc");
    refused("a.b.c");
    refused(new PlainJWT(person().build()).serialize());
    refused(Tokens.sign(person(), Tokens.key("one"), "one"));
    refused(Tokens.sign(person(), Tokens.key("two"), "two"));
    String good = Tokens.sign(person());
    refused(good.substring(0, good.length() - 4) + (good.endsWith("AAAA") ? "BBBB" : "AAAA"));
    refused("x".repeat(10_000));
  }

  @Test
  void tokensForOthersAreRefused() {
    refused(Tokens.sign(person().audience("another-api")));
    refused(Tokens.sign(person().audience(List.of())));
    refused(Tokens.sign(person().issuer("http://127.0.0.1:8180/realms/other")));
    refused(Tokens.sign(person().issuer(null)));
    refused(Tokens.sign(person().subject(null)));
    refused(Tokens.sign(person().claim("typ", "ID")));
    refused(Tokens.sign(person().claim("typ", "Refresh")));
    refused(Tokens.sign(person().claim("institution", 12)));
  }

  @Test
  void expiryHasThirtySecondsOfGrace() {
    Instant end = Instant.now().plusSeconds(60);
    String token = Tokens.sign(person().expirationTime(Date.from(end)));
    Instant exact = Instant.ofEpochSecond(end.getEpochSecond());

    now.set(exact.plusSeconds(29));
    assertThat(verifier.verify(token).tokenExpiry()).isEqualTo(exact);
    now.set(exact.plusSeconds(31));
    refused(token);
    refused(Tokens.sign(person().expirationTime(Date.from(end)).claim("n", 1)));
    refused(Tokens.sign(person().expirationTime(null)));
  }

  @Test
  void tokenFromTheFutureIsRefused() {
    refused(Tokens.sign(person().notBeforeTime(Date.from(Instant.now().plusSeconds(120)))));
  }

  @Test
  void publishedKeysOutliveTheIssuer() throws IOException {
    byte[] keys = new JWKSet(Tokens.KEY.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
    var issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4);
    issuer.createContext(
        "/certs",
        exchange -> {
          exchange.sendResponseHeaders(200, keys.length);
          exchange.getResponseBody().write(keys);
          exchange.close();
        });
    issuer.start();
    URI certs = URI.create("http://127.0.0.1:" + issuer.getAddress().getPort() + "/certs");
    try (var remote =
        TokenVerifier.remote(Tokens.ISSUER, Tokens.AUDIENCE, certs, InstantSource.system())) {
      assertThat(remote.verify(Tokens.sign(person())).institution()).isEqualTo("station");
      issuer.stop(0);
      String another = Tokens.sign(person().claim("n", 2));
      assertThat(remote.verify(another).institution()).isEqualTo("station");
    }
  }

  @Test
  void withoutAnyKeyTheIssuerIsToBlameNotTheCaller() throws IOException {
    URI nowhere = URI.create("http://127.0.0.1:1/certs");
    try (var remote =
        TokenVerifier.remote(Tokens.ISSUER, Tokens.AUDIENCE, nowhere, InstantSource.system())) {
      assertThatThrownBy(() -> remote.verify(Tokens.sign(person())))
          .isInstanceOfSatisfying(
              Problem.class,
              problem -> assertThat(problem.reason()).isEqualTo(KitReason.PEER_UNAVAILABLE));
    }
  }

  private static JWTClaimsSet.Builder person() {
    return Tokens.person("station", "999001", Role.STATION_OFFICER)
        .expirationTime(Date.from(Instant.now().plus(Duration.ofMinutes(5))));
  }

  private void refused(String token) {
    assertThatThrownBy(() -> verifier.verify(token))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(problem.reason()).isEqualTo(KitReason.TOKEN_INVALID));
  }
}
