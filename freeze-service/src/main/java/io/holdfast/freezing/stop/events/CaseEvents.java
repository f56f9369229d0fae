package io.holdfast.freezing.stop.events;

import io.holdfast.freezing.stop.StopRequest;
import io.holdfast.freezing.stop.desk.LaterDesk;
import io.holdfast.freezing.stop.desk.OrderMaker;
import io.holdfast.freezing.stop.desk.StopDesk;
import io.holdfast.freezing.stop.policy.StopPolicies;
import io.holdfast.kit.mongo.Mutation;
import io.holdfast.kit.outbox.EventHandler;
import io.holdfast.kit.time.LegalClock;
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
import java.util.function.Consumer;

/**
 * Has the orders made that case-service asks for: one for each payee account. Their ids come with
 * the request.
 */
public final class CaseEvents implements EventHandler<CaseEvent> {
  private final OrderMaker maker;
  private final StopDesk desk;
  private final LaterDesk later;
  private final StopPolicies policies;
  private final Consumer<Received<CaseEvent>> lookups;
  private final LegalClock clock;
  private final ExecutorService threads;

  /**
   * @param lookups takes what concerns the case's urgent lookups
   * @param threads take several cases' requests at once
   */
  public CaseEvents(
      OrderMaker maker,
      StopDesk desk,
      LaterDesk later,
      StopPolicies policies,
      Consumer<Received<CaseEvent>> lookups,
      LegalClock clock,
      ExecutorService threads) {
    this.maker = maker;
    this.desk = desk;
    this.later = later;
    this.policies = policies;
    this.lookups = lookups;
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
      if (concerns(received.data())) {
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

  private static boolean concerns(CaseEvent event) {
    return switch (event.getChangeCase()) {
      case STOPS_REQUESTED,
          LOOKUPS_REQUESTED,
          SECOND_OFFICER_CONFIRMED,
          TRANSFERS_JOINED,
          PROTECTION_RELEASED ->
          true;
      case RECEIVED,
          REVIEWED,
          ACCEPTED,
          DECLINED,
          TRACE_REQUESTED,
          CLOCK_WARNED,
          CLOCK_MISSED,
          CLOCK_MET,
          CHANGE_NOT_SET ->
          false;
    };
  }

  private void make(List<Received<CaseEvent>> events) {
    events.forEach(this::make);
  }

  /** Orders made since the confirmation carry it from their making. */
  private void confirm(Received<CaseEvent> received) {
    SecondOfficerConfirmed told = received.data().getSecondOfficerConfirmed();
    for (String id : told.getStopOrdersList()) {
      if (desk.has(id)) {
        desk.told(id, Mutation.of(received.event()), RequestProtos.confirmation(told));
      }
    }
    lookups.accept(received);
  }

  private void make(Received<CaseEvent> received) {
    switch (received.data().getChangeCase()) {
      case STOPS_REQUESTED -> request(received);
      case LOOKUPS_REQUESTED -> lookups.accept(received);
      case SECOND_OFFICER_CONFIRMED -> confirm(received);
      case TRANSFERS_JOINED ->
          received
              .data()
              .getTransfersJoined()
              .getOrdersList()
              .forEach(
                  order ->
                      later.add(
                          order.getStopOrder(),
                          order.getTransfersList().stream().map(RequestProtos::transfer).toList(),
                          Mutation.unnumbered(received.event())));
      case PROTECTION_RELEASED ->
          received
              .data()
              .getProtectionReleased()
              .getStopOrdersList()
              .forEach(
                  id ->
                      later.release(
                          id,
                          received.data().getProtectionReleased().getWordForm(),
                          Mutation.unnumbered(received.event())));
      case RECEIVED,
          REVIEWED,
          ACCEPTED,
          DECLINED,
          TRACE_REQUESTED,
          CLOCK_WARNED,
          CLOCK_MISSED,
          CLOCK_MET,
          CHANGE_NOT_SET -> {}
    }
  }

  private void request(Received<CaseEvent> received) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    CaseEvent event = received.data();
    String policy = event.getCard().getPolicy();
    Map<String, StopRequest> requests = new LinkedHashMap<>();
    for (var stop : event.getStopsRequested().getStopsList()) {
      requests.put(
          stop.getStopOrder(),
          RequestProtos.request(
              event.getCard(),
              event.getStopsRequested(),
              stop,
              policies.limits(policy, RequestProtos.purpose(stop)),
              now));
    }
    maker.make(requests, Mutation.of(received.event()), now);
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
