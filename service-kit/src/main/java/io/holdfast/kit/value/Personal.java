package io.holdfast.kit.value;

import java.util.Objects;

/**
 * A text about a person: name, number, address, narrative. It shows itself masked wherever it is
 * printed, and the store encrypts it; {@link #reveal()} is the one way to the text (个人信息保护法; 反诈法
 * 5).
 */
public final class Personal {
  /** What the text is, which decides how much of it may be shown. */
  public enum Kind {
    /** A person's or company's name: the first character stays. */
    NAME,
    /** A document number: the last two characters stay. */
    ID_NUMBER,
    /** A phone number: the last two digits stay. */
    PHONE,
    /** An address: nothing stays. */
    ADDRESS,
    /** An account number: the first six and last four digits stay, as banks print them. */
    ACCOUNT,
    /** Free text and anything else: nothing stays. */
    TEXT
  }

  private static final String MASK = "****";

  private final Kind kind;
  private final String text;

  private Personal(Kind kind, String text) {
    this.kind = kind;
    this.text = text;
  }

  /** Wraps {@code text}, which may be empty. */
  public static Personal of(Kind kind, String text) {
    return new Personal(Objects.requireNonNull(kind), Objects.requireNonNull(text));
  }

  /**
   * The text itself. Its way must end in an encrypted store, a permitted answer, or a comparison.
   */
  public String reveal() {
    return text;
  }

  /** What the text is. */
  public Kind kind() {
    return kind;
  }

  /** Whether there is no text. */
  public boolean isEmpty() {
    return text.isEmpty();
  }

  /** As much as may be shown to anybody. */
  public String masked() {
    if (text.isEmpty()) {
      return "";
    }
    int points = text.codePointCount(0, text.length());
    return switch (kind) {
      case NAME -> text.substring(0, text.offsetByCodePoints(0, 1)) + "*";
      case ID_NUMBER, PHONE -> points < 8 ? MASK : MASK + text.substring(text.length() - 2);
      case ACCOUNT ->
          points < 12 ? MASK : text.substring(0, 6) + MASK + text.substring(text.length() - 4);
      case ADDRESS, TEXT -> MASK;
    };
  }

  @Override
  public String toString() {
    return masked();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Personal that && kind == that.kind && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return Objects.hash(kind, text);
  }
}
