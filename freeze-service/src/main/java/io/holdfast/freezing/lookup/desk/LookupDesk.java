package io.holdfast.freezing.lookup.desk;

import io.holdfast.freezing.lookup.AccountQuery;
import io.holdfast.freezing.lookup.Consent;
import io.holdfast.freezing.lookup.LookupClocks;
import io.holdfast.freezing.lookup.LookupCommand;
import io.holdfast.freezing.lookup.LookupDecision;
import io.holdfast.freezing.lookup.LookupEvent;
import io.holdfast.freezing.lookup.LookupEvolution;
import io.holdfast.freezing.lookup.LookupRequest;
import io.holdfast.freezing.lookup.LookupRules;
import io.holdfast.freezing.lookup.events.LookupFacts;
import io.holdfast.freezing.routing.Router;
import io.holdfast.freezing.routing.Routing;
import io.holdfast.freezing.routing.Wanted;
import io.holdfast.freezing.stop.Destination;
import io.holdfast.freezing.stop.Payee;
import io.holdfast.freezing.stop.desk.StopReason;
import io.holdfast.kit.access.Call;
import io.holdfast.kit.mongo.Aggregates;
import io.holdfast.kit.mongo.Change;
import io.holdfast.kit.mongo.Creation;
import io.holdfast.kit.mongo.Mutation;
import io.holdfast.kit.mongo.Stored;
import io.holdfast.kit.problem.Problem;
import io.holdfast.kit.time.LegalClock;
import io.holdfast.kit.value.Access;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is done with urgent lookups: make, load, decide, save, tell. */
public final class LookupDesk {
  private final Aggregates<AccountQuery> queries;
  private final Function<Wanted, Routing> routing;
  private final Supplier<Router> router;
  private final LegalClock clock;

  /**
   * @param routing where an account lies
   * @param router the routing table in force
   */
  public LookupDesk(
      Aggregates<AccountQuery> queries,
      Function<Wanted, Routing> routing,
      Supplier<Router> router,
      LegalClock clock) {
    this.queries = queries;
    this.routing = routing;
    this.router = router;
    this.clock = clock;
  }

  /** Now, to the millisecond, as everything is stored. */
  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** Makes a lookup of each request, by its id; a repeat makes nothing new. */
  public void make(Map<String, LookupRequest> requests, Consent consent, Mutation by, Instant now) {
    List<Creation<AccountQuery>> creations = new ArrayList<>();
    requests.forEach((id, request) -> creations.add(creation(id, request, consent, now)));
    queries.createAll(creations, by);
  }

  private Creation<AccountQuery> creation(
      String id, LookupRequest request, Consent consent, Instant now) {
    AccountQuery.Made made = AccountQuery.make(request, route(request.target()), consent, now);
    Access access = Access.of(request.station(), request.stationAncestors(), request.region());
    String institution = made.query().destination().bank();
    return new Creation<>(
        id,
        request.limits().policy(),
        institution.isEmpty() ? access : access.with(institution),
        made.query(),
        LookupFacts.of(id, made.query(), List.of(made.event()), now));
  }

  /** Who is to be asked about an account. */
  Routing route(Payee target) {
    return routing.apply(
        new Wanted(
            target.kind(), target.institutionName(), target.chosenInstitution(), target.number()));
  }

  /** The lookup, if the caller's rule reaches it. */
  public Stored<AccountQuery> get(Call call, String id) {
    return queries.load(call, id);
  }

  /** The lookup, whoever may see it. */
  public Optional<Stored<AccountQuery>> find(String id) {
    return queries.find(id);
  }

  /** Does what a caller wants, or refuses. */
  public Stored<AccountQuery> act(Call call, String id, Mutation by, LookupCommand command) {
    return queries.change(call, id, by, seen -> decide(seen, command, now()));
  }

  /** Does what something else has brought about; what is done already stays done. */
  public Stored<AccountQuery> told(String id, Mutation by, LookupCommand command) {
    return queries.change(id, by, seen -> decide(seen, command, now()));
  }

  /** Gives a lookup its institution by hand. */
  public Stored<AccountQuery> route(Call call, String id, Mutation by, String institution) {
    if (router.get().bank(institution).isEmpty()) {
      throw Problem.of(StopReason.INSTITUTION_UNKNOWN, "institution", institution);
    }
    var to =
        new Destination.Bank(
            institution, Routing.Basis.BY_OFFICER, "chosen by the officer, by hand", now());
    return act(call, id, by, new LookupCommand.Route(to));
  }

  /** Fires the clocks that are due. */
  public void wake(String id) {
    Stored<AccountQuery> stored = queries.find(id).orElse(null);
    if (stored != null && LookupClocks.anyDue(stored.state(), now())) {
      told(id, Mutation.clock(stored.policy(), "clocks"), new LookupCommand.FireClocks());
    }
  }

  private static Change<AccountQuery> decide(
      Stored<AccountQuery> seen, LookupCommand command, Instant now) {
    return switch (LookupRules.decide(seen.state(), command, now)) {
      case LookupDecision.Rejected(var rejection) ->
          throw LookupProblems.of(rejection, seen.state());
      case LookupDecision.Accepted(var events) -> {
        if (events.isEmpty()) {
          yield Change.none();
        }
        AccountQuery next = LookupEvolution.evolve(seen.state(), events);
        yield new Change<>(
            next, access(seen, events), LookupFacts.of(seen.id(), next, events, now));
      }
    };
  }

  /** Another institution takes part from its routing on, and the one before no more. */
  private static @Nullable Access access(Stored<AccountQuery> seen, List<LookupEvent> events) {
    for (LookupEvent event : events) {
      if (event instanceof LookupEvent.LookupRouted(var to)) {
        Access before = seen.access();
        return new Access(before.owner(), before.region(), List.of(to.institution()));
      }
    }
    return null;
  }
}
