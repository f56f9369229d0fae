package io.holdfast.freezing;

import io.holdfast.freezing.lookup.AccountQuery;
import io.holdfast.freezing.lookup.desk.LookupDesk;
import io.holdfast.freezing.lookup.desk.LookupFinder;
import io.holdfast.freezing.lookup.events.LookupRequests;
import io.holdfast.freezing.lookup.grpc.LookupGrpc;
import io.holdfast.freezing.lookup.policy.LookupPolicies;
import io.holdfast.freezing.lookup.store.LookupLayout;
import io.holdfast.freezing.routing.directory.DirectoryRoutes;
import io.holdfast.freezing.stop.policy.StopPolicies;
import io.holdfast.kit.mongo.Aggregates;
import io.holdfast.kit.outbox.Waker;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Urgent lookups, put together from the kit's parts.
 *
 * @param queries the lookups themselves
 */
record LookupService(
    LookupDesk desk, LookupGrpc grpc, LookupPolicies policies, Aggregates<AccountQuery> queries) {

  static LookupService open(StopService.Parts parts, DirectoryRoutes routes) {
    // The lookups are woken by the desk that is built on them; workers start after all of this.
    var waker = new AtomicReference<Waker>();
    Aggregates<AccountQuery> queries =
        parts
            .aggregates()
            .open(LookupLayout.LAYOUT, id -> Objects.requireNonNull(waker.get()).wake(id));
    var desk = new LookupDesk(queries, routes::route, routes::router, parts.clock());
    waker.set(desk::wake);
    return new LookupService(
        desk,
        new LookupGrpc(desk, new LookupFinder(queries)),
        new LookupPolicies(parts.policies()),
        queries);
  }

  /** Has the lookups made that cases ask for. */
  LookupRequests requests(StopPolicies stopPolicies) {
    return new LookupRequests(desk, policies, stopPolicies);
  }
}
