package io.holdfast.kit.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Search keys of personal data: equal texts give equal keys, and a key tells nothing of its text.
 */
public final class Lookup {
  private static final String ALGORITHM = "HmacSHA256";
  private static final char[] ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();

  /** Of the 256 bits 160 are kept: collisions stay out of reach, and the index stays small. */
  private static final int KEPT_BYTES = 20;

  private final SecretKeySpec key;

  Lookup(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /**
   * The search key of a text, {@code <kind>:<32 characters>}.
   *
   * @param kind what is looked up, e.g. {@code account}; equal texts of different kinds have
   *     unrelated keys
   * @param normalized the text with everything removed that does not matter (spaces, case, width)
   */
  public String key(String kind, String normalized) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(kind.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return kind + ":" + base32(mac.doFinal(normalized.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
    }
  }

  private static String base32(byte[] digest) {
    var text = new StringBuilder(KEPT_BYTES * 8 / 5);
    int bits = 0;
    int held = 0;
    for (int i = 0; i < KEPT_BYTES; i++) {
      held = held << 8 | digest[i] & 0xff;
      for (bits += 8; bits >= 5; bits -= 5) {
        text.append(ALPHABET[held >>> bits - 5 & 31]);
      }
      held &= (1 << bits) - 1;
    }
    return text.toString();
  }
}
