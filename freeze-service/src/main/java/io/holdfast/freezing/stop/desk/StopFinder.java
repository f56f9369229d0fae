package io.holdfast.freezing.stop.desk;

import io.holdfast.freezing.stop.StopOrder;
import io.holdfast.freezing.stop.store.StopLayout;
import io.holdfast.kit.access.Call;
import io.holdfast.kit.mongo.Aggregates;
import io.holdfast.kit.mongo.Page;
import io.holdfast.kit.mongo.Stored;
import io.holdfast.kit.value.Access;
import io.holdfast.proto.access.v1.Role;
import io.holdfast.proto.access.v1.Scope;
import java.util.List;
import java.util.Set;

/** Lists of orders. Each reaches exactly what the caller's rule reaches. */
public final class StopFinder {
  private static final Set<Role> BANK_ROLES =
      Set.of(Role.BANK_LIAISON, Role.BANK_BRANCH, Role.BANK_SECURITY_DESK, Role.BANK_SYSTEM);

  private final Aggregates<StopOrder> orders;

  public StopFinder(Aggregates<StopOrder> orders) {
    this.orders = orders;
  }

  /** Orders the caller's institution asked for, is asked by or has recorded, newest first. */
  public Page<Stored<StopOrder>> list(Call call, int size, String pageToken) {
    String institution = call.caller().institution();
    if (!call.scopes().contains(Scope.CASE_PARTICIPANT)) {
      return orders.page(
          StopLayout.BY_REGION, List.of(Access.area(call.caller().region())), size, pageToken);
    }
    return call.caller().roles().stream().anyMatch(BANK_ROLES::contains)
        ? orders.page(StopLayout.BY_PARTY, List.of(institution), size, pageToken)
        : orders.page(StopLayout.BY_OWNER, List.of(institution), size, pageToken);
  }

  /** Those of one case that the caller's rule reaches, newest first; a page may be short. */
  public Page<Stored<StopOrder>> ofCase(Call call, String caseId, int size, String pageToken) {
    Page<Stored<StopOrder>> page =
        orders.page(StopLayout.BY_CASE, List.of(caseId), size, pageToken);
    List<Stored<StopOrder>> reached = reached(call, page);
    // A page of others' orders says nothing, not even that they exist.
    while (reached.isEmpty() && !page.nextPageToken().isEmpty()) {
      page = orders.page(StopLayout.BY_CASE, List.of(caseId), size, page.nextPageToken());
      reached = reached(call, page);
    }
    return new Page<>(reached, page.nextPageToken());
  }

  private static List<Stored<StopOrder>> reached(Call call, Page<Stored<StopOrder>> page) {
    return page.items().stream().filter(stored -> call.reaches(stored.access())).toList();
  }
}
