package io.holdfast.freezing.lookup.desk;

import io.holdfast.freezing.lookup.AccountQuery;
import io.holdfast.freezing.lookup.GivenAnswer;
import io.holdfast.freezing.lookup.LookupAnswer;
import io.holdfast.freezing.lookup.LookupCommand;
import io.holdfast.freezing.lookup.LookupNext;
import io.holdfast.freezing.lookup.LookupRequest;
import io.holdfast.freezing.routing.RoutedKind;
import io.holdfast.freezing.routing.Routing;
import io.holdfast.freezing.stop.Inflow;
import io.holdfast.freezing.stop.Layer;
import io.holdfast.freezing.stop.Limits;
import io.holdfast.freezing.stop.Outflow;
import io.holdfast.freezing.stop.Payee;
import io.holdfast.freezing.stop.Purpose;
import io.holdfast.freezing.stop.Sharing;
import io.holdfast.freezing.stop.StopCommand;
import io.holdfast.freezing.stop.StopRequest;
import io.holdfast.freezing.stop.TransferOut;
import io.holdfast.freezing.stop.desk.OrderMaker;
import io.holdfast.freezing.stop.desk.StopDesk;
import io.holdfast.freezing.stop.policy.StopPolicies;
import io.holdfast.freezing.trail.Trail;
import io.holdfast.freezing.trail.desk.CaseAccounts;
import io.holdfast.freezing.trail.store.TrailBook;
import io.holdfast.kit.id.Ids;
import io.holdfast.kit.mongo.Mutation;
import io.holdfast.kit.mongo.Stored;
import io.holdfast.kit.value.Personal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Follows the answers of lookups: the payee's stop is opened, the next institution asked; and what
 * rested on an answer taken back is withdrawn. Every step may be repeated.
 */
public final class FollowDesk {
  private final LookupDesk lookups;
  private final StopDesk stops;
  private final OrderMaker maker;
  private final TrailBook trails;
  private final CaseAccounts accounts;
  private final StopPolicies policies;

  public FollowDesk(
      LookupDesk lookups,
      StopDesk stops,
      OrderMaker maker,
      TrailBook trails,
      CaseAccounts accounts,
      StopPolicies policies) {
    this.lookups = lookups;
    this.stops = stops;
    this.maker = maker;
    this.trails = trails;
    this.accounts = accounts;
    this.policies = policies;
  }

  /** Follows the answer of this number, if it counts and waits for that. */
  public void follow(String id, int answer, Mutation by) {
    Stored<AccountQuery> stored = lookups.find(id).orElse(null);
    if (stored == null
        || stored.state().answer() == null
        || stored.state().answer().number() != answer
        || !(stored.state().next() instanceof LookupNext.Following(boolean beyondBounds))) {
      return;
    }
    GivenAnswer given = stored.state().answer();
    LookupNext next =
        switch (given.answer()) {
          case LookupAnswer.Told(var payee, var serial) -> stop(stored, given, payee, serial, by);
          case LookupAnswer.Onward onward -> ask(stored, given, onward, beyondBounds, by);
          case LookupAnswer.Unable _ -> new LookupNext.EndsHere();
        };
    Stored<AccountQuery> settled =
        lookups.told(id, by, new LookupCommand.Settle(given.number(), next));
    // The institution may have taken it back while it was being followed.
    if (!settled.state().next().equals(next)) {
      withdraw(id, given.number(), next, by);
    }
  }

  /** The payee's account gets its order, or the payment is added to the one it has. */
  private LookupNext stop(
      Stored<AccountQuery> stored, GivenAnswer given, Payee payee, String serial, Mutation by) {
    LookupRequest asked = stored.state().request();
    Limits limits = policies.limits(stored.policy(), Purpose.SUSPECT);
    String order = order(stored.id(), given.number());
    Instant now = stops.now();
    Trail.Taken taken =
        trails.follow(
            asked.caseId(),
            stored.policy(),
            // The case has no more lookups than transfers: nothing else need bound these.
            new Trail.Wanted(
                accounts.key(payee),
                order,
                stored.id(),
                given.number(),
                Layer.FIRST.number(),
                true),
            accounts.standing(asked.caseId(), now),
            new Trail.Bounds(limits.layersMax(), limits.ordersPerCaseMax()));
    return switch (taken.next()) {
      case Outflow.Next.Opened(var opened) -> {
        TransferOut transfer = serial.isBlank() ? asked.transfer() : asked.transfer().known(serial);
        String merged =
            maker
                .make(Map.of(opened, request(stored, payee, transfer, given, limits, now)), by, now)
                .get(opened);
        // The case got an order there at the same instant; that one has the payment now.
        yield merged == null
            ? new LookupNext.StopOpened(opened)
            : new LookupNext.StopJoined(merged, !carries(merged, asked.transfer()));
      }
      case Outflow.Next.Joined(var there) -> {
        boolean add = !carries(there, asked.transfer());
        if (add) {
          TransferOut paid = asked.transfer();
          var source = Inflow.Source.lookup(stored.id(), given.number());
          var inflow = new Inflow(source, paid.amountFen(), paid.time());
          stops.told(there, by, new StopCommand.JoinInflow(inflow));
        }
        yield new LookupNext.StopJoined(there, add);
      }
      case Outflow.Next.HeldBack _,
          Outflow.Next.EndsHere _,
          Outflow.Next.Opening _,
          Outflow.Next.Withdrawn _ ->
          new LookupNext.EndsHere();
    };
  }

