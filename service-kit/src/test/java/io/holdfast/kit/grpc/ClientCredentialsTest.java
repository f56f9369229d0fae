package io.holdfast.kit.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.holdfast.kit.problem.Problem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClientCredentialsTest {
  private static final Instant START = Instant.parse("2026-11-21T04:00:00Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(START);
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicInteger status = new AtomicInteger(200);
  private final AtomicReference<String> form = new AtomicReference<>("");

  @SuppressWarnings("NullAway.Init")
  private HttpServer issuer;

  @SuppressWarnings("NullAway.Init")
  private ClientCredentials tokens;

  @BeforeEach
  void start() throws IOException {
    issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4);
    issuer.createContext(
        "/realms/holdfast/protocol/openid-connect/token",
        exchange -> {
          form.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          String body =
              "{\"access_token\":\"t" + asked.incrementAndGet() + "\",\"expires_in\":900}";
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status.get(), bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    issuer.start();
    String url = "http://127.0.0.1:" + issuer.getAddress().getPort() + "/realms/holdfast";
    tokens = new ClientCredentials(url, "svc-test", "s&cret", now::get);
  }

  @AfterEach
  void stop() {
    tokens.close();
    issuer.stop(0);
  }

  @Test
  void tokenIsKeptForTwoThirdsOfItsLife() {
    assertThat(tokens.token()).isEqualTo("t1");
    assertThat(form.get())
        .isEqualTo("grant_type=client_credentials&client_id=svc-test&client_secret=s%26cret");
    now.set(START.plusSeconds(599));
    assertThat(tokens.token()).isEqualTo("t1");
    now.set(START.plusSeconds(600));
    assertThat(tokens.token()).isEqualTo("t2");
  }

  @Test
  void lastTokenIsUsedToItsEndWhileTheIssuerIsAway() {
    assertThat(tokens.token()).isEqualTo("t1");
    status.set(503);
    now.set(START.plusSeconds(700));
    assertThat(tokens.token()).isEqualTo("t1");
    assertThat(asked).hasValue(2);
    assertThat(tokens.token()).isEqualTo("t1");
    assertThat(asked).as("not asked again at once").hasValue(2);
    now.set(START.plusSeconds(894));
    assertThat(tokens.token()).isEqualTo("t1");
    now.set(START.plusSeconds(900));
    assertThatThrownBy(tokens::token).isInstanceOf(Problem.class).hasMessageContaining("keycloak");
    status.set(200);
    now.set(START.plusSeconds(903));
    assertThat(tokens.token()).isEqualTo("t5");
  }

  @Test
  void issuerThatNeverAnsweredIsTold() {
    issuer.stop(0);
    assertThatThrownBy(tokens::token).isInstanceOf(Problem.class).hasMessageContaining("keycloak");
  }
}
