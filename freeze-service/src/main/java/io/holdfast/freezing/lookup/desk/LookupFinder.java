package io.holdfast.freezing.lookup.desk;

import io.holdfast.freezing.lookup.AccountQuery;
import io.holdfast.freezing.lookup.store.LookupLayout;
import io.holdfast.kit.access.Call;
import io.holdfast.kit.mongo.Aggregates;
import io.holdfast.kit.mongo.Page;
import io.holdfast.kit.mongo.Stored;
import io.holdfast.kit.value.Access;
import io.holdfast.proto.access.v1.Role;
import io.holdfast.proto.access.v1.Scope;
import java.util.List;
import java.util.Set;

/** Lists of lookups. Each reaches exactly what the caller's rule reaches. */
public final class LookupFinder {
  private static final Set<Role> BANK_ROLES = Set.of(Role.BANK_LIAISON, Role.BANK_SYSTEM);

  private final Aggregates<AccountQuery> queries;

  public LookupFinder(Aggregates<AccountQuery> queries) {
    this.queries = queries;
  }

  /** Lookups the caller's institution asked for or is asked, newest first. */
  public Page<Stored<AccountQuery>> list(Call call, int size, String pageToken) {
    if (!call.scopes().contains(Scope.CASE_PARTICIPANT)) {
      return queries.page(
          LookupLayout.BY_REGION, List.of(Access.area(call.caller().region())), size, pageToken);
    }
    return queries.page(
        call.caller().roles().stream().anyMatch(BANK_ROLES::contains)
            ? LookupLayout.BY_PARTY
            : LookupLayout.BY_OWNER,
        List.of(call.caller().institution()),
        size,
        pageToken);
  }

  /** Those of one case that the caller's rule reaches, newest first; a page may be short. */
  public Page<Stored<AccountQuery>> ofCase(Call call, String caseId, int size, String pageToken) {
    String token = pageToken;
    while (true) {
      Page<Stored<AccountQuery>> page =
          queries.page(LookupLayout.BY_CASE, List.of(caseId), size, token);
      List<Stored<AccountQuery>> reached =
          page.items().stream().filter(stored -> call.reaches(stored.access())).toList();
      token = page.nextPageToken();
      // A page of others' lookups says nothing, not even that they exist.
      if (!reached.isEmpty() || token.isEmpty()) {
        return new Page<>(reached, token);
      }
    }
  }
}
