package io.holdfast.freezing.stop.desk;

import io.holdfast.freezing.routing.Routing;
import io.holdfast.freezing.routing.Wanted;
import io.holdfast.freezing.stop.Count;
import io.holdfast.freezing.stop.Decision;
import io.holdfast.freezing.stop.Evolution;
import io.holdfast.freezing.stop.MadeOrder;
import io.holdfast.freezing.stop.Payee;
import io.holdfast.freezing.stop.Seal;
import io.holdfast.freezing.stop.StopCommand;
import io.holdfast.freezing.stop.StopEvent;
import io.holdfast.freezing.stop.StopOrder;
import io.holdfast.freezing.stop.StopRequest;
import io.holdfast.freezing.stop.StopRules;
import io.holdfast.freezing.stop.events.StopFacts;
import io.holdfast.freezing.stop.seal.OrderSealer;
import io.holdfast.kit.mongo.Aggregates;
import io.holdfast.kit.mongo.Creation;
import io.holdfast.kit.mongo.Mutation;
import io.holdfast.kit.mongo.Stored;
import io.holdfast.kit.value.Access;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes orders: routed by what is known here, counted at their accounts, signed, all of one cause
 * in one write. Their ids come from outside, so that a repeat makes nothing new.
 */
public final class OrderMaker {
  private final Aggregates<StopOrder> orders;
  private final OrderCount count;
  private final Function<Wanted, Routing> routing;
  private final OrderSealer sealer;

  public OrderMaker(
      Aggregates<StopOrder> orders,
      OrderCount count,
      Function<Wanted, Routing> routing,
      OrderSealer sealer) {
    this.orders = orders;
    this.count = count;
    this.routing = routing;
    this.sealer = sealer;
  }

  /**
   * Makes an order of each request, by the order's id.
   *
   * @return those that were merged into an order their case has on the account already, by id: that
   *     order's id
   */
  public Map<String, String> make(Map<String, StopRequest> requests, Mutation by, Instant now) {
    Map<String, Draft> drafts = new LinkedHashMap<>();
    requests.forEach((id, request) -> drafts.put(id, draft(id, request, now)));
    Map<String, StopOrder> fresh = new LinkedHashMap<>();
    drafts.forEach((id, draft) -> fresh.put(id, draft.order(new Count.Pending(now), now).order()));
    Map<String, Count> counts = count.counts(fresh, now);
    List<Creation<StopOrder>> creations = new ArrayList<>();
    drafts.forEach(
        (id, draft) -> {
          Count known = counts.getOrDefault(id, new Count.Pending(now));
          creations.add(creation(id, draft.order(known, now), now));
        });
    Map<String, String> merged = new LinkedHashMap<>();
    for (Stored<StopOrder> made : orders.createAll(creations, by)) {
      if (made.state().count() instanceof Count.Joined(var lead, boolean own) && own) {
        merged.put(made.id(), lead);
      }
    }
    return merged;
  }

  /**
   * Makes an order that a bank has acted on already: its answer, then what its account says, each
   * decided as for any other order.
   *
   * @param birth what is told of its making
   * @param party the institution that acted, where it is not the order's bank itself
   */
  public Stored<StopOrder> born(
      String id,
      StopOrder order,
      StopCommand answer,
      StopEvent birth,
      String party,
      Mutation by,
      Instant now) {
    var events = new ArrayList<StopEvent>();
    events.add(birth);
    StopOrder next = after(order, answer, events, now);
    next = after(next, count.ask(id, next, now), events, now);
    Creation<StopOrder> creation = creation(id, new MadeOrder(next, events), now);
    return orders.create(
        new Creation<>(
            id, creation.policy(), creation.access().with(party), next, creation.facts()),
        by);
  }

  /** Refuses what {@link #born} would. */
  public void requirePossible(StopOrder order, StopCommand answer, Instant now) {
    after(order, answer, new ArrayList<>(), now);
  }

  private static StopOrder after(
      StopOrder order, StopCommand command, List<StopEvent> events, Instant now) {
    return switch (StopRules.decide(order, command, now)) {
      case Decision.Rejected(var rejection) -> throw Problems.of(rejection);
      case Decision.Accepted(var more) -> {
        events.addAll(more);
        yield Evolution.evolve(order, more);
      }
    };
  }

  /** Where an account lies. */
  public Routing route(Payee payee) {
    return routing.apply(
        new Wanted(
            payee.kind(), payee.institutionName(), payee.chosenInstitution(), payee.number()));
  }

  private record Draft(StopRequest request, Routing routing, @Nullable Seal seal) {
    MadeOrder order(Count count, Instant now) {
      return MadeOrder.make(request, routing, count, seal, now);
    }
  }

  private Draft draft(String id, StopRequest request, Instant now) {
    Routing route = route(request.payee());
    Seal seal =
        route instanceof Routing.Found found
            ? sealer.seal(id, request, found.institution(), now)
            : null;
    return new Draft(request, route, seal);
  }

  private static Creation<StopOrder> creation(String id, MadeOrder made, Instant now) {
    StopOrder order = made.order();
    StopRequest request = order.request();
    Access access = Access.of(request.station(), request.stationAncestors(), request.region());
    String bank = order.destination().bank();
    return new Creation<>(
        id,
        order.limits().policy(),
        bank.isEmpty() || (order.joined() && !order.born()) ? access : access.with(bank),
        order,
        StopFacts.of(id, order, made.events(), now));
  }
}
