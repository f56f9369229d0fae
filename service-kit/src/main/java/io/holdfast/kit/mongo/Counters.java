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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;

/**
 * Numbers without gaps, for receipts and papers: who draws a number is recorded in the same write,
 * so a drawer that died gets his number again and no number is without an owner.
 */
public final class Counters {
  // Every draw reads and writes them all, so no more than a retry could still come back for.
  private static final int DRAWERS_KEPT = 128;
  private static final int TRIES_MAX = 20;

  private final MongoStore store;
  private final ConcurrentHashMap<String, DrawLine> lines = new ConcurrentHashMap<>();

  public Counters(MongoStore store) {
    this.store = store;
  }

  /**
   * The next number of {@code counter}, from 1; the one {@code drawer} already has, if it drew
   * before.
   */
  public long draw(String counter, String drawer) {
    return lines
        .computeIfAbsent(counter, _ -> new DrawLine(drawers -> drawAll(counter, drawers)))
        .draw(drawer);
  }

  private Map<String, Long> drawAll(String counter, Set<String> drawers) {
    for (int i = 0; i < TRIES_MAX; i++) {
      Optional<Map<String, Long>> numbers = tryDraw(counter, drawers);
      if (numbers.isPresent()) {
        return numbers.get();
      }
    }
    throw Problem.of(KitReason.BUSY);
  }

  /** Empty where somebody else has drawn since the look. */
  private Optional<Map<String, Long>> tryDraw(String counter, Set<String> drawers) {
    var collection = store.collection("counters");
    Document found = Await.one(collection.find(eq("_id", counter)).limit(1)).orElse(null);
    Map<String, Long> numbers = new HashMap<>();
    long last = 0;
    if (found != null) {
      last = found.getLong("last");
      found
          .getList("drawers", Document.class)
          .forEach(earlier -> numbers.put(earlier.getString("by"), earlier.getLong("n")));
    }
    List<Document> fresh = new ArrayList<>();
    for (String drawer : drawers) {
      if (!numbers.containsKey(drawer)) {
        long number = last + fresh.size() + 1;
        numbers.put(drawer, number);
        fresh.add(new Document("n", number).append("by", drawer));
      }
    }
    boolean recorded =
        fresh.isEmpty()
            || (found == null ? opened(counter, fresh) : recorded(counter, last, fresh));
    return recorded ? Optional.of(numbers) : Optional.empty();
  }

  private boolean opened(String counter, List<Document> fresh) {
    try {
      Await.result(
          store
              .collection("counters")
              .insertOne(
                  new Document("_id", counter)
                      .append("last", (long) fresh.size())
                      .append("drawers", fresh)));
      return true;
    } catch (MongoWriteException e) {
      if (e.getError().getCode() == Aggregates.DUPLICATE_KEY) {
        return false;
      }
      throw e;
    }
  }

  private boolean recorded(String counter, long last, List<Document> fresh) {
    var written =
        Await.result(
            store
                .collection("counters")
                .updateOne(
                    and(eq("_id", counter), eq("last", last)),
                    combine(
                        set("last", last + fresh.size()),
                        pushEach("drawers", fresh, new PushOptions().slice(-DRAWERS_KEPT)))));
    return written.getMatchedCount() == 1;
  }
}
