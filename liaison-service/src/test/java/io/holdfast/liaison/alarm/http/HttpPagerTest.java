package io.holdfast.liaison.alarm.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.holdfast.kit.value.Personal;
import io.holdfast.liaison.alarm.Pager;
import io.holdfast.testkit.Eventually;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpPagerTest {
  private static final Personal PHONE = Personal.of(Personal.Kind.PHONE, "+86 000 0000 0001");

  @SuppressWarnings("NullAway.Init")
  private FakeGateway gateway;

  @SuppressWarnings("NullAway.Init")
  private HttpPager pager;

  @BeforeEach
  void open() throws IOException {
    gateway = new FakeGateway();
    pager = new HttpPager(gateway.settings(), Duration.ofSeconds(2), Duration.ofMillis(400));
  }

  @AfterEach
  void close() {
    pager.close();
    gateway.close();
  }

  private void wake(String key) {
    pager.wake(key, PHONE, "测试");
  }

  @Test
  void aMessageIsOnePostWithItsKeyAndTheSecret() {
    wake("k1");
    FakeGateway.Request request = gateway.requests.getFirst();
    assertThat(request.key()).isEqualTo("k1");
    assertThat(request.authorization()).isEqualTo("Bearer gateway-secret");
    assertThat(request.body().keySet()).containsExactlyInAnyOrder("to", "channel", "text");
    assertThat(request.body().get("to").getAsString()).isEqualTo(PHONE.reveal());
    assertThat(request.body().get("channel").getAsString()).isEqualTo("sms");
  }

  @Test
  void whatTheGatewayTookWithoutAnsweringIsSentOnceHoweverOftenItIsAsked() {
    gateway.answers.addAll(List.of(0, 503));
    assertThatThrownBy(() -> wake("k1")).isNotInstanceOf(Pager.Refused.class);
    assertThatThrownBy(() -> wake("k1")).isNotInstanceOf(Pager.Refused.class);
    wake("k1");
    assertThat(gateway.requests).hasSize(3);
    assertThat(gateway.sent).hasSize(1);
  }

  @Test
  void aSlowGatewayIsNotWaitedForBeyondTheDeadline() {
    gateway.answers.add(0);
    long start = System.nanoTime();
    assertThatThrownBy(() -> wake("k1")).hasMessageContaining("no answer");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void aRefusalIsForGoodAndBusyIsNot() {
    gateway.answers.addAll(List.of(422, 429, 401));
    assertThatThrownBy(() -> wake("k1")).isInstanceOf(Pager.Refused.class);
    assertThatThrownBy(() -> wake("k2")).isNotInstanceOf(Pager.Refused.class);
    assertThatThrownBy(() -> wake("k3")).isNotInstanceOf(Pager.Refused.class);
  }

  @Test
  void noErrorRepeatsTheNumber() {
    gateway.answers.addAll(List.of(422, 500));
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> wake("k"))
          .satisfies(thrown -> assertThat(thrown.toString()).doesNotContain("0001"));
    }
    assertThat(gateway.settings().toString()).doesNotContain("gateway-secret");
  }

  @Test
  void aGatewayThatFailsTooOftenIsLeftAloneForAWhile() {
    for (int i = 0; i < 5; i++) {
      gateway.answers.add(500);
      assertThatThrownBy(() -> wake("k")).isNotInstanceOf(CallNotPermittedException.class);
    }
    assertThatThrownBy(() -> wake("k")).isInstanceOf(CallNotPermittedException.class);
    assertThat(gateway.requests).hasSize(5);
    Eventually.holds(
        "asked again",
        () -> {
          try {
            wake("k");
            return true;
          } catch (CallNotPermittedException e) {
            return false;
          }
        });
  }

  @Test
  void refusalsDoNotOpenTheBreaker() {
    for (int i = 0; i < 8; i++) {
      gateway.answers.add(422);
      assertThatThrownBy(() -> wake("k")).isInstanceOf(Pager.Refused.class);
    }
    assertThatCode(() -> wake("k")).doesNotThrowAnyException();
  }
}
