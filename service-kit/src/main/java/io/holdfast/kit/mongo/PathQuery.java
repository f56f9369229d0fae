package io.holdfast.kit.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Pages along one access path: equal on its first keys, ordered by the rest, continued after the
 * last item's keys.
 */
final class PathQuery {
  private static final int SIZE_DEFAULT = 20;
  private static final int SIZE_MAX = 100;

  private final MongoCollection<Document> collection;
  private final AccessPath path;

  PathQuery(MongoCollection<Document> collection, AccessPath path) {
    this.collection = collection;
    this.path = path;
  }

  /**
   * @param narrowed what else must hold of an item; a bound on the first key of the order narrows
   *     the index, the rest is tested on what the index yields
   */
  <T> Page<T> page(
      List<Object> equalTo,
      List<Bson> narrowed,
      int size,
      String pageToken,
      Function<Document, T> decode) {
    int limit = size <= 0 ? SIZE_DEFAULT : Math.min(size, SIZE_MAX);
    List<AccessPath.Key> order = path.keys().subList(equalTo.size(), path.keys().size());
    List<Bson> filters = new ArrayList<>(narrowed);
    for (int i = 0; i < equalTo.size(); i++) {
      filters.add(eq(path.keys().get(i).field(), Envelope.value(equalTo.get(i))));
    }
    if (!pageToken.isEmpty()) {
      filters.add(after(order, PageTokens.read(path.name(), order.size(), pageToken)));
    }
    var sort = new Document();
    order.forEach(key -> sort.append(key.field(), key.ascending() ? 1 : -1));
    Bson filter = filters.isEmpty() ? new Document() : and(filters);
    List<Document> found = Await.all(collection.find(filter).sort(sort).limit(limit + 1));
    boolean more = found.size() > limit;
    List<Document> items = more ? found.subList(0, limit) : found;
    String next = more ? PageTokens.write(path.name(), keys(order, items.getLast())) : "";
    return new Page<>(items.stream().map(decode).toList(), next);
  }

  private static List<Object> keys(List<AccessPath.Key> order, Document item) {
    return order.stream()
        .map(key -> item.getEmbedded(List.of(key.field().split("\\.")), Object.class))
        .toList();
  }

  private static Bson after(List<AccessPath.Key> order, List<Object> last) {
    List<Bson> cases = new ArrayList<>();
    for (int i = 0; i < order.size(); i++) {
      List<Bson> parts = new ArrayList<>();
      for (int j = 0; j < i; j++) {
        parts.add(eq(order.get(j).field(), last.get(j)));
      }
      AccessPath.Key key = order.get(i);
      parts.add(key.ascending() ? gt(key.field(), last.get(i)) : lt(key.field(), last.get(i)));
      cases.add(and(parts));
    }
    return or(cases);
  }
}
