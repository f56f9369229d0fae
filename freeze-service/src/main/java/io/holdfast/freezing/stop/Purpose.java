package io.holdfast.freezing.stop;

import java.time.Instant;

/** Whose account an order stops. */
public sealed interface Purpose {
  /** One the money went to. */
  record Suspect() implements Purpose {}

  /**
   * The victim's own, for his protection (保护性止付): nothing was paid to it, so that name and number
   * alone are matched; counted apart from the stops of suspect accounts.
   *
   * @param consentTime when the victim consented
   * @param consentForm how he gave his consent
   */
  record Protective(Instant consentTime, String consentForm) implements Purpose {}

  /** An account the money went to. */
  Purpose SUSPECT = new Suspect();

  /** Whether it is the victim's own account. */
  default boolean protective() {
    return switch (this) {
      case Suspect _ -> false;
      case Protective _ -> true;
    };
  }
}
