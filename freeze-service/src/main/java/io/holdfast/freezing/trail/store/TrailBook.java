package io.holdfast.freezing.trail.store;

import io.holdfast.freezing.trail.Trail;
import io.holdfast.freezing.trail.Trail.Standing;
import io.holdfast.freezing.trail.Trail.Taken;
import io.holdfast.freezing.trail.Trail.Wanted;
import io.holdfast.kit.id.Ids;
import io.holdfast.kit.mongo.Aggregates;
import io.holdfast.kit.mongo.Change;
import io.holdfast.kit.mongo.Creation;
import io.holdfast.kit.mongo.Layout;
import io.holdfast.kit.mongo.Mutation;
import io.holdfast.kit.value.Access;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** The cases' trails. One step is taken by one compare-and-set. */
public final class TrailBook {
  /** Bookkeeping of orders whose own changes are audited. */
  public static final Layout<Trail> LAYOUT =
      Layout.silent("trails", Trail.class, List.of(), _ -> Map.of());

  private static final Access NOBODY = new Access(List.of(), List.of(), List.of());

  private final Aggregates<Trail> trails;

  public TrailBook(Aggregates<Trail> trails) {
    this.trails = trails;
  }

  /** Follows money of a case; see {@link Trail#follow}. */
  public Taken follow(
      String caseId, String policy, Wanted wanted, Standing standing, Trail.Bounds bounds) {
    Mutation by = Mutation.clock(policy, "layers");
    String id = Ids.derived("trail", caseId);
    if (trails.find(id).isEmpty()) {
      trails.create(new Creation<>(id, policy, NOBODY, Trail.empty(), List.of()), by);
    }
    var taken = new AtomicReference<Taken>();
    trails.change(
        id,
        by,
        seen -> {
          Taken result = seen.state().follow(wanted, standing, bounds);
          taken.set(result);
          return result.trail().equals(seen.state()) ? Change.none() : Change.to(result.trail());
        });
    return taken.get();
  }
}
