package io.holdfast.kit.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.pushEach;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/**
 * Which aggregates a keyed hash points to: one document a key, so that a search by account, phone
 * or number asks one shard for one document.
 */
public final class Lookups {
  private static final int IDS_KEPT = 1000;

  private final MongoStore store;

  public Lookups(MongoStore store) {
    this.store = store;
  }

  /** Ids filed under {@code key}, at most {@code limit}, newest last. */
  public List<String> find(String key, int limit) {
    List<String> ids =
        Await.one(store.collection("lookup").find(eq("_id", key)).limit(1))
            .map(found -> found.getList("ids", String.class))
            .orElse(List.of());
    return ids.subList(Math.max(0, ids.size() - limit), ids.size());
  }

  /** Files ids under their keys; what is there already stays once. */
  void add(Map<String, Collection<String>> idsByKey) {
    List<WriteModel<Document>> writes = new ArrayList<>();
    idsByKey.forEach(
        (key, ids) ->
            ids.forEach(
                id ->
                    writes.add(
                        new UpdateOneModel<>(
                            and(eq("_id", key), ne("ids", id)),
                            pushEach("ids", List.of(id), new PushOptions().slice(-IDS_KEPT)),
                            new UpdateOptions().upsert(true)))));
    if (writes.isEmpty()) {
      return;
    }
    try {
      Await.result(
          store.collection("lookup").bulkWrite(writes, new BulkWriteOptions().ordered(false)));
    } catch (MongoBulkWriteException e) {
      // An id that is filed already does not match its filter, so the upsert meets the key: as it
      // should be.
      boolean filed =
          e.getWriteErrors().stream()
              .allMatch(error -> error.getCode() == Aggregates.DUPLICATE_KEY);
      if (!filed) {
        throw e;
      }
    }
  }
}
