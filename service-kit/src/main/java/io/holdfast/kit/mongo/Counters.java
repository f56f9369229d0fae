package io.holdfast.kit.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.MongoWriteException;
import com.mongodb.client.model.PushOptions;
import io.holdfast.kit.problem.KitReason;
import io.holdfast.kit.problem.Problem;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.bson.Document;

/**
 * Numbers without gaps, for receipts and papers: who draws a number is recorded in the same write,
 * so a drawer that died gets his number again and no number is without an owner.
 */
public final class Counters {
  private static final int DRAWERS_KEPT = 512;
  private static final int TRIES_MAX = 20;

  private final MongoStore store;
  // One draw per counter at a time within this process: the others would only lose the race and try
  // again.
  private final ConcurrentHashMap<String, ReentrantLock> queues = new ConcurrentHashMap<>();

  public Counters(MongoStore store) {
    this.store = store;
  }

  /**
   * The next number of {@code counter}, from 1; the one {@code drawer} already has, if it drew
   * before.
   */
  public long draw(String counter, String drawer) {
    ReentrantLock queue = queues.computeIfAbsent(counter, _ -> new ReentrantLock());
    queue.lock();
    try {
      for (int i = 0; i < TRIES_MAX; i++) {
        long number = tryDraw(counter, drawer);
        if (number > 0) {
          return number;
        }
      }
    } finally {
      queue.unlock();
    }
    throw Problem.of(KitReason.BUSY);
  }

  private long tryDraw(String counter, String drawer) {
    var collection = store.collection("counters");
    Document found = Await.one(collection.find(eq("_id", counter)).limit(1)).orElse(null);
    if (found == null) {
      try {
        Await.result(
            collection.insertOne(
                new Document("_id", counter)
                    .append("last", 1L)
                    .append("drawers", List.of(drawn(1, drawer)))));
        return 1;
      } catch (MongoWriteException e) {
        if (e.getError().getCode() == Aggregates.DUPLICATE_KEY) {
          return 0;
        }
        throw e;
      }
    }
    for (Document earlier : found.getList("drawers", Document.class)) {
      if (earlier.getString("by").equals(drawer)) {
        return earlier.getLong("n");
      }
    }
    long last = found.getLong("last");
    var written =
        Await.result(
            collection.updateOne(
                and(eq("_id", counter), eq("last", last)),
                combine(
                    set("last", last + 1),
                    pushEach(
                        "drawers",
                        List.of(drawn(last + 1, drawer)),
                        new PushOptions().slice(-DRAWERS_KEPT)))));
    return written.getMatchedCount() == 1 ? last + 1 : 0;
  }

  private static Document drawn(long number, String drawer) {
    return new Document("n", number).append("by", drawer);
  }
}
