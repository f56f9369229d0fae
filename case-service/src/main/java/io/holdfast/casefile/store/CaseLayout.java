package io.holdfast.casefile.store;

import io.holdfast.casefile.casefile.CaseClocks;
import io.holdfast.casefile.casefile.CaseFile;
import io.holdfast.kit.mongo.AccessPath;
import io.holdfast.kit.mongo.Layout;
import java.util.List;
import java.util.Map;

/** Cases in the store. */
public final class CaseLayout {
  /** Cases of an institution and those below it, newest first. */
  public static final AccessPath BY_OWNER =
      AccessPath.of("byOwner", "access.owner", "-created", "-_id");

  /** The same in one state. */
  public static final AccessPath BY_OWNER_STATE =
      AccessPath.of("byOwnerState", "access.owner", "state", "-created", "-_id");

  /** Cases of a region, newest first. */
  public static final AccessPath BY_REGION =
      AccessPath.of("byRegion", "access.region", "-created", "-_id");

  /** The same in one state. */
  public static final AccessPath BY_REGION_STATE =
      AccessPath.of("byRegionState", "access.region", "state", "-created", "-_id");

  private CaseLayout() {}

  /** The layout, filing cases under {@code keys}. */
  public static Layout<CaseFile> of(CaseKeys keys) {
    return new Layout<>(
        "cases",
        CaseFile.class,
        List.of(BY_OWNER, BY_OWNER_STATE, BY_REGION, BY_REGION_STATE),
        CaseClocks::next,
        file -> Map.of("state", file.state().name().name()),
        keys::of,
        (file, _) -> file);
  }
}
