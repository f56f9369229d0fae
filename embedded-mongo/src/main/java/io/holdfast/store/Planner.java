package io.holdfast.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Chooses how to find the documents of a query: the index with the longest run of fixed values,
 * then a range, then one that gives the order. It counts no entries; the stores it serves name an
 * index for each path.
 */
final class Planner {

  private final Collection<? extends KeySource> sources;

  Planner(Collection<? extends KeySource> sources) {
    this.sources = sources;
  }

  /**
   * @param sort null or empty: any order
   * @param limited only the first few results are wanted
   */
  Plan plan(Document filter, @Nullable Document sort, boolean limited) {
    if (sort != null && sort.containsKey("$natural")) {
      return new Plan.FullScan(isDescending(sort.get("$natural")), true);
    }
    Document wanted = sort == null ? new Document() : sort;
    List<Map<String, FieldTest>> alternatives = Filter.alternativesOf(filter);

    @Nullable Candidate best = best(alternatives, wanted, limited && filter.isEmpty());
    if (best != null) {
      return best.scan();
    }
    List<Plan.RangeScan> scans = new ArrayList<>();
    for (Map<String, FieldTest> alternative : alternatives) {
      @Nullable Candidate one = best(List.of(alternative), new Document(), false);
      if (one == null) {
        return fullScan(wanted);
      }
      scans.add(one.scan());
    }
    return new Plan.Union(scans, wanted.isEmpty());
  }

  /** Documents lie in the order of their {@code _id}. */
  private static Plan fullScan(Document sort) {
    boolean byId = !sort.isEmpty() && sort.keySet().iterator().next().equals(IdIndex.FIELD);
    return new Plan.FullScan(byId && isDescending(sort.get(IdIndex.FIELD)), byId || sort.isEmpty());
  }

  private @Nullable Candidate best(
      List<Map<String, FieldTest>> alternatives, Document sort, boolean walk) {
    return sources.stream()
        .map(source -> Candidate.of(source, alternatives, sort, walk))
        .flatMap(Optional::stream)
        .max(Comparator.comparingInt(Candidate::score))
        .orElse(null);
  }

  static boolean isDescending(@Nullable Object direction) {
    return direction instanceof Number number && number.intValue() < 0;
  }
}
