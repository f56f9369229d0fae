package io.holdfast.liaison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.kit.boot.SettingsInvalid;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LiaisonSettingsTest {
  private static LiaisonSettings with(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(more);
    all.put("HOLDFAST_PROVISIONER_CLIENT_SECRET", "provisioner-secret");
    return LiaisonSettings.fromEnvironment(all);
  }

  @Test
  void withoutAnAddressNobodyIsWoken() {
    LiaisonSettings settings = with(Map.of("HOLDFAST_PAGER_URL", ""));
    assertThat(settings.pager()).isEmpty();
    assertThat(settings.presence().length()).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void anAddressIsEnoughAndNoSecretIsPrinted() {
    LiaisonSettings settings =
        with(
            Map.of(
                "HOLDFAST_PAGER_URL", "https://pager.example/messages",
                "HOLDFAST_PAGER_SECRET", "gateway-secret",
                "HOLDFAST_PRESENCE_LIMIT", "PT60S"));
    assertThat(settings.pager()).hasValueSatisfying(p -> assertThat(p.channel()).isEqualTo("sms"));
    assertThat(settings.presence().length()).isEqualTo(Duration.ofMinutes(1));
    assertThat(settings.toString()).doesNotContain("gateway-secret", "provisioner-secret");
  }

  @Test
  void whatIsWrongIsToldAtOnce() {
    assertThatThrownBy(
            () ->
                with(
                    Map.of(
                        "HOLDFAST_PAGER_URL", "pager",
                        "HOLDFAST_PAGER_CHANNEL", "fax",
                        "HOLDFAST_PRESENCE_LIMIT", "-PT1S")))
        .isInstanceOf(SettingsInvalid.class)
        .hasMessageContaining("HOLDFAST_PAGER_URL")
        .hasMessageContaining("HOLDFAST_PAGER_CHANNEL")
        .hasMessageContaining("HOLDFAST_PRESENCE_LIMIT");
  }
}
