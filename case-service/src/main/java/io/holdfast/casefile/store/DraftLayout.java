package io.holdfast.casefile.store;

import io.holdfast.casefile.draft.Draft;
import io.holdfast.kit.mongo.AccessPath;
import io.holdfast.kit.mongo.Layout;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Drafts in the store. */
public final class DraftLayout {
  /** Drafts that an institution may see, newest first. */
  public static final AccessPath BY_READER =
      AccessPath.of("byReader", "readers", "-created", "-_id");

  /** Those among them that are still being written, or not any more. */
  public static final AccessPath BY_READER_LIVE =
      AccessPath.of("byReaderLive", "readers", "live", "-created", "-_id");

  /** Drafts of a region, newest first. */
  public static final AccessPath BY_REGION =
      AccessPath.of("byRegion", "access.region", "-created", "-_id");

  /** Those among them that are still being written, or not any more. */
  public static final AccessPath BY_REGION_LIVE =
      AccessPath.of("byRegionLive", "access.region", "live", "-created", "-_id");

  private DraftLayout() {}

  /** The layout. */
  public static Layout<Draft> layout() {
    return new Layout<>(
        "drafts",
        Draft.class,
        List.of(BY_READER, BY_READER_LIVE, BY_REGION, BY_REGION_LIVE),
        draft -> Optional.ofNullable(draft.sweepTime()),
        draft ->
            Map.of("readers", List.copyOf(draft.readers()), "live", draft.state().name().live()),
        _ -> Set.of(),
        (draft, _) -> draft);
  }
}
