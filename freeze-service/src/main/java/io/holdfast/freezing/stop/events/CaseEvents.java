package io.holdfast.freezing.stop.events;

import io.holdfast.freezing.routing.Routing;
import io.holdfast.freezing.routing.Wanted;
import io.holdfast.freezing.stop.Count;
import io.holdfast.freezing.stop.Payee;
import io.holdfast.freezing.stop.Seal;
import io.holdfast.freezing.stop.StopOrder;
import io.holdfast.freezing.stop.StopRequest;
import io.holdfast.freezing.stop.desk.OrderCount;
import io.holdfast.freezing.stop.desk.StopDesk;
import io.holdfast.freezing.stop.policy.StopPolicies;
import io.holdfast.freezing.stop.seal.OrderSealer;
import io.holdfast.kit.mongo.Aggregates;
import io.holdfast.kit.mongo.Creation;
import io.holdfast.kit.mongo.Mutation;
import io.holdfast.kit.outbox.EventHandler;
import io.holdfast.kit.time.LegalClock;
import io.holdfast.kit.value.Access;
import io.holdfast.proto.casefile.v1.CaseEvent;
import io.holdfast.proto.casefile.v1.SecondOfficerConfirmed;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes the orders that case-service asks for: one for each payee account, routed by what is known
 * here, all of one request in one write. The orders' ids come with the request, so that a repeat
 * makes nothing new.
 */
public final class CaseEvents implements EventHandler<CaseEvent> {
  private final Aggregates<StopOrder> orders;
  private final OrderCount count;
  private final Function<Wanted, Routing> routing;
  private final StopPolicies policies;
  private final OrderSealer sealer;
  private final LegalClock clock;
  private final ExecutorService threads;

  /**
   * @param threads take several cases' requests at once
   */
  public CaseEvents(
      Aggregates<StopOrder> orders,
      OrderCount count,
      Function<Wanted, Routing> routing,
      StopPolicies policies,
      OrderSealer sealer,
      LegalClock clock,
      ExecutorService threads) {
    this.orders = orders;
    this.count = count;
    this.routing = routing;
    this.policies = policies;
    this.sealer = sealer;
    this.clock = clock;
    this.threads = threads;
  }

  @Override
  public Class<CaseEvent> type() {
    return CaseEvent.class;
  }

  @Override
  public void handle(List<Received<CaseEvent>> batch) {
    Map<String, List<Received<CaseEvent>>> byCase = new LinkedHashMap<>();
    for (Received<CaseEvent> received : batch) {
      if (received.data().hasStopsRequested() || received.data().hasSecondOfficerConfirmed()) {
        byCase.computeIfAbsent(received.event().getSubject(), _ -> new ArrayList<>()).add(received);
      }
    }
    if (byCase.size() == 1) {
      byCase.values().forEach(this::make);
    } else {
      List<Future<?>> running = new ArrayList<>();
      byCase.values().forEach(events -> running.add(threads.submit(() -> make(events))));
      running.forEach(CaseEvents::join);
    }
  }

  private void make(List<Received<CaseEvent>> events) {
    events.forEach(this::make);
  }

  private void make(Received<CaseEvent> received) {
    if (received.data().hasSecondOfficerConfirmed()) {
      confirm(received);
      return;
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Map<String, Draft> drafts = drafts(received.data(), now);
    Map<String, StopOrder> fresh = new LinkedHashMap<>();
    drafts.forEach((id, draft) -> fresh.put(id, draft.order(new Count.Pending(now), now).order()));
    Map<String, Count> counts = count.counts(fresh, now);
    List<Creation<StopOrder>> creations = new ArrayList<>();
    drafts.forEach(
        (id, draft) -> {
          Count known = counts.getOrDefault(id, new Count.Pending(now));
          creations.add(creation(id, draft.order(known, now), now));
        });
    orders.createAll(creations, Mutation.of(received.event()));
  }

  /** Orders made since the confirmation carry it from their making. */
  private void confirm(Received<CaseEvent> received) {
    SecondOfficerConfirmed told = received.data().getSecondOfficerConfirmed();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    for (String id : told.getStopOrdersList()) {
      if (orders.find(id).isPresent()) {
        orders.change(
            id,
            Mutation.of(received.event()),
            seen -> StopDesk.decide(seen, RequestProtos.confirmation(told), now));
      }
    }
  }

  private record Draft(StopRequest request, Routing routing, @Nullable Seal seal) {
    StopOrder.Made order(Count count, Instant now) {
      return StopOrder.make(request, routing, count, seal, now);
    }
  }

  private Map<String, Draft> drafts(CaseEvent event, Instant now) {
    Map<String, Draft> drafts = new LinkedHashMap<>();
    var limits = policies.limits(event.getCard().getPolicy());
    for (var stop : event.getStopsRequested().getStopsList()) {
      String id = stop.getStopOrder();
      StopRequest request =
          RequestProtos.request(event.getCard(), event.getStopsRequested(), stop, limits, now);
      Payee payee = request.payee();
      Routing route =
          routing.apply(
              new Wanted(
                  payee.kind(),
                  payee.institutionName(),
                  payee.chosenInstitution(),
                  payee.number()));
      Seal seal =
          route instanceof Routing.Found found
              ? sealer.seal(id, request, found.institution(), now)
              : null;
      drafts.put(id, new Draft(request, route, seal));
    }
    return drafts;
  }

  private static Creation<StopOrder> creation(String id, StopOrder.Made made, Instant now) {
    StopOrder order = made.order();
    StopRequest request = order.request();
    Access access = Access.of(request.station(), request.stationAncestors(), request.region());
    String bank = order.destination().bank();
    return new Creation<>(
        id,
        order.limits().policy(),
        bank.isEmpty() ? access : access.with(bank),
        order,
        StopFacts.of(id, order, made.events(), now));
  }

  private static void join(Future<?> future) {
    try {
      future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("told to stop; the batch comes again", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    }
  }
}
