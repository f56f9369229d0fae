package io.holdfast.liaison.alarm.http;

import com.google.gson.JsonObject;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.holdfast.kit.value.Personal;
import io.holdfast.liaison.alarm.Pager;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * A gateway for text messages and calls, by HTTP: one POST a message, as {@code
 * docs/operating/pager.md} says. When it fails too often it is not asked for a while.
 */
public final class HttpPager implements Pager, AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration DEADLINE = Duration.ofSeconds(5);

  private final PagerSettings settings;
  private final Duration deadline;
  private final HttpClient http;
  private final CircuitBreaker breaker;

  public HttpPager(PagerSettings settings) {
    this(settings, DEADLINE, Duration.ofSeconds(30));
  }

  /**
   * @param deadline for a whole exchange
   * @param rest for how long a gateway that fails is left alone
   */
  HttpPager(PagerSettings settings, Duration deadline, Duration rest) {
    this.settings = settings;
    this.deadline = deadline;
    this.http =
        HttpClient.newBuilder().connectTimeout(CONNECT).followRedirects(Redirect.NEVER).build();
    this.breaker =
        CircuitBreaker.of(
            "pager",
            CircuitBreakerConfig.custom()
                .slidingWindowType(SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(10)
                .minimumNumberOfCalls(5)
                .failureRateThreshold(60)
                .waitDurationInOpenState(rest)
                .permittedNumberOfCallsInHalfOpenState(1)
                .ignoreExceptions(Refused.class)
                .build());
  }

  @Override
  public void wake(String key, Personal phone, String text) {
    breaker.executeRunnable(() -> send(key, phone, text));
  }

  private void send(String key, Personal phone, String text) {
    var body = new JsonObject();
    body.addProperty("to", phone.reveal());
    body.addProperty("channel", settings.channel());
    body.addProperty("text", text);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(settings.url())
            .timeout(deadline)
            .header("Content-Type", "application/json; charset=utf-8")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(body.toString()));
    if (!settings.secret().isEmpty()) {
      request.header("Authorization", "Bearer " + settings.secret());
    }
    take(status(request.build()));
  }

  private int status(HttpRequest request) {
    try {
      // What it says is not read: it might repeat the number.
      HttpResponse<Void> answer = http.send(request, BodyHandlers.discarding());
      return answer.statusCode();
    } catch (IOException e) {
      throw new IllegalStateException("no answer: " + e.getClass().getSimpleName(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("told to stop", e);
    }
  }

  private static void take(int status) {
    if (status >= 200 && status < 300) {
      return;
    }
    boolean refused =
        switch (status) {
          case 400, 404, 410, 422 -> true;
          default -> false;
        };
    if (refused) {
      throw new Refused("answered " + status);
    }
    throw new IllegalStateException("answered " + status);
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
