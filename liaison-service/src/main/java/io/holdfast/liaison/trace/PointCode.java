package io.holdfast.liaison.trace;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A signalling point code of ITU-T No. 7 (信令点编码): the address of an exchange in the signalling
 * network. China's own network writes 24 bits as 8-8-8 (main area, sub area, point), the
 * international one 14 bits as 3-8-3.
 *
 * @param bits 24 or 14: the network it was given in
 * @param value the number itself
 */
public record PointCode(int bits, int value) {
  private static final int DOMESTIC = 24;
  private static final int INTERNATIONAL = 14;
  private static final Pattern GROUPS = Pattern.compile("([0-9]{1,3})-([0-9]{1,3})-([0-9]{1,3})");
  private static final Pattern INTEGER = Pattern.compile("[0-9]{1,8}");

  /**
   * Reads a code as people write it: three groups or one integer. Empty where it is no code of that
   * many bits.
   *
   * @param bits 24, 14, or 0 for 24
   */
  public static Optional<PointCode> read(String text, int bits) {
    int size = bits == 0 ? DOMESTIC : bits;
    if (size != DOMESTIC && size != INTERNATIONAL) {
      return Optional.empty();
    }
    Matcher groups = GROUPS.matcher(text);
    if (groups.matches()) {
      return fromGroups(
          size,
          Integer.parseInt(groups.group(1)),
          Integer.parseInt(groups.group(2)),
          Integer.parseInt(groups.group(3)));
    }
    if (!INTEGER.matcher(text).matches()) {
      return Optional.empty();
    }
    int value = Integer.parseInt(text);
    return value < 1 << size ? Optional.of(new PointCode(size, value)) : Optional.empty();
  }

  private static Optional<PointCode> fromGroups(int size, int first, int second, int third) {
    int edge = size == DOMESTIC ? 8 : 3;
    if (first >= 1 << edge || second >= 1 << 8 || third >= 1 << edge) {
      return Optional.empty();
    }
    return Optional.of(new PointCode(size, first << (8 + edge) | second << edge | third));
  }

  /** As 8-8-8; every value fits. */
  public String as24Bit() {
    return (value >> 16) + "-" + (value >> 8 & 0xff) + "-" + (value & 0xff);
  }

  /** As 3-8-3; empty where the value needs more than 14 bits. */
  public String as14Bit() {
    return value < 1 << INTERNATIONAL
        ? (value >> 11) + "-" + (value >> 3 & 0xff) + "-" + (value & 0x7)
        : "";
  }
}
