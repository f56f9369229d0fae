package io.holdfast.casefile.desk;

import io.holdfast.casefile.draft.Draft;
import io.holdfast.casefile.store.DraftLayout;
import io.holdfast.kit.access.Call;
import io.holdfast.kit.mongo.AccessPath;
import io.holdfast.kit.mongo.Aggregates;
import io.holdfast.kit.mongo.Page;
import io.holdfast.kit.mongo.Stored;
import io.holdfast.kit.time.LegalClock;
import io.holdfast.kit.value.Access;
import io.holdfast.proto.access.v1.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Lists of drafts. Each reaches exactly what the caller's rule reaches. */
public final class DraftFinder {
  private final Aggregates<Draft> drafts;
  private final LegalClock clock;

  public DraftFinder(Aggregates<Draft> drafts, LegalClock clock) {
    this.drafts = drafts;
    this.clock = clock;
  }

  /**
   * Drafts within the call's scope as they stand now, newest first.
   *
   * @param closed also those that are no longer being written
   */
  public Page<Stored<Draft>> list(Call call, boolean closed, int size, String pageToken) {
    boolean part = call.scopes().contains(Scope.CASE_PARTICIPANT);
    List<Object> equalTo = new ArrayList<>();
    equalTo.add(part ? call.caller().institution() : Access.area(call.caller().region()));
    AccessPath path = part ? DraftLayout.BY_READER : DraftLayout.BY_REGION;
    if (!closed) {
      path = part ? DraftLayout.BY_READER_LIVE : DraftLayout.BY_REGION_LIVE;
      equalTo.add(true);
    }
    Page<Stored<Draft>> page = drafts.page(path, equalTo, size, pageToken);
    Instant now = clock.instant();
    return new Page<>(
        page.items().stream()
            .map(
                stored ->
                    new Stored<>(
                        stored.id(),
                        stored.v(),
                        stored.rev(),
                        stored.policy(),
                        stored.access(),
                        stored.createTime(),
                        stored.state().at(now)))
            .filter(stored -> closed || stored.state().state().name().live())
            .toList(),
        page.nextPageToken());
  }
}
