package io.holdfast.kit.id;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.random.RandomGenerator;

/** Opaque identifiers of 26 characters: never a number, a person or a date. */
public final class Ids {
  /** Characters of every id. */
  public static final int LENGTH = 26;

  private static final char[] ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();

  private final RandomGenerator random;

  /** Draws ids from {@code random}, which must be unpredictable outside tests. */
  public Ids(RandomGenerator random) {
    this.random = random;
  }

  /** A new id. */
  public String next() {
    var bytes = new byte[17];
    random.nextBytes(bytes);
    return encode(bytes);
  }

  /** The id that always belongs to these parts, in this order. */
  public static String derived(String... parts) {
    MessageDigest digest = sha256();
    for (String part : parts) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      digest.update((byte) (bytes.length >>> 8));
      digest.update((byte) bytes.length);
      digest.update(bytes);
    }
    return encode(digest.digest());
  }

  private static String encode(byte[] bytes) {
    var number = new BigInteger(1, bytes);
    var text = new char[LENGTH];
    for (int i = LENGTH - 1; i >= 0; i--) {
      text[i] = ALPHABET[number.intValue() & 31];
      number = number.shiftRight(5);
    }
    return new String(text);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