  /** The victim may have learned the account meanwhile, and the case asked for its stop itself. */
  private boolean carries(String order, TransferOut transfer) {
    return stops
        .find(order)
        .filter(stored -> Sharing.carries(stored.state(), transfer))
        .isPresent();
  }

  private static StopRequest request(
      Stored<AccountQuery> stored,
      Payee payee,
      TransferOut transfer,
      GivenAnswer given,
      Limits limits,
      Instant now) {
    LookupRequest asked = stored.state().request();
    return new StopRequest(
        asked.queryNumber() + '-' + given.number(),
        asked.caseId(),
        asked.station(),
        asked.stationAncestors(),
        asked.region(),
        asked.officer(),
        asked.secondOfficer(),
        payee,
        List.of(transfer),
        asked.reportTime(),
        now,
        limits,
        Layer.FIRST,
        StopRequest.Corrects.NOTHING,
        asked.confirmation(),
        new StopRequest.FoundBy(stored.id(), given.number(), asked.seen()),
        Purpose.SUSPECT);
  }

  private LookupNext ask(
      Stored<AccountQuery> stored,
      GivenAnswer given,
      LookupAnswer.Onward onward,
      boolean beyondBounds,
      Mutation by) {
    LookupRequest asked = stored.state().request();
    var target =
        new Payee(
            RoutedKind.WALLET,
            onward.institutionName(),
            onward.institution(),
            Personal.of(Personal.Kind.ACCOUNT, ""),
            Personal.of(Personal.Kind.NAME, ""));
    Optional<LookupNext.Bound> bound = beyondBounds ? Optional.empty() : bound(stored, target);
    if (bound.isPresent()) {
      return new LookupNext.HeldBack(bound.get());
    }
    String next = step(stored.id(), given.number());
    Instant now = lookups.now();
    String here = stored.state().destination().bank();
    lookups.make(
        Map.of(next, asked.onward(stored.id(), here, onward, target, now)),
        stored.state().consent(),
        by,
        now);
    return new LookupNext.NextAsked(next);
  }

  private Optional<LookupNext.Bound> bound(Stored<AccountQuery> stored, Payee target) {
    LookupRequest asked = stored.state().request();
    if (asked.step().number() >= asked.limits().stepsMax()) {
      return Optional.of(LookupNext.Bound.STEPS);
    }
    return lookups.route(target) instanceof Routing.Found found
            && (asked.step().asked().contains(found.institution())
                || stored.state().destination().bank().equals(found.institution()))
        ? Optional.of(LookupNext.Bound.ASKED_BEFORE)
        : Optional.empty();
  }

  /**
   * Takes back what rested on the answer of this number, and nothing that a later one has led to.
   */
  public void withdraw(String id, int answer, Mutation by) {
    AccountQuery query = lookups.find(id).map(Stored::state).orElse(null);
    GivenAnswer taken = query == null ? null : query.answer(answer).orElse(null);
    if (query != null && taken != null) {
      if (taken.next() instanceof LookupNext.Following) {
        reached(query, id, taken, by);
      } else {
        withdraw(id, answer, taken.next(), by);
      }
    }
  }

  /** A crash may have kept the lookup from learning how far its answer was followed. */
  private void reached(AccountQuery query, String id, GivenAnswer taken, Mutation by) {
    int answer = taken.number();
    String order = order(id, answer);
    if (stops.has(order)) {
      withdraw(id, answer, new LookupNext.StopOpened(order), by);
    }
    if (taken.answer() instanceof LookupAnswer.Told(var payee, _)) {
      accounts
          .live(query.request().caseId(), payee, stops.now())
          .ifPresent(there -> withdraw(id, answer, new LookupNext.StopJoined(there, true), by));
    }
    String step = step(id, answer);
    if (lookups.find(step).isPresent()) {
      withdraw(id, answer, new LookupNext.NextAsked(step), by);
    }
  }

  private static String order(String id, int answer) {
    return Ids.derived("lookup", id, Integer.toString(answer));
  }

  private static String step(String id, int answer) {
    return Ids.derived("lookup-step", id, Integer.toString(answer));
  }

  private void withdraw(String id, int answer, LookupNext next, Mutation by) {
    var leave = new StopCommand.LeaveInflow(Inflow.Source.lookup(id, answer));
    switch (next) {
      case LookupNext.StopOpened(var order) -> {
        stops.told(order, by, new StopCommand.WithdrawMistaken());
        // Its account may have been found to have an order of the case only later.
        stops.told(stops.standing(order), by, leave);
      }
      case LookupNext.StopJoined(var order, boolean added) -> {
        if (added) {
          stops.told(order, by, leave);
          stops.told(stops.standing(order), by, leave);
        }
      }
      case LookupNext.NextAsked(var query) ->
          lookups.told(query, by, new LookupCommand.WithdrawMistaken());
      case LookupNext.EndsHere _, LookupNext.Following _, LookupNext.HeldBack _ -> {}
    }
  }
}
