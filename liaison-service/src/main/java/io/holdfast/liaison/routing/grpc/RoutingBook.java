package io.holdfast.liaison.routing.grpc;

import io.holdfast.kit.id.Ids;
import io.holdfast.kit.mongo.AggregateStore;
import io.holdfast.kit.mongo.Aggregates;
import io.holdfast.kit.mongo.Creation;
import io.holdfast.kit.mongo.Layout;
import io.holdfast.kit.mongo.Mutation;
import io.holdfast.kit.mongo.Stored;
import io.holdfast.kit.value.Access;
import io.holdfast.liaison.routing.RoutingTable;
import java.util.List;
import java.util.Map;

/** The one routing table in the store. */
public final class RoutingBook {
  /** Its only document. */
  static final String ID = Ids.derived("routing-table");

  private final Aggregates<RoutingTable> tables;

  private RoutingBook(Aggregates<RoutingTable> tables) {
    this.tables = tables;
  }

  /** Opens the collection {@code routing}. */
  public static RoutingBook open(AggregateStore store) {
    return new RoutingBook(
        store.open(Layout.plain("routing", RoutingTable.class, List.of(), _ -> Map.of())));
  }

  Aggregates<RoutingTable> tables() {
    return tables;
  }

  /** The table as it is; an empty one is made where there is none. */
  public Stored<RoutingTable> table() {
    return tables
        .find(ID)
        .orElseGet(
            () ->
                tables.create(
                    new Creation<>(
                        ID,
                        "",
                        new Access(List.of(), List.of(), List.of()),
                        RoutingTable.EMPTY,
                        List.of()),
                    Mutation.clock("", "EmptyTable")));
  }
}
