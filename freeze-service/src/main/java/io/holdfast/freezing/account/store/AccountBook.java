package io.holdfast.freezing.account.store;

import io.holdfast.freezing.account.Account;
import io.holdfast.freezing.account.Account.Full;
import io.holdfast.freezing.account.Account.Taken;
import io.holdfast.freezing.account.Place;
import io.holdfast.kit.mongo.Aggregates;
import io.holdfast.kit.mongo.Change;
import io.holdfast.kit.mongo.Creation;
import io.holdfast.kit.mongo.Layout;
import io.holdfast.kit.mongo.Mutation;
import io.holdfast.kit.mongo.Stored;
import io.holdfast.kit.problem.KitReason;
import io.holdfast.kit.problem.Problem;
import io.holdfast.kit.value.Access;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;

/**
 * The accounts' places. One place is taken by one compare-and-set, idempotent by order; an account
 * found full is first cleared of places whose orders need them no longer, so that nobody is refused
 * for a stop that was never made.
 */
public final class AccountBook {
  /** Bookkeeping of orders whose own changes are audited. */
  public static final Layout<Account> LAYOUT =
      Layout.silent("accounts", Account.class, List.of(), _ -> Map.of());

  /** How long an order may need from taking a place to saying so. */
  private static final Duration UNDER_WAY = Duration.ofMinutes(1);

  private static final int TRIES_MAX = 8;
  private static final Access NOBODY = new Access(List.of(), List.of(), List.of());

  private final Aggregates<Account> accounts;
  private final Holders holders;
  private final RandomGenerator random;

  /** Tells whether a place's order still needs it. */
  @FunctionalInterface
  public interface Holders {
    /** How a place stands with its order. */
    enum Need {
      /** The order stopped the account, may yet do so, or is just being made. */
      NEEDED,
      /** The order came to nothing here. */
      NOT_NEEDED,
      /** The order does not say so, but may be about to: only an old place is free then. */
      UNDER_WAY
    }

    /** Whether {@code place} of {@code account} is still needed. */
    Need need(String account, Place place);
  }

  /** What became of an attempt to take places. */
  public sealed interface Outcome {
    /** All of them are held, in the order asked for. */
    record Held(List<Integer> numbers) implements Outcome {
      public Held {
        numbers = List.copyOf(numbers);
      }
    }

    /** At least one of them is not to be had; none was taken that was not held before. */
    record Exceeded(int max) implements Outcome {}
  }

  public AccountBook(Aggregates<Account> accounts, Holders holders, RandomGenerator random) {
    this.accounts = accounts;
    this.holders = holders;
    this.random = random;
  }

  /**
   * Takes a place for each use, or none.
   *
   * @param max places the account has under the order's policy
   * @throws Problem BUSY or STORE_UNAVAILABLE: not known now, ask again
   */
  public Outcome take(
      String account, String order, List<Place.Use> uses, int max, String policy, Instant now) {
    for (int i = 1; ; i++) {
      try {
        return takeOnce(account, order, uses, max, policy, now);
      } catch (Problem e) {
        if (e.reason() != KitReason.BUSY || i == TRIES_MAX) {
          throw e;
        }
        pause(i);
      }
    }
  }

  private Outcome takeOnce(
      String account, String order, List<Place.Use> uses, int max, String policy, Instant now) {
    Mutation by = Mutation.clock(policy, "count");
    Stored<Account> there = accounts.find(account).orElse(null);
    if (there == null) {
      Attempts fresh = attempt(Account.unused(), order, uses, max, now);
      there = accounts.create(new Creation<>(account, policy, NOBODY, fresh.next(), List.of()), by);
      if (there.state().equals(fresh.next())) {
        return fresh.outcome();
      }
    }
    var outcome = new AtomicReference<Outcome>(new Outcome.Exceeded(max));
    accounts.change(
        account,
        by,
        seen -> {
          Attempts result = attempt(seen.state(), order, uses, max, now);
          if (result.outcome() instanceof Outcome.Exceeded) {
            Account cleared = seen.state().without(place -> needless(account, place, now));
            result = attempt(cleared, order, uses, max, now);
          }
          outcome.set(result.outcome());
          return result.next().equals(seen.state()) ? Change.none() : Change.to(result.next());
        });
    return outcome.get();
  }

  private record Attempts(Account next, Outcome outcome) {}

  private static Attempts attempt(
      Account start, String order, List<Place.Use> uses, int max, Instant now) {
    Account account = start;
    var numbers = new ArrayList<Integer>();
    for (Place.Use use : uses) {
      switch (account.take(order, use, max, now)) {
        case Taken(var next, int number) -> {
          account = next;
          numbers.add(number);
        }
        case Full(int full) -> {
          return new Attempts(start, new Outcome.Exceeded(full));
        }
      }
    }
    return new Attempts(account, new Outcome.Held(numbers));
  }

  private boolean needless(String account, Place place, Instant now) {
    return switch (holders.need(account, place)) {
      case NEEDED -> false;
      case NOT_NEEDED -> true;
      case UNDER_WAY -> place.takeTime().plus(UNDER_WAY).isBefore(now);
    };
  }

  private void pause(int attempt) {
    try {
      Thread.sleep(random.nextLong(5L * attempt + 1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Problem.of(KitReason.BUSY);
    }
  }
}
