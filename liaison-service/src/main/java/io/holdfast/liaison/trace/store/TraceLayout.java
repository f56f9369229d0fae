package io.holdfast.liaison.trace.store;

import io.holdfast.kit.mongo.AccessPath;
import io.holdfast.kit.mongo.Layout;
import io.holdfast.liaison.trace.Clocks;
import io.holdfast.liaison.trace.Trace;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Traces as documents, and the ways they are read. */
public final class TraceLayout {
  /** Those of a police institution and below it, newest first. */
  public static final AccessPath BY_OWNER =
      AccessPath.of("byOwner", "access.owner", "-created", "-_id");

  /** Those a carrier is asked in, newest first. */
  public static final AccessPath BY_PARTY =
      AccessPath.of("byParty", "access.parties", "-created", "-_id");

  /** Those of a region, newest first. */
  public static final AccessPath BY_REGION =
      AccessPath.of("byRegion", "access.region", "-created", "-_id");

  /** Those of a case, newest first. */
  public static final AccessPath BY_CASE = AccessPath.of("byCase", "caseId", "-created", "-_id");

  /** Of all traces. */
  public static final Layout<Trace> LAYOUT =
      new Layout<>(
          "traces",
          Trace.class,
          List.of(BY_OWNER, BY_PARTY, BY_REGION, BY_CASE),
          Clocks::next,
          trace -> Map.of("caseId", trace.request().caseId()),
          _ -> Set.of(),
          (trace, _) -> trace);

  private TraceLayout() {}
}
