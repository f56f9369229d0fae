package io.holdfast.liaison.trace.desk;

import io.holdfast.kit.access.Call;
import io.holdfast.kit.mongo.Aggregates;
import io.holdfast.kit.mongo.Page;
import io.holdfast.kit.mongo.Stored;
import io.holdfast.kit.value.Access;
import io.holdfast.liaison.trace.Trace;
import io.holdfast.liaison.trace.store.TraceLayout;
import io.holdfast.proto.access.v1.Role;
import io.holdfast.proto.access.v1.Scope;
import java.util.List;
import java.util.Set;

/** Lists of traces. Each reaches exactly what the caller's rule reaches. */
public final class TraceFinder {
  private static final Set<Role> CARRIER_ROLES = Set.of(Role.CARRIER_STAFF, Role.CARRIER_SYSTEM);

  private final Aggregates<Trace> traces;

  public TraceFinder(Aggregates<Trace> traces) {
    this.traces = traces;
  }

  /** Traces the caller's institution asked for or is asked in, newest first. */
  public Page<Stored<Trace>> list(Call call, int size, String pageToken) {
    String institution = call.caller().institution();
    if (!call.scopes().contains(Scope.CASE_PARTICIPANT)) {
      return traces.page(
          TraceLayout.BY_REGION, List.of(Access.area(call.caller().region())), size, pageToken);
    }
    return call.caller().roles().stream().anyMatch(CARRIER_ROLES::contains)
        ? traces.page(TraceLayout.BY_PARTY, List.of(institution), size, pageToken)
        : traces.page(TraceLayout.BY_OWNER, List.of(institution), size, pageToken);
  }

  /**
   * Those of one case that the caller's rule reaches, newest first; a page may be short. A carrier
   * is told of no case.
   */
  public Page<Stored<Trace>> ofCase(Call call, String caseId, int size, String pageToken) {
    Page<Stored<Trace>> page = traces.page(TraceLayout.BY_CASE, List.of(caseId), size, pageToken);
    List<Stored<Trace>> reached = reached(call, page);
    while (reached.isEmpty() && !page.nextPageToken().isEmpty()) {
      page = traces.page(TraceLayout.BY_CASE, List.of(caseId), size, page.nextPageToken());
      reached = reached(call, page);
    }
    return new Page<>(reached, page.nextPageToken());
  }

  private static List<Stored<Trace>> reached(Call call, Page<Stored<Trace>> page) {
    String institution = call.caller().institution();
    return page.items().stream()
        .filter(stored -> call.reaches(stored.access()))
        .filter(stored -> !stored.access().parties().contains(institution))
        .toList();
  }
}
