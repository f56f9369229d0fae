package io.holdfast.freezing.stop.desk;

import io.holdfast.freezing.account.Place;
import io.holdfast.freezing.match.BankRecord;
import io.holdfast.freezing.match.FourWayMatch;
import io.holdfast.freezing.match.Match;
import io.holdfast.freezing.routing.Router;
import io.holdfast.freezing.routing.Routing;
import io.holdfast.freezing.stop.BankAnswer;
import io.holdfast.freezing.stop.Clocks;
import io.holdfast.freezing.stop.Count;
import io.holdfast.freezing.stop.Decision;
import io.holdfast.freezing.stop.Destination;
import io.holdfast.freezing.stop.Evolution;
import io.holdfast.freezing.stop.Limits;
import io.holdfast.freezing.stop.StopCommand;
import io.holdfast.freezing.stop.StopOrder;
import io.holdfast.freezing.stop.StopRules;
import io.holdfast.freezing.stop.StopState;
import io.holdfast.freezing.stop.StopStateName;
import io.holdfast.freezing.stop.events.StopFacts;
import io.holdfast.freezing.stop.seal.OrderSealer;
import io.holdfast.kit.access.Call;
import io.holdfast.kit.mongo.Aggregates;
import io.holdfast.kit.mongo.Change;
import io.holdfast.kit.mongo.Mutation;
import io.holdfast.kit.mongo.Stored;
import io.holdfast.kit.problem.KitReason;
import io.holdfast.kit.problem.Problem;
import io.holdfast.kit.time.LegalClock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** What is done with stop orders: load, decide, save, tell. */
public final class StopDesk {
  private final Aggregates<StopOrder> orders;
  private final OrderCount count;
  private final Supplier<Router> router;
  private final OrderSealer sealer;
  private final FourWayMatch matching;
  private final LegalClock clock;

  /**
   * @param router the routing table in force
   */
  public StopDesk(
      Aggregates<StopOrder> orders,
      OrderCount count,
      Supplier<Router> router,
      OrderSealer sealer,
      FourWayMatch matching,
      LegalClock clock) {
    this.orders = orders;
    this.count = count;
    this.router = router;
    this.sealer = sealer;
    this.matching = matching;
    this.clock = clock;
  }

  /** Now, to the millisecond, as everything is stored. */
  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** The order, if the caller's rule reaches it and it is still his to act on. */
  public Stored<StopOrder> get(Call call, String id) {
    Stored<StopOrder> stored = orders.load(call, id);
    requireAtHand(call, stored);
    return stored;
  }

  /**
   * The order as the caller knows it: a bank asked before sees its own answer and nothing of what
   * followed.
   */
  public Stored<StopOrder> shown(Call call, String id) {
    return asKnownTo(call, orders.load(call, id));
  }

  /** The same of one that is loaded. */
  public static Stored<StopOrder> asKnownTo(Call call, Stored<StopOrder> stored) {
    StopOrder known = stored.state().asKnownTo(call.caller().institution());
    return new Stored<>(
        stored.id(),
        stored.v(),
        stored.rev(),
        stored.policy(),
        stored.access(),
        stored.createTime(),
        known);
  }

  /** A bank whose account it is not has no more part in the order than its own answer. */
  static void requireAtHand(Call call, Stored<StopOrder> stored) {
    if (stored.state().refusedBy(call.caller().institution())) {
      throw Problem.of(KitReason.ACCESS_DENIED);
    }
  }

  /** Compares an order the bank has in hand with the bank's record; changes nothing. */
  public Match match(Call call, String id, BankRecord record) {
    StopOrder order = get(call, id).state().at(now());
    if (order.state().name() != StopStateName.ACKNOWLEDGED) {
      throw Problem.of(
          StopReason.STOP_WRONG_STATE,
          "state",
          order.state().name().name(),
          "allowed",
          StopStateName.ACKNOWLEDGED.name());
    }
    return match(order, record);
  }

  /** The four-way match of an order under its own limits. */
  public Match match(StopOrder order, BankRecord record) {
    Limits limits = order.limits();
    return matching.compare(
        order.told(), record, new FourWayMatch.Spans(limits.near(), limits.late()));
  }

  /** Does what a caller wants, or refuses. */
  public Stored<StopOrder> act(Call call, String id, Mutation by, StopCommand command) {
    return act(call, id, by, _ -> command);
  }

  /** The same where what is wanted follows from the order. */
  public Stored<StopOrder> act(
      Call call, String id, Mutation by, Function<Stored<StopOrder>, StopCommand> command) {
    return orders.change(
        call,
        id,
        by,
        seen -> {
          requireAtHand(call, seen);
          return decide(seen, command.apply(seen), now());
        });
  }

  /** The order, whoever may see it. */
  public Optional<Stored<StopOrder>> find(String id) {
    return orders.find(id);
  }

  /** Whether there is such an order, whoever may see it. */
  public boolean has(String id) {
    return orders.find(id).isPresent();
  }

