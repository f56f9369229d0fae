package io.holdfast.liaison.trace.events;

import io.holdfast.kit.mongo.Aggregates;
import io.holdfast.kit.mongo.Creation;
import io.holdfast.kit.mongo.Mutation;
import io.holdfast.kit.outbox.EventHandler;
import io.holdfast.kit.time.LegalClock;
import io.holdfast.kit.value.Access;
import io.holdfast.kit.value.Personal;
import io.holdfast.liaison.desk.proto.DeskProtos;
import io.holdfast.liaison.trace.CallData;
import io.holdfast.liaison.trace.Officer;
import io.holdfast.liaison.trace.Paper;
import io.holdfast.liaison.trace.Target;
import io.holdfast.liaison.trace.Trace;
import io.holdfast.liaison.trace.TraceRequest;
import io.holdfast.liaison.trace.desk.TracePolicies;
import io.holdfast.liaison.trace.grpc.HopProtos;
import io.holdfast.proto.casefile.v1.CaseCard;
import io.holdfast.proto.casefile.v1.CaseEvent;
import io.holdfast.proto.casefile.v1.TraceRequested;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Makes the traces that case-service asks for. Their ids come with the request, so that a repeat
 * makes nothing new.
 */
public final class TraceRequests implements EventHandler<CaseEvent> {
  private final Aggregates<Trace> traces;
  private final TracePolicies policies;
  private final BiFunction<String, String, Target> proposed;
  private final LegalClock clock;

  /**
   * @param proposed whom the number ranges propose, from the called number and the case's region
   */
  public TraceRequests(
      Aggregates<Trace> traces,
      TracePolicies policies,
      BiFunction<String, String, Target> proposed,
      LegalClock clock) {
    this.traces = traces;
    this.policies = policies;
    this.proposed = proposed;
    this.clock = clock;
  }

  @Override
  public Class<CaseEvent> type() {
    return CaseEvent.class;
  }

  @Override
  public void handle(List<Received<CaseEvent>> batch) {
    for (Received<CaseEvent> received : batch) {
      if (received.data().hasTraceRequested()) {
        make(received);
      }
    }
  }

  private void make(Received<CaseEvent> received) {
    CaseCard card = received.data().getCard();
    TraceRequested asked = received.data().getTraceRequested();
    TracePolicies.Rules rules = policies.of(card.getPolicy());
    Trace trace = Trace.requested(request(card, asked, rules), paper(asked));
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    traces.create(
        new Creation<>(
            asked.getTrace(),
            card.getPolicy(),
            Access.of(card.getStation(), card.getStationAncestorsList(), card.getRegion()),
            trace,
            TraceFacts.requested(asked.getTrace(), trace, now)),
        Mutation.of(received.event()));
  }

  private TraceRequest request(CaseCard card, TraceRequested asked, TracePolicies.Rules rules) {
    return new TraceRequest(
        card.getCaseId(),
        asked.getContact(),
        card.getStation(),
        card.getStationAncestorsList(),
        card.getRegion(),
        call(asked, rules),
        asked.getCarrier().isEmpty()
            ? proposed.apply(asked.getCalledNumber(), card.getRegion())
            : new Target.Inside(asked.getCarrier(), ""),
        new Officer(
            Personal.of(Personal.Kind.NAME, asked.getOfficer().getName()),
            asked.getOfficer().getOfficerNumber(),
            phone(asked.getOfficer().getPhone())),
        asked.getRequester(),
        DeskProtos.instant(asked.getRequestTime()),
        rules.limits());
  }

  private static CallData call(TraceRequested asked, TracePolicies.Rules rules) {
    int tolerance = asked.getStartToleranceSeconds();
    return new CallData(
        HopProtos.direction(asked.getDirection()),
        phone(asked.getDisplayed()),
        phone(asked.getE164()),
        phone(asked.getCalledNumber()),
        DeskProtos.instant(asked.getStartTime()),
        asked.getDurationSeconds(),
        tolerance == 0 ? rules.tolerance() : Duration.ofSeconds(tolerance));
  }

  private static Paper paper(TraceRequested asked) {
    Paper.Limit limit = new Paper.Limit.OfPolicy();
    if (asked.hasLimitEndTime()) {
      limit = new Paper.Limit.Until(DeskProtos.instant(asked.getLimitEndTime()));
    } else if (asked.hasLimitLength()) {
      limit = new Paper.Limit.Lasting(Duration.ofSeconds(asked.getLimitLength().getSeconds()));
    }
    return new Paper(asked.getPaperNumber(), limit);
  }

  private static Personal phone(String text) {
    return Personal.of(Personal.Kind.PHONE, text);
  }
}
