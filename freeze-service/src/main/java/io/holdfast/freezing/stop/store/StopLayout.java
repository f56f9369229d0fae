package io.holdfast.freezing.stop.store;

import io.holdfast.freezing.stop.Clocks;
import io.holdfast.freezing.stop.StopOrder;
import io.holdfast.kit.mongo.AccessPath;
import io.holdfast.kit.mongo.Layout;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Stop orders as documents, and the ways they are read. */
public final class StopLayout {
  /** Those of a police institution and below it, newest first. */
  public static final AccessPath BY_OWNER =
      AccessPath.of("byOwner", "access.owner", "-created", "-_id");

  /** Those addressed to a bank, newest first. */
  public static final AccessPath BY_PARTY =
      AccessPath.of("byParty", "access.parties", "-created", "-_id");

  /** Those of a region, newest first. */
  public static final AccessPath BY_REGION =
      AccessPath.of("byRegion", "access.region", "-created", "-_id");

  /** Those of a case, newest first. */
  public static final AccessPath BY_CASE = AccessPath.of("byCase", "caseId", "-created", "-_id");

  /** Of all stop orders. */
  public static final Layout<StopOrder> LAYOUT =
      new Layout<>(
          "stop_orders",
          StopOrder.class,
          List.of(BY_OWNER, BY_PARTY, BY_REGION, BY_CASE),
          Clocks::next,
          order -> Map.of("caseId", order.request().caseId()),
          _ -> Set.of(),
          StopOrder::delivered);

  private StopLayout() {}
}
