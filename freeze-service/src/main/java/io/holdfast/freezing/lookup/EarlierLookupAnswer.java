package io.holdfast.freezing.lookup;

import java.time.Instant;

/**
 * An answer that counts no more, kept as it was.
 *
 * @param reason why
 */
public record EarlierLookupAnswer(GivenAnswer given, String reason, Instant correctTime) {
  /** How often one lookup may be answered anew. */
  public static final int MAX = 10;
}
