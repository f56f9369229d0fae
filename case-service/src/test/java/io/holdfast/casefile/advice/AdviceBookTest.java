package io.holdfast.casefile.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.casefile.report.FraudType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdviceBookTest {
  private final AdviceBook zh = AdviceBook.inUse("zh");
  private final AdviceBook en = AdviceBook.inUse("en");

  @ParameterizedTest
  @EnumSource(FraudType.class)
  void bothLanguagesSayAsMuchForEveryType(FraudType type) {
    AdviceText chinese = zh.text(type);
    AdviceText english = en.text(type);
    assertThat(chinese.forType()).hasSameSizeAs(english.forType());
    assertThat(chinese.forAll()).hasSameSizeAs(english.forAll()).hasSizeGreaterThan(5);
    assertThat(chinese.sources()).hasSameSizeAs(english.sources()).isNotEmpty();
    assertThat(chinese.title().isEmpty()).isEqualTo(type == FraudType.NOT_GIVEN);
    assertThat(english.title().isEmpty()).isEqualTo(type == FraudType.NOT_GIVEN);
    assertThat(chinese.forType().isEmpty()).isEqualTo(type == FraudType.NOT_GIVEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "- a line before any section",
        "[NONSENSE] title\n- text",
        "[NOT_GIVEN] title\n- text",
        "[ALL",
        "[ALL] title\n- text\n[ALL] title\n- text",
        "[ALL] title\n- text\n[SOURCES] title\n- text",
        "[ALL] title\nwords"
      })
  void aBookWithHolesStopsTheStart(String text) {
    assertThatThrownBy(() -> new AdviceBook(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("advice: ");
  }

  @Test
  void theVersionIsTheFilesName() {
    assertThat(getClass().getResource("/advice/" + AdviceBook.VERSION + ".zh.txt")).isNotNull();
  }
}
