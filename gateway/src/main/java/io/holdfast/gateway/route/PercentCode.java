package io.holdfast.gateway.route;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Percent-encoding in paths (RFC 3986). A plus sign is a plus sign. */
final class PercentCode {
  private PercentCode() {}

  /** The text meant; null where the escapes are broken or are no UTF-8. */
  static @Nullable String decode(String raw) {
    if (raw.indexOf('%') < 0) {
      return raw;
    }
    byte[] from = raw.getBytes(StandardCharsets.UTF_8);
    ByteBuffer to = ByteBuffer.allocate(from.length);
    for (int i = 0; i < from.length; i++) {
      if (from[i] != '%') {
        to.put(from[i]);
        continue;
      }
      if (i + 2 >= from.length) {
        return null;
      }
      int high = Character.digit(from[i + 1], 16);
      int low = Character.digit(from[i + 2], 16);
      if (high < 0 || low < 0) {
        return null;
      }
      to.put((byte) (high << 4 | low));
      i += 2;
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(to.flip()).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  /** As {@link #decode}, but `%2F` stays: the value's own slashes are its separators. */
  static String decodeButSlash(String raw) {
    String kept = raw.replace("%2F", "%252F").replace("%2f", "%252f");
    String decoded = decode(kept);
    return decoded == null ? raw : decoded;
  }
}
