package io.holdfast.store;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a filter demands of one field, as far as an index can help. It may demand less than the
 * filter (the filter is applied to every document found), never more.
 *
 * @param points the values of which the field must have one; null: any
 */
record FieldTest(
    @Nullable List<@Nullable Object> points, @Nullable Bound lower, @Nullable Bound upper) {

  /** A bound on one side; {@code inclusive} where equal bytes may still differ in value. */
  record Bound(Object value, boolean inclusive) {}

  static final FieldTest NONE = new FieldTest(null, null, null);

  /** What {@code field: condition} demands. */
  static FieldTest of(@Nullable Object condition) {
    if (condition instanceof Document operators && isOperators(operators)) {
      FieldTest test = NONE;
      for (Map.Entry<String, Object> operator : operators.entrySet()) {
        test = test.and(ofOperator(operator.getKey(), operator.getValue()));
      }
      return test;
    }
    return ofPoints(List.of(new Point(condition)));
  }

  /** Both demands; where one must do for both, the narrower. Each alone would be right. */
  FieldTest and(FieldTest other) {
    return new FieldTest(
        fewer(points, other.points),
        lower == null ? other.lower : lower,
        upper == null ? other.upper : upper);
  }

  boolean bounded() {
    return lower != null || upper != null;
  }

  /** No document without the field passes. */
  boolean needsPresence() {
    return bounded() || points != null && points.stream().noneMatch(point -> point == null);
  }

  boolean single() {
    return points != null && points.size() == 1;
  }

  private record Point(@Nullable Object value) {}

  private static FieldTest ofOperator(String operator, @Nullable Object operand) {
    return switch (operator) {
      case "$eq" -> ofPoints(List.of(new Point(operand)));
      case "$in" ->
          operand instanceof Collection<?> values
              ? ofPoints(values.stream().map(value -> new Point(value)).toList())
              : NONE;
      case "$gt" ->
          operand != null && isBound(operand)
              ? new FieldTest(null, new Bound(operand, inexact(operand)), null)
              : NONE;
      case "$gte" ->
          operand != null && isBound(operand)
              ? new FieldTest(null, new Bound(operand, true), null)
              : NONE;
      case "$lt" ->
          operand != null && isBound(operand)
              ? new FieldTest(null, null, new Bound(operand, inexact(operand)))
              : NONE;
      case "$lte" ->
          operand != null && isBound(operand)
              ? new FieldTest(null, null, new Bound(operand, true))
              : NONE;
      default -> NONE;
    };
  }

  private static FieldTest ofPoints(List<Point> points) {
    List<@Nullable Object> values = new ArrayList<>();
    for (Point point : points) {
      if (!isPoint(point.value())) {
        return NONE;
      }
      values.add(point.value());
    }
    return new FieldTest(values, null, null);
  }

  private static @Nullable List<@Nullable Object> fewer(
      @Nullable List<@Nullable Object> a, @Nullable List<@Nullable Object> b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return a.size() <= b.size() ? a : b;
  }

  private static boolean isOperators(Document condition) {
    return !condition.isEmpty() && condition.keySet().iterator().next().startsWith("$");
  }

  /** A value that is found under exactly its own key, in an array or not. */
  private static boolean isPoint(@Nullable Object value) {
    return switch (value) {
      case null -> true;
      case Collection<?> _, BsonRegularExpression _ -> false;
      case Document document -> isPlain(document);
      default -> true;
    };
  }

  /**
   * The engine lets {@code {a: {b: null}}} match more than equal documents; leave such to the
   * filter.
   */
  private static boolean isPlain(Document document) {
    return !document.isEmpty()
        && document.entrySet().stream()
            .noneMatch(
                field ->
                    field.getKey().startsWith("$")
                        || field.getValue() == null
                        || field.getValue() instanceof Missing
                        || field.getValue() instanceof Collection
                        || field.getValue() instanceof Document inner && !isPlain(inner));
  }

  /** A range compares values of one type only; for these the engine has rules of its own. */
  private static boolean isBound(Object value) {
    return switch (value) {
      case Collection<?> _, Document _, BsonRegularExpression _, MinKey _, MaxKey _ -> false;
      default -> true;
    };
  }

  /** Decimals share a key with the nearest double. */
  private static boolean inexact(Object value) {
    return value instanceof Decimal128;
  }
}