  /** The order that the case's money on its account is counted with: itself, or what it joined. */
  public String standing(String id) {
    return find(id)
        .map(stored -> stored.state().count())
        .map(count -> count instanceof Count.Joined(var lead, boolean own) && own ? lead : id)
        .orElse(id);
  }

  /** Does what another order's change has brought about; what is done already stays done. */
  public Stored<StopOrder> told(String id, Mutation by, StopCommand command) {
    return orders.change(id, by, seen -> decide(seen, command, now()));
  }

  /** Records a stop on the match of the bank's record, as much of it as the order wants. */
  public Stored<StopOrder> recordStop(
      Call call,
      String id,
      Mutation by,
      Function<StopOrder, BankRecord> record,
      Function<Match, StopCommand> command) {
    return act(
        call, id, by, seen -> command.apply(match(seen.state(), record.apply(seen.state()))));
  }

  /** Gives an order its bank by hand; it goes out at once, and its account is asked right after. */
  public Stored<StopOrder> route(Call call, String id, Mutation by, String bank) {
    requireBank(bank);
    return counted(act(call, id, by, seen -> routing(seen, bank)));
  }

  /** The same of an order that others share, wanted by one of them. */
  Stored<StopOrder> route(String id, Mutation by, String bank) {
    requireBank(bank);
    return counted(orders.change(id, by, seen -> decide(seen, routing(seen, bank), now())));
  }

  private void requireBank(String bank) {
    if (router.get().bank(bank).isEmpty()) {
      throw Problem.of(StopReason.INSTITUTION_UNKNOWN, "institution", bank);
    }
  }

  private StopCommand routing(Stored<StopOrder> seen, String bank) {
    Instant now = now();
    var to =
        new Destination.Bank(bank, Routing.Basis.BY_OFFICER, "chosen by the officer, by hand", now);
    return new StopCommand.Route(to, sealer.seal(seen.id(), seen.state().request(), bank, now));
  }

  /**
   * Sends an order on by itself that a bank has said is not its own: to whom that bank names, or
   * else to whom the table names besides those asked. Known to neither, it waits for a person.
   */
  public void reroute(String id, Mutation by) {
    Stored<StopOrder> stored = orders.find(id).orElse(null);
    if (stored == null
        || !(stored.state().answer() instanceof BankAnswer.NotOurs answer)
        || !(stored.state().state() instanceof StopState.NotOurs)) {
      return;
    }
    Instant now = now();
    Reroute.to(router.get(), stored.state(), answer, now)
        .ifPresent(
            to -> {
              var seal = sealer.seal(id, stored.state().request(), to.institution(), now);
              Stored<StopOrder> routed =
                  orders.change(
                      id,
                      by,
                      seen ->
                          // Its bank may have taken the answer back, or a person been faster.
                          seen.state().equals(stored.state())
                              ? decide(seen, new StopCommand.Route(to, seal), now())
                              : Change.none());
              counted(routed);
            });
  }

  /** Fires what is due: clocks, and the question to the account that is still open. */
  public void wake(String id) {
    Stored<StopOrder> stored = orders.find(id).orElse(null);
    if (stored == null) {
      return;
    }
    Instant now = now();
    if (!Clocks.due(stored.state(), now).isEmpty()) {
      stored =
          orders.change(
              id,
              Mutation.clock(stored.policy(), "clocks"),
              seen -> decide(seen, new StopCommand.FireClocks(), now()));
    }
    if (stored.state().count() instanceof Count.Pending(var retry) && !retry.isAfter(now)) {
      counted(stored);
    }
  }

  /** The order once its account has been asked, where that is still open. */
  public Stored<StopOrder> counted(Stored<StopOrder> stored) {
    StopOrder order = stored.state();
    if (!(order.count() instanceof Count.Pending)
        || !(order.destination() instanceof Destination.Bank)
        || !order.needsPlace(Place.Use.STOP)) {
      return stored;
    }
    StopCommand told = count.ask(stored.id(), order, now());
    return orders.change(
        stored.id(),
        Mutation.clock(stored.policy(), "count"),
        seen ->
            // Another bank meanwhile: what this account said is of no use.
            seen.state().destination().equals(order.destination())
                ? decide(seen, told, now())
                : Change.none());
  }

  /** The change a command makes, or the refusal thrown. */
  static Change<StopOrder> decide(Stored<StopOrder> seen, StopCommand command, Instant now) {
    return switch (StopRules.decide(seen.state(), command, now)) {
      case Decision.Rejected(var rejection) -> throw Problems.of(rejection);
      case Decision.Accepted(var events) -> {
        if (events.isEmpty()) {
          yield Change.none();
        }
        StopOrder next = Evolution.evolve(seen.state(), events);
        yield new Change<>(
            next, Parties.after(seen, events), StopFacts.of(seen.id(), next, events, now));
      }
    };
  }
}
