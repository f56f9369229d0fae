package io.holdfast.e2e;

import java.time.Instant;

/** Account numbers for tests: prefixes no bank has, with the check digit a card carries. */
final class Numbers {
  private static final int BODY = 18;

  private Numbers() {}

  /** A 19-digit card that differs with {@code seed}. */
  static String card(String prefix, Instant seed) {
    String tail = Long.toString(Math.floorMod(seed.toEpochMilli(), 100_000_000L));
    String body = prefix + "0".repeat(BODY - prefix.length() - tail.length()) + tail;
    return body + checkDigit(body);
  }

  private static int checkDigit(String body) {
    int sum = 0;
    for (int i = 0; i < body.length(); i++) {
      int digit = body.charAt(body.length() - 1 - i) - '0';
      int weighted = i % 2 == 0 ? digit * 2 : digit;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return (10 - sum % 10) % 10;
  }
}
