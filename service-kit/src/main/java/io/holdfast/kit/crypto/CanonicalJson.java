package io.holdfast.kit.crypto;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * JSON with exactly one spelling per value (RFC 8785, JCS), for hashes and signatures. It takes
 * texts, integers of at most 53 bits, booleans, lists, maps with text keys and null; an {@link
 * Instant} is written as its ISO 8601 text.
 */
public final class CanonicalJson {
  private static final long EXACT_MAX = (1L << 53) - 1;

  private CanonicalJson() {}

  /** The one spelling, UTF-8. */
  public static byte[] bytes(Map<String, ?> value) {
    return text(value).getBytes(StandardCharsets.UTF_8);
  }

  /** The one spelling. */
  public static String text(Map<String, ?> value) {
    var out = new StringBuilder();
    write(out, value);
    return out.toString();
  }

  private static void write(StringBuilder out, @Nullable Object value) {
    switch (value) {
      case null -> out.append("null");
      case String text -> quote(out, text);
      case Boolean flag -> out.append(flag);
      case Integer number -> out.append(number);
      case Long number -> out.append(exact(number));
      case Instant time -> quote(out, time.toString());
      case List<?> list -> list(out, list);
      case Map<?, ?> map -> map(out, map);
      default ->
          throw new IllegalArgumentException(
              value.getClass().getName() + " (expected: text, integer, boolean, list, map)");
    }
  }

  private static long exact(long number) {
    if (Math.abs(number) > EXACT_MAX) {
      throw new IllegalArgumentException("an integer beyond 53 bits must be written as text");
    }
    return number;
  }

  private static void list(StringBuilder out, List<?> list) {
    out.append('[');
    String separator = "";
    for (Object element : list) {
      out.append(separator);
      write(out, element);
      separator = ",";
    }
    out.append(']');
  }

  private static void map(StringBuilder out, Map<?, ?> map) {
    // String order is by UTF-16 code units, which is what RFC 8785 asks for.
    var sorted = new TreeMap<String, @Nullable Object>();
    map.forEach((key, value) -> sorted.put((String) key, value));
    out.append('{');
    String separator = "";
    for (var entry : sorted.entrySet()) {
      out.append(separator);
      quote(out, entry.getKey());
      out.append(':');
      write(out, entry.getValue());
      separator = ",";
    }
    out.append('}');
  }

  private static void quote(StringBuilder out, String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < 0x20) {
            out.append(String.format("\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
