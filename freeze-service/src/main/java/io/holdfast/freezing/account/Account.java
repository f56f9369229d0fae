package io.holdfast.freezing.account;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The stops of one account, in places of a bounded number. Who holds a place may stop; who finds
 * none is withdrawn. Whoever comes while an order's stop runs, or may yet, takes no place: he joins
 * that one. A stop that was made is used up for good, released or lapsed alike; an order the bank
 * never acted on (mismatched, failed, not its account, recalled) gives its place back, which is
 * looked at when the next order comes.
 *
 * <p>Counted per account by default, or per account and case where the policy says so: 86号 leaves
 * it open.
 *
 * @param places by number
 */
public record Account(List<Place> places) {
  public Account {
    places = List.copyOf(places);
  }

  /** An account nobody has stopped yet. */
  public static Account unused() {
    return new Account(List.of());
  }

  /** What became of an attempt to take a place. */
  public sealed interface Attempt {}

  /**
   * The order holds a place, since now or before.
   *
   * @param next the account with it; the same one where it held the place before
   */
  public record Taken(Account next, int number) implements Attempt {}

  /** Every place is held by somebody else. */
  public record Full(int max) implements Attempt {}

  /** Takes the lowest free place. Taking twice changes nothing. */
  public Attempt take(String order, String caseId, Place.Use use, int max, Instant now) {
    for (Place place : places) {
      if (place.isFor(order, use)) {
        return new Taken(this, place.number());
      }
    }
    for (int number = 1; number <= max; number++) {
      if (isFree(number)) {
        var more = new ArrayList<>(places);
        more.add(
            number - 1 < more.size() ? number - 1 : more.size(),
            new Place(number, order, caseId, use, now));
        return new Taken(new Account(more), number);
      }
    }
    return new Full(max);
  }

  /** Whether the order's stop has a place. */
  public boolean has(String order) {
    return places.stream().anyMatch(place -> place.isFor(order, Place.Use.STOP));
  }

  /** Without the places that are not needed any more. */
  public Account without(Predicate<Place> needless) {
    return new Account(places.stream().filter(needless.negate()).toList());
  }

  private boolean isFree(int number) {
    return places.stream().noneMatch(place -> place.number() == number);
  }
}
