package io.holdfast.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A query filter as alternatives, each a set of demands on fields: what the planner understands of
 * it.
 */
final class Filter {

  /**
   * More alternatives than this are not worked out; what is left out only makes the search wider.
   */
  private static final int ALTERNATIVES_MAX = 64;

  private Filter() {}

  static List<Map<String, FieldTest>> alternativesOf(Document filter) {
    return alternativesOf(filter, List.of(Map.of()));
  }

  private static List<Map<String, FieldTest>> alternativesOf(
      Document filter, List<Map<String, FieldTest>> base) {
    List<Map<String, FieldTest>> result = base;
    for (Map.Entry<String, Object> entry : filter.entrySet()) {
      String field = entry.getKey();
      @Nullable Object condition = entry.getValue();
      if (field.equals("$and") && condition instanceof Collection<?> all) {
        for (Object part : all) {
          result = part instanceof Document document ? alternativesOf(document, result) : result;
        }
      } else if (field.equals("$or") && condition instanceof Collection<?> any) {
        result = spread(any, result);
      } else if (!field.startsWith("$")) {
        result = demand(field, FieldTest.of(condition), result);
      }
    }
    return result;
  }

  private static List<Map<String, FieldTest>> spread(
      Collection<?> any, List<Map<String, FieldTest>> base) {
    List<Map<String, FieldTest>> result = new ArrayList<>();
    for (Object alternative : any) {
      if (!(alternative instanceof Document document)) {
        return base;
      }
      result.addAll(alternativesOf(document, base));
      if (result.size() > ALTERNATIVES_MAX) {
        return base;
      }
    }
    return result.isEmpty() ? base : result;
  }

  private static List<Map<String, FieldTest>> demand(
      String field, FieldTest test, List<Map<String, FieldTest>> base) {
    if (test.equals(FieldTest.NONE)) {
      return base;
    }
    List<Map<String, FieldTest>> result = new ArrayList<>();
    for (Map<String, FieldTest> tests : base) {
      Map<String, FieldTest> more = new HashMap<>(tests);
      more.merge(field, test, FieldTest::and);
      result.add(more);
    }
    return result;
  }
}
