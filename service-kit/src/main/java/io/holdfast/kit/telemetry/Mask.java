package io.holdfast.kit.telemetry;

import java.util.regex.Pattern;

/**
 * The last net under log lines: runs of digits and e-mail addresses are hidden, whatever wrote
 * them. The first net are value types whose {@code toString} is masked; names cannot be told from
 * other words here.
 */
public final class Mask {
  private static final String HIDDEN = "***";

  /**
   * Seven digits on end, of any script; or groups as cards (4-4-4..) and mobile numbers (3-4-4) are
   * printed.
   */
  private static final Pattern DIGITS =
      Pattern.compile(
          "\\p{Nd}{7,}[Xx]?|(?<!\\p{Nd})\\p{Nd}{4}(?:[ -]\\p{Nd}{3,4}){2,}"
              + "|(?<!\\p{Nd})1\\p{Nd}{2}[ -]\\p{Nd}{4}[ -]\\p{Nd}{4}");

  private static final Pattern EMAIL =
      Pattern.compile("[\\p{Alnum}._%+-]{1,64}@[\\p{Alnum}-]{1,63}(?:\\.[\\p{Alnum}-]{1,63}){1,8}");

  private Mask() {}

  /** The text with what looks personal hidden. */
  public static String text(String text) {
    return EMAIL.matcher(DIGITS.matcher(text).replaceAll(HIDDEN)).replaceAll(HIDDEN);
  }
}
