package io.holdfast.kit.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {
  @Test
  void keysAreSortedAndNothingIsPadded() {
    var value = new LinkedHashMap<String, Object>();
    value.put("b", List.of(1, 2L, true, "x"));
    value.put("a", Map.of("z", "止付", "y", Instant.parse("2026-11-21T04:00:00Z")));
    assertThat(CanonicalJson.text(value))
        .isEqualTo("{\"a\":{\"y\":\"2026-11-21T04:00:00Z\",\"z\":\"止付\"},\"b\":[1,2,true,\"x\"]}");
  }

  @Test
  void sortsByCodeUnitsAsRfc8785Does() {
    // The example of RFC 8785, 3.2.3.
    var value = new LinkedHashMap<String, Object>();
    value.put("\u20ac", "Euro Sign");
    value.put("\r", "Carriage Return");
    value.put("\ufb33", "Hebrew Letter Dalet With Dagesh");
    value.put("1", "One");
    value.put("\ud83d\ude00", "Emoji: Grinning Face");
    value.put("\u0080", "Control");
    value.put("\u00f6", "Latin Small Letter O With Diaeresis");
    assertThat(CanonicalJson.text(value))
        .containsSubsequence(
            "Carriage Return", "One", "Control", "Latin Small", "Euro Sign", "Emoji", "Hebrew");
  }

  @Test
  void escapesAsRfc8785Does() {
    assertThat(CanonicalJson.text(Map.of("s", "\u20ac$\u000f\nA'B\"\\\\\"/")))
        .isEqualTo("{\"s\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
  }

  @Test
  void nullIsWritten() {
    var value = new LinkedHashMap<String, Object>();
    value.put("a", null);
    assertThat(CanonicalJson.text(value)).isEqualTo("{\"a\":null}");
  }

  @Test
  void refusesWhatHasNoExactSpelling() {
    assertThatThrownBy(() -> CanonicalJson.text(Map.of("n", 1L << 53)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> CanonicalJson.text(Map.of("n", 0.5)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
