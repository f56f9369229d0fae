package io.holdfast.casefile.report.phone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Displayed numbers as E.164. */
class LibPhoneNumbersTest {
  private final LibPhoneNumbers phones = new LibPhoneNumbers();

  @Test
  void mobileFixedAndServiceNumbersAreReadAsDialledInChina() {
    assertThat(phones.e164("13800138000")).isEqualTo("+8613800138000");
    assertThat(phones.e164("075512345678")).isEqualTo("+8675512345678");
    assertThat(phones.e164("008613800138000")).isEqualTo("+8613800138000");
    assertThat(phones.e164("+85221234567")).isEqualTo("+85221234567");
  }

  @Test
  void shortAlteredAndEmptyNumbersAreNone() {
    assertThat(phones.e164("110")).isEmpty();
    assertThat(phones.e164("0000110")).isEmpty();
    assertThat(phones.e164("公安局")).isEmpty();
    assertThat(phones.e164("")).isEmpty();
    assertThat(phones.e164("1".repeat(41))).isEmpty();
  }
}
