package io.holdfast.freezing.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.freezing.account.Account.Full;
import io.holdfast.freezing.account.Account.Taken;
import io.holdfast.freezing.account.Place.Use;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AccountTest {
  private static final Instant NOON = Instant.parse("2026-11-21T04:00:00Z");

  @Test
  void placesAreTakenInOrderUpToThePolicysNumber() {
    Account one = taken(Account.unused(), "a", Use.STOP, 1);
    Account two = taken(one, "b", Use.STOP, 2);
    assertThat(two.take("c", "case", Use.STOP, 2, NOON)).isEqualTo(new Full(2));
  }

  @Test
  void takingTwiceChangesNothing() {
    Account one = taken(Account.unused(), "a", Use.STOP, 1);
    assertThat(one.take("a", "case", Use.STOP, 2, NOON.plusSeconds(9)))
        .isEqualTo(new Taken(one, 1));
  }

  @Test
  void anExtensionTakesTheSecondPlaceOfTheSameOrder() {
    Account one = taken(Account.unused(), "a", Use.STOP, 1);
    Account two = taken(one, "a", Use.EXTENSION, 2);
    assertThat(two.take("b", "case", Use.STOP, 2, NOON)).isEqualTo(new Full(2));
    assertThat(two.take("a", "case", Use.EXTENSION, 2, NOON)).isEqualTo(new Taken(two, 2));
  }

  @Test
  void aPlaceGivenBackIsTheNextToBeTaken() {
    Account two =
        taken(taken(Account.unused(), "a", Use.STOP, 1), "b", Use.STOP, 2)
            .without(place -> place.order().equals("a"));
    Account again = taken(two, "c", Use.STOP, 1);
    assertThat(again.places()).extracting(Place::number).containsExactly(1, 2);
  }

  @Test
  void ordersThatMetABiggerNumberKeepTheirPlaces() {
    Account three =
        taken(
            taken(taken(Account.unused(), "a", Use.STOP, 1), "b", Use.STOP, 2),
            "c",
            Use.STOP,
            3,
            3);
    assertThat(three.take("d", "case", Use.STOP, 2, NOON)).isEqualTo(new Full(2));
    assertThat(three.take("c", "case", Use.STOP, 2, NOON)).isEqualTo(new Taken(three, 3));
  }

  private static Account taken(Account account, String order, Use use, int expected) {
    return taken(account, order, use, expected, 2);
  }

  private static Account taken(Account account, String order, Use use, int expected, int max) {
    return switch (account.take(order, "case", use, max, NOON)) {
      case Taken(var next, int number) -> {
        assertThat(number).isEqualTo(expected);
        yield next;
      }
      case Full full -> throw new AssertionError(full);
    };
  }
}
