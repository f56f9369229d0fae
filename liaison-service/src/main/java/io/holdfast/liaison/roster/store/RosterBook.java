package io.holdfast.liaison.roster.store;

import io.holdfast.kit.access.Call;
import io.holdfast.kit.id.Ids;
import io.holdfast.kit.mongo.AggregateStore;
import io.holdfast.kit.mongo.Aggregates;
import io.holdfast.kit.mongo.Change;
import io.holdfast.kit.mongo.Creation;
import io.holdfast.kit.mongo.Layout;
import io.holdfast.kit.mongo.Mutation;
import io.holdfast.kit.mongo.Stored;
import io.holdfast.kit.value.Access;
import io.holdfast.liaison.directory.Desk;
import io.holdfast.liaison.roster.Duty;
import io.holdfast.liaison.roster.DutyRole;
import io.holdfast.liaison.roster.Roster;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All rosters in the store, one of each institution. */
public final class RosterBook {
  private final Aggregates<Roster> rosters;

  private RosterBook(Aggregates<Roster> rosters) {
    this.rosters = rosters;
  }

  /** Opens the collection {@code rosters}. */
  public static RosterBook open(AggregateStore store) {
    return new RosterBook(
        store.open(Layout.plain("rosters", Roster.class, List.of(), _ -> Map.of())));
  }

  private static String id(String institution) {
    return Ids.derived("roster", institution);
  }

  /** Who is on duty at a desk, if anybody was named. */
  public Optional<Duty> onDuty(String institution, Desk desk, DutyRole role) {
    return rosters.find(id(institution)).flatMap(stored -> stored.state().at(desk, role));
  }

  /** The roster; an empty one is made where there is none. */
  public Stored<Roster> roster(String institution, Access access) {
    return rosters
        .find(id(institution))
        .orElseGet(
            () ->
                rosters.create(
                    new Creation<>(
                        id(institution), "", access, Roster.empty(institution), List.of()),
                    Mutation.clock("", "EmptyRoster")));
  }

  /** Puts an officer on duty; the roster must be there. */
  public Stored<Roster> change(Call call, String institution, Mutation by, Duty duty) {
    return rosters.change(call, id(institution), by, seen -> Change.to(seen.state().with(duty)));
  }
}
