package io.holdfast.freezing.account.store;

import io.holdfast.freezing.account.Account;
import io.holdfast.freezing.account.Account.Full;
import io.holdfast.freezing.account.Account.Taken;
import io.holdfast.freezing.account.Joining;
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
 * is first cleared of places whose orders need them no longer, so that nobody is refused for a stop
 * that was never made. While an order's stop runs there, or may yet, the next one joins it; which
 * of several that come at one instant leads is decided by the same write.
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
      /** The order's stop runs: others join it. */
      RUNNING,
      /** The order's stop may yet run: others join it that were not made themselves. */
      EXPECTED,
      /** The order is just being made; it will run, if it is made in time. */
      BEING_MADE,
      /** The order has stopped the account, and that stop is over. */
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

    /** None is needed: the stop of another order runs there, or may yet. */
    record Joined(String lead, String leadsCase) implements Outcome {}
  }

  /**
   * What an order wants of an account.
   *
   * @param uses a place for each
   * @param max places the account has under the order's policy
   * @param joins whose stop it may join instead
   * @param notWith an order it does not join; empty: any will do
   */
  public record Claim(
      String order,
      String caseId,
      List<Place.Use> uses,
      int max,
      String policy,
      Joining joins,
      String notWith) {
    public Claim {
      uses = List.copyOf(uses);
    }
  }

  /** How long an order may be in the making and still be joined. */
  public static boolean joinable(Instant takeTime, Instant now) {
    return !takeTime.plus(UNDER_WAY).isBefore(now);
  }

  public AccountBook(Aggregates<Account> accounts, Holders holders, RandomGenerator random) {
    this.accounts = accounts;
    this.holders = holders;
    this.random = random;
  }

  /**
   * Takes a place for each use, or none.
   *
   * @throws Problem BUSY or STORE_UNAVAILABLE: not known now, ask again
   */
  public Outcome take(String account, Claim claim, Instant now) {
    for (int i = 1; ; i++) {
      try {
        return takeOnce(account, claim, now);
      } catch (Problem e) {
        if (e.reason() != KitReason.BUSY || i == TRIES_MAX) {
          throw e;
        }
        pause(i);
      }
    }
  }

  private Outcome takeOnce(String account, Claim claim, Instant now) {
    Mutation by = Mutation.clock(claim.policy(), "count");
    Stored<Account> there = accounts.find(account).orElse(null);
    if (there == null) {
      Attempts fresh = attempt(Account.unused(), claim, now);
      there =
          accounts.create(
              new Creation<>(account, claim.policy(), NOBODY, fresh.next(), List.of()), by);
      if (there.state().equals(fresh.next())) {
        return fresh.outcome();
      }
    }
    var outcome = new AtomicReference<Outcome>(new Outcome.Exceeded(claim.max()));
    accounts.change(
        account,
        by,
        seen -> {
          Attempts result = attempt(account, seen.state(), claim, now);
          outcome.set(result.outcome());
          return result.next().equals(seen.state()) ? Change.none() : Change.to(result.next());
        });
    return outcome.get();
  }

  private record Attempts(Account next, Outcome outcome) {}

  private Attempts attempt(String id, Account start, Claim claim, Instant now) {
    Account cleared = start;
    for (Place place : start.places()) {
      if (place.order().equals(claim.order())) {
        continue;
      }
      Holders.Need need = holders.need(id, place);
      if (joins(need, place, claim.joins(), now)
          && place.isStop()
          && !cleared.has(claim.order())
          && !place.order().equals(claim.notWith())) {
        return new Attempts(cleared, new Outcome.Joined(place.order(), place.caseId()));
      }
      if (needless(need, place, now)) {
        cleared = cleared.without(place::equals);
      }
    }
    return attempt(cleared, claim, now);
  }

  private static boolean joins(Holders.Need need, Place place, Joining joins, Instant now) {
    return switch (need) {
      case RUNNING -> joins != Joining.NONE;
      case EXPECTED -> joins == Joining.EXPECTED;
      case BEING_MADE -> joins == Joining.EXPECTED && joinable(place.takeTime(), now);
      case NEEDED, NOT_NEEDED, UNDER_WAY -> false;
    };
  }

  private static Attempts attempt(Account start, Claim claim, Instant now) {
    Account account = start;
    var numbers = new ArrayList<Integer>();
    for (Place.Use use : claim.uses()) {
      switch (account.take(claim.order(), claim.caseId(), use, claim.max(), now)) {
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

  private static boolean needless(Holders.Need need, Place place, Instant now) {
    return switch (need) {
      case RUNNING, EXPECTED, BEING_MADE, NEEDED -> false;
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
