package io.holdfast.store;

import java.util.List;

/** How a query finds its candidates. The filter is applied to each of them afterwards. */
sealed interface Plan {

  /** Whether the candidates come in the order asked for. */
  boolean ordered();

  /** Reads every document. */
  record FullScan(boolean reverse, boolean ordered) implements Plan {}

  /**
   * Reads ranges of keys.
   *
   * @param merged entry by entry from all ranges at once, by what follows each range's {@code
   *     sortOffset}
   */
  record RangeScan(
      KeySource source, List<KeyRange> ranges, boolean reverse, boolean ordered, boolean merged)
      implements Plan {}

  /** One scan for each alternative of an {@code $or} that no single index serves. */
  record Union(List<RangeScan> scans, boolean ordered) implements Plan {}
}
