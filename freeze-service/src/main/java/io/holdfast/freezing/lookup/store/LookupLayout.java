package io.holdfast.freezing.lookup.store;

import io.holdfast.freezing.lookup.AccountQuery;
import io.holdfast.freezing.lookup.LookupClocks;
import io.holdfast.kit.mongo.AccessPath;
import io.holdfast.kit.mongo.Layout;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lookups as documents, and the ways they are read. */
public final class LookupLayout {
  /** Those of a police institution and below it, newest first. */
  public static final AccessPath BY_OWNER =
      AccessPath.of("byOwner", "access.owner", "-created", "-_id");

  /** Those addressed to an institution, newest first. */
  public static final AccessPath BY_PARTY =
      AccessPath.of("byParty", "access.parties", "-created", "-_id");

  /** Those of a region, newest first. */
  public static final AccessPath BY_REGION =
      AccessPath.of("byRegion", "access.region", "-created", "-_id");

  /** Those of a case, newest first. */
  public static final AccessPath BY_CASE = AccessPath.of("byCase", "caseId", "-created", "-_id");

  /** Of all lookups. */
  public static final Layout<AccountQuery> LAYOUT =
      new Layout<>(
          "account_queries",
          AccountQuery.class,
          List.of(BY_OWNER, BY_PARTY, BY_REGION, BY_CASE),
          LookupClocks::next,
          query -> Map.of("caseId", query.request().caseId()),
          _ -> Set.of(),
          AccountQuery::delivered);

  private LookupLayout() {}
}
