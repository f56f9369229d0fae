package io.holdfast.freezing.phone;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Whether the station named stands behind an order that was born at the bank. */
public sealed interface Adoption {
  /**
   * Until when the station is to say, under the policy the order was born under.
   *
   * @param startTime when it appeared at the station
   * @param warnings how long before the end a warning goes out
   * @param basis the article it rests on
   */
  record Term(Instant startTime, Instant dueTime, List<Duration> warnings, String basis) {
    public Term {
      warnings = List.copyOf(warnings);
    }
  }

  /** Not said yet, clock running. */
  record Awaited(Term term) implements Adoption {}

  /** Not said in time; the bank may release, and the station may still adopt. */
  record Unadopted(Term term) implements Adoption {}

  /** Bound to a case of the station. */
  record Adopted(Term term, Decider by, Instant adoptTime) implements Adoption {}

  /** The station did not ask for it; the bank may release. */
  record Disowned(Term term, Decider by, Instant disownTime, String reason) implements Adoption {}

  /** Until when the station was to say. */
  Term term();

  /**
   * As of {@code now}: what was not adopted when its time is up is unadopted, sweeper or no
   * sweeper.
   */
  default Adoption at(Instant now) {
    return this instanceof Awaited(var term) && !now.isBefore(term.dueTime())
        ? new Unadopted(term)
        : this;
  }

  /** Whether the bank may let go for want of a station that stands behind it. */
  default boolean forsaken() {
    return switch (this) {
      case Unadopted _, Disowned _ -> true;
      case Awaited _, Adopted _ -> false;
    };
  }

  /** Its bare name. */
  default AdoptionName name() {
    return switch (this) {
      case Awaited _ -> AdoptionName.ADOPTION_AWAITED;
      case Unadopted _ -> AdoptionName.UNADOPTED;
      case Adopted _ -> AdoptionName.ADOPTED;
      case Disowned _ -> AdoptionName.DISOWNED;
    };
  }
}
