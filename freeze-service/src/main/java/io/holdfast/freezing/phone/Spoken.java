package io.holdfast.freezing.phone;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that was spoken about an order.
 *
 * @param notices the calls, oldest entry first
 * @param adoption what the station says; null for an order that the police asked for themselves
 */
public record Spoken(List<OralNotice> notices, @Nullable Adoption adoption) {
  /** Most calls kept of one order. */
  public static final int NOTICES_MAX = 8;

  /** Nothing was spoken. */
  public static final Spoken NOTHING = new Spoken(List.of(), null);

  public Spoken {
    notices = List.copyOf(notices);
  }

  /** With one more call. */
  public Spoken with(OralNotice notice) {
    var more = new ArrayList<>(notices);
    more.add(notice);
    return new Spoken(more, adoption);
  }

  /** With another proof of the last caller. */
  public Spoken with(CallerProof proof) {
    var all = new ArrayList<>(notices);
    all.add(all.removeLast().with(proof));
    return new Spoken(all, adoption);
  }

  /** With the station's word. */
  public Spoken with(Adoption next) {
    return new Spoken(notices, next);
  }

  /** As of {@code now}. */
  public Spoken at(Instant now) {
    return adoption == null ? this : new Spoken(notices, adoption.at(now));
  }

  /** When the bank was first called: from then the 24 hours for the papers run. */
  public Optional<Instant> firstCall() {
    return notices.stream().map(OralNotice::callTime).min(Comparator.naturalOrder());
  }

  /** When a station took an order born at the bank for its own; empty: it has not, or need not. */
  public Optional<Instant> adoptTime() {
    return adoption instanceof Adoption.Adopted adopted
        ? Optional.of(adopted.adoptTime())
        : Optional.empty();
  }

  /** Whether the order was born at the bank and belongs to no case yet. */
  public boolean awaitsCase() {
    return adoption != null && !(adoption instanceof Adoption.Adopted);
  }
}
