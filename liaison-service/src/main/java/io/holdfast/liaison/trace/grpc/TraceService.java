package io.holdfast.liaison.trace.grpc;

import io.holdfast.kit.mongo.AggregateStore;
import io.holdfast.kit.mongo.Aggregates;
import io.holdfast.kit.outbox.Waker;
import io.holdfast.kit.policy.PolicySet;
import io.holdfast.kit.time.LegalClock;
import io.holdfast.liaison.directory.grpc.InstitutionBook;
import io.holdfast.liaison.routing.grpc.RoutingBook;
import io.holdfast.liaison.trace.Trace;
import io.holdfast.liaison.trace.desk.TraceDesk;
import io.holdfast.liaison.trace.desk.TraceFinder;
import io.holdfast.liaison.trace.desk.TracePolicies;
import io.holdfast.liaison.trace.events.TraceRequests;
import io.holdfast.liaison.trace.store.TraceLayout;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Traces, put together; the process and the tests build the same.
 *
 * @param grpc the methods
 * @param requests what case-service asks for
 * @param traces the traces themselves
 */
public record TraceService(TracesGrpc grpc, TraceRequests requests, Aggregates<Trace> traces) {
  /** Opens the collection {@code traces}. */
  public static TraceService open(
      AggregateStore store,
      PolicySet policies,
      InstitutionBook institutions,
      RoutingBook routing,
      LegalClock clock) {
    var carriers = new Carriers(institutions, routing);
    // The traces are woken by the desk that is built on them; workers start after all of this.
    var waker = new AtomicReference<Waker>();
    Aggregates<Trace> traces =
        store.open(TraceLayout.LAYOUT, id -> Objects.requireNonNull(waker.get()).wake(id));
    var desk = new TraceDesk(traces, clock);
    waker.set(desk::wake);
    return new TraceService(
        new TracesGrpc(desk, new TraceFinder(traces), new TraceCommands(carriers)),
        new TraceRequests(traces, new TracePolicies(policies), carriers::proposed, clock),
        traces);
  }
}
