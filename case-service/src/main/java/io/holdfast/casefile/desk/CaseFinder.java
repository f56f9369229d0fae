package io.holdfast.casefile.desk;

import io.holdfast.casefile.casefile.CaseFile;
import io.holdfast.casefile.casefile.CaseState;
import io.holdfast.casefile.store.CaseLayout;
import io.holdfast.kit.access.Call;
import io.holdfast.kit.mongo.Aggregates;
import io.holdfast.kit.mongo.Lookups;
import io.holdfast.kit.mongo.Page;
import io.holdfast.kit.mongo.Stored;
import io.holdfast.kit.problem.KitReason;
import io.holdfast.kit.problem.Problem;
import io.holdfast.kit.value.Access;
import io.holdfast.proto.access.v1.Scope;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lists of cases. Each reaches exactly what the caller's rule reaches. */
public final class CaseFinder {
  private static final int SIZE_DEFAULT = 20;
  private static final int SIZE_MAX = 100;
  // A number in more cases than this is a service line; the newest are what an officer wants.
  private static final int FOUND_MAX = 500;

  private final Aggregates<CaseFile> cases;
  private final Lookups lookups;

  public CaseFinder(Aggregates<CaseFile> cases, Lookups lookups) {
    this.cases = cases;
    this.lookups = lookups;
  }

  /** Cases within the call's scope, newest first; with {@code state} only those in it. */
  public Page<Stored<CaseFile>> list(
      Call call, CaseState.@Nullable Name state, int size, String pageToken) {
    boolean own = call.scopes().contains(Scope.OWN_INSTITUTION);
    List<Object> equalTo = new ArrayList<>();
    equalTo.add(own ? call.caller().institution() : Access.area(call.caller().region()));
    if (state == null) {
      return cases.page(own ? CaseLayout.BY_OWNER : CaseLayout.BY_REGION, equalTo, size, pageToken);
    }
    equalTo.add(state.name());
    return cases.page(
        own ? CaseLayout.BY_OWNER_STATE : CaseLayout.BY_REGION_STATE, equalTo, size, pageToken);
  }

  /**
   * Cases filed under any of {@code keys}, latest filed first, that the call reaches.
   *
   * @param pageToken the last case of the page before; empty for the first page
   */
  public Page<Stored<CaseFile>> search(Call call, Set<String> keys, int size, String pageToken) {
    int limit = size <= 0 ? SIZE_DEFAULT : Math.min(size, SIZE_MAX);
    List<String> found = found(keys);
    int from = 0;
    if (!pageToken.isEmpty()) {
      from = found.indexOf(pageToken) + 1;
      if (from == 0) {
        throw Problem.of(KitReason.PAGE_TOKEN_INVALID);
      }
    }
    var items = new ArrayList<Stored<CaseFile>>();
    for (String id : found.subList(from, found.size())) {
      if (items.size() > limit) {
        break;
      }
      cases.find(id).filter(stored -> call.reaches(stored.access())).ifPresent(items::add);
    }
    boolean more = items.size() > limit;
    List<Stored<CaseFile>> page = more ? items.subList(0, limit) : items;
    return new Page<>(page, more ? page.getLast().id() : "");
  }

  private List<String> found(Set<String> keys) {
    Set<String> ids = new LinkedHashSet<>();
    for (String key : keys) {
      ids.addAll(lookups.find(key, FOUND_MAX).reversed());
    }
    return List.copyOf(ids);
  }
}
