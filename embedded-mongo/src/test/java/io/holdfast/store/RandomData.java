package io.holdfast.store;

import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Random documents, filters, orders and indexes over few fields and values, so that they meet
 * often.
 */
final class RandomData {

  private static final List<String> FIELDS =
      List.of("a", "b", "c", "d.x", "d.y", "o.x", "o.y", "e", "_id");

  private final Random random;

  /** How often a field holds an array: some collections have none, some many. */
  private final int arrayPercent;

  private final int decimalPercent;

  /** Field lists of the indexes: most queries and orders ask about these. */
  private final List<Document> indexed = new ArrayList<>();

  RandomData(Random random) {
    this.random = random;
    this.arrayPercent = List.of(0, 5, 40).get(random.nextInt(3));
    this.decimalPercent = List.of(0, 20, 100).get(random.nextInt(3));
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  int number(int bound) {
    return random.nextInt(bound);
  }

  <T> T oneOf(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  Document document(int id) {
    Document document = new Document("_id", id);
    for (String field : List.of("a", "b", "c", "e")) {
      if (chance(field.equals("e") ? 40 : 85)) {
        document.put(field, chance(arrayPercent) && !field.equals("a") ? array() : scalar());
      }
    }
    if (chance(70)) {
      document.put("d", chance(15) ? scalar() : inner());
    }
    if (chance(60)) {
      List<Object> elements = new ArrayList<>();
      for (int i = number(4); i > 0; i--) {
        elements.add(chance(10) ? scalar() : inner());
      }
      document.put("o", chance(arrayPercent * 2) ? elements : inner());
    }
    if (chance(60)) {
      document.put("u", id * 2);
    }
    return document;
  }

  private Document inner() {
    Document inner = new Document();
    if (chance(85)) {
      inner.put("x", scalar());
    }
    if (chance(70)) {
      inner.put("y", scalar());
    }
    return inner;
  }

  private List<@Nullable Object> array() {
    List<@Nullable Object> array = new ArrayList<>();
    for (int i = number(4); i > 0; i--) {
      array.add(scalar());
    }
    return array;
  }

  @Nullable Object scalar() {
    int n = number(6);
    return switch (number(14)) {
      case 0 -> null;
      case 1, 2, 3, 4 -> n;
      case 5 -> (long) n;
      case 6 -> n + 0.5;
      case 7 -> 9007199254740992L + n;
      case 8, 12 -> chance(decimalPercent) ? decimal(n) : n % 2 == 0;
      case 9, 10 ->
          n == 0 ? "" : n == 1 ? "a\u0000b" : "abcdef".substring(0, n) + (n == 5 ? "止𠮷" : "");
      case 11 -> Instant.ofEpochMilli(n - 3);
      default -> new ObjectId("00000000000000000000000" + n);
    };
  }

  /** Some differ by less than a double can tell. */
  private Decimal128 decimal(int n) {
    return new Decimal128(
        new BigDecimal(n % 2 + (chance(50) ? ".5" : ".50000000000000000000" + n)));
  }

  String field() {
    return indexed.isEmpty() || chance(25)
        ? oneOf(FIELDS)
        : oneOf(List.copyOf(oneOf(indexed).keySet()));
  }

  record Query(Document filter, Document sort) {}

  Query query() {
    if (!indexed.isEmpty() && chance(25)) {
      return chance(50) ? nextPage() : severalSlots();
    }
    Document filter = chance(5) ? new Document() : filter(2);
    Document sort = sort();
    if (!filter.isEmpty() && chance(25)) {
      Document longer = new Document(oneOf(List.copyOf(filter.keySet())), 1);
      sort.forEach(longer::putIfAbsent);
      sort = longer.keySet().iterator().next().startsWith("$") ? sort : longer;
    }
    return new Query(filter, sort);
  }

  /** What follows a place in the order of an index. */
  private Query nextPage() {
    Map<String, Object> fields = oneOf(indexed);
    Document sort = new Document(fields);
    List<Document> parts = new ArrayList<>();
    Document equal = new Document();
    for (String field : fields.keySet()) {
      Object value = operand(field);
      Document part = new Document(equal);
      part.put(field, new Document((int) fields.get(field) > 0 ? "$gt" : "$lt", value));
      parts.add(part);
      equal.put(field, value);
    }
    return new Query(new Document("$or", parts), sort);
  }

  /** Some values of an index's first field, in the order of the second. */
  private Query severalSlots() {
    List<String> fields = List.copyOf(oneOf(indexed).keySet());
    Document filter =
        new Document(fields.getFirst(), new Document("$in", List.of(0, 1, 2, 3, operandOr(4))));
    Document sort = new Document();
    fields.stream().skip(1).forEach(field -> sort.put(field, 1));
    return new Query(filter, sort);
  }

  private Object operandOr(Object otherwise) {
    Object value = scalar();
    return value == null ? otherwise : value;
  }

  Document filter(int depth) {
    Document filter = new Document();
    for (int i = 1 + number(3); i > 0; i--) {
      if (depth > 0 && chance(20)) {
        List<Document> parts = new ArrayList<>();
        for (int k = 1 + number(3); k > 0; k--) {
          parts.add(filter(depth - 1));
        }
        filter.put(oneOf(List.of("$or", "$or", "$and", "$nor")), parts);
      } else {
        String field = field();
        if (chance(8)) {
          // Two conditions which, in an array, different elements may meet.
          filter.put(
              "$and",
              List.of(
                  new Document(field, new Document("$gte", number(6))),
                  new Document(field, new Document("$lte", number(6)))));
        }
        filter.put(field, condition(field));
      }
    }
    return filter;
  }

  private @Nullable Object condition(String field) {
    return switch (number(10)) {
      case 0, 1, 2 -> operand(field);
      case 3 -> new Document("$in", operands(field));
      case 4, 5 ->
          new Document(oneOf(List.of("$gt", "$gte")), operand(field))
              .append(oneOf(List.of("$lt", "$lte")), operand(field));
      case 6 -> new Document(oneOf(List.of("$gt", "$gte", "$lt", "$lte")), operand(field));
      case 7 -> new Document("$eq", operand(field));
      case 8 -> new Document(oneOf(List.of("$ne", "$exists")), chance(50));
      default -> new Document("$nin", operands(field));
    };
  }

  private @Nullable Object operand(String field) {
    return field.equals("_id") && chance(80) ? (Object) number(60) : scalar();
  }

  private List<@Nullable Object> operands(String field) {
    List<@Nullable Object> operands = new ArrayList<>();
    for (int i = number(5); i > 0; i--) {
      operands.add(operand(field));
    }
    return operands;
  }

  Document sort() {
    Document sort = new Document();
    if (!indexed.isEmpty() && chance(40)) {
      int sign = chance(50) ? 1 : -1;
      boolean whole = chance(60);
      for (Map.Entry<String, Object> field : oneOf(indexed).entrySet()) {
        if (whole || chance(60)) {
          sort.put(field.getKey(), (int) field.getValue() * sign);
        }
      }
      return sort;
    }
    for (int i = number(3); i > 0; i--) {
      sort.put(field(), chance(50) ? 1 : -1);
    }
    return sort;
  }

  /** One of the kinds the stores use, and others. */
  Document index() {
    Document key = new Document();
    for (int i = 1 + number(3); i > 0; i--) {
      String field = field();
      // Two arrays side by side cannot be indexed together.
      boolean secondArray =
          key.keySet().stream().anyMatch(other -> !other.equals("a")) && !field.equals("a");
      if (!secondArray || key.keySet().stream().allMatch(other -> sameArray(other, field))) {
        key.put(field, chance(70) ? 1 : -1);
      }
    }
    if (key.keySet().equals(Set.of("_id"))) {
      key.put("a", 1);
    }
    indexed.add(key);
    return new Document("key", key)
        .append("name", key.keySet() + "" + key.values())
        .append("sparse", chance(25));
  }

  private static boolean sameArray(String one, String other) {
    return one.equals("a") || other.equals("a") || one.charAt(0) == other.charAt(0);
  }
}
