package io.holdfast.liaison.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The institutions above one, nearest first.
 *
 * @param ancestors ids; empty at a root
 */
public record Lineage(List<String> ancestors) {
  /** Deepest tree: ministry, province, prefecture, county, station, and three to spare. */
  public static final int DEPTH_MAX = 8;

  /** The lineage of a root. */
  public static final Lineage ROOT = new Lineage(List.of());

  public Lineage {
    ancestors = List.copyOf(ancestors);
  }

  /**
   * The lineage of {@code child} below {@code parent}, whose own lineage this is. Empty where that
   * would close a circle or go deeper than {@value #DEPTH_MAX}.
   */
  public Optional<Lineage> below(String parent, String child) {
    if (child.equals(parent) || ancestors.contains(child) || ancestors.contains(parent)) {
      return Optional.empty();
    }
    if (ancestors.size() + 1 >= DEPTH_MAX) {
      return Optional.empty();
    }
    var above = new ArrayList<String>();
    above.add(parent);
    above.addAll(ancestors);
    return Optional.of(new Lineage(above));
  }
}
