package io.holdfast.casefile.report;

import io.holdfast.kit.value.Personal;
import io.holdfast.kit.value.Personal.Kind;

/**
 * An account as the victim knows it.
 *
 * @param institutionName the bank or payment firm as told
 * @param institution the institution's id where the officer chose it himself; empty otherwise
 * @param number digits and letters only, or with {@code *} where the victim sees it masked; may be
 *     empty
 * @param name the holder's name, possibly masked; may be empty
 */
public record Account(
    AccountKind kind, String institutionName, String institution, Personal number, Personal name) {
  /** No account told. */
  public static final Account NONE =
      new Account(
          AccountKind.NOT_GIVEN, "", "", Personal.of(Kind.ACCOUNT, ""), Personal.of(Kind.NAME, ""));

  /** Fewer characters than this are a part of a card number, as some screens show its end only. */
  private static final int CARD_PART_LENGTH = 12;

  /** Whether the number is told in part only. */
  boolean partial() {
    String text = number.reveal();
    return text.indexOf('*') >= 0
        || (kind == AccountKind.CARD && !text.isEmpty() && text.length() < CARD_PART_LENGTH);
  }

  /** Whether a payment to it can be followed up: by its number, or because it shows none. */
  public boolean told() {
    return !number.isEmpty() || kind == AccountKind.WALLET || kind == AccountKind.QR_CODE;
  }

  /** Whether an order can be made out to it: its number is known in full (银发〔2016〕86号 二(一)2). */
  public boolean stoppable() {
    return !number.isEmpty() && !partial() && kind != AccountKind.QR_CODE;
  }

  /** Whether the bank or payment firm is named in any way. */
  public boolean institutionKnown() {
    return !institutionName.isEmpty() || !institution.isEmpty();
  }

  /**
   * Whether both are the same account as far as the case can tell. A card's number says it alone;
   * other numbers are given out by each institution for itself, so there the institutions must not
   * contradict each other.
   */
  public boolean sameAs(Account other) {
    if (!stoppable() || !number.equals(other.number)) {
      return false;
    }
    if (!institution.isEmpty() && !other.institution.isEmpty()) {
      return institution.equals(other.institution);
    }
    return CardNumber.valid(number.reveal())
        || institutionName.isEmpty()
        || other.institutionName.isEmpty()
        || institutionName.equals(other.institutionName);
  }

  /** Kind and masked number: enough to tell the orders of a case apart. */
  public String label() {
    return kind == AccountKind.NOT_GIVEN ? number.masked() : kind + " " + number.masked();
  }
}
