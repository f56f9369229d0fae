package io.holdfast.kit.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shares the slots among the replicas that show signs of life, by rendezvous hashing. Being wrong
 * for a while costs double looks, never a double effect.
 */
public final class SlotOwnership implements Supplier<List<Integer>>, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SlotOwnership.class);
  private static final Duration BEAT = Duration.ofSeconds(5);
  private static final Duration DEAD_AFTER = Duration.ofSeconds(15);
  private static final int REPLICAS_MAX = 64;
  private static final AccessPath BY_BEAT = AccessPath.of("byBeat", "beat");
  private static final String COLLECTION = "workers";

  private final MongoStore store;
  private final String replica;
  private final InstantSource clock;
  private volatile List<Integer> own = List.of();
  private volatile boolean open = true;

  /**
   * @param replica this process's own name, new at every start
   * @param clock the system's clock: leases do not follow the legal one
   */
  public SlotOwnership(MongoStore store, String replica, InstantSource clock) {
    this.store = store;
    this.replica = replica;
    this.clock = clock;
    store.prepare(COLLECTION, List.of(BY_BEAT));
  }

  /** Shows the first sign of life and goes on doing so. */
  public SlotOwnership start() {
    beat();
    Thread.ofVirtual().name("slot-ownership").start(this::run);
    return this;
  }

  @Override
  public List<Integer> get() {
    return own;
  }

  private void run() {
    while (open) {
      try {
        Thread.sleep(BEAT);
        beat();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        LOG.debug("no sign of life sent: {}", e.toString());
      }
    }
  }

  private void beat() {
    Instant now = clock.instant();
    var workers = store.collection(COLLECTION);
    Await.result(
        workers.updateOne(
            eq("_id", replica),
            Updates.set("beat", Date.from(now)),
            new UpdateOptions().upsert(true)));
    var alive = new Document("beat", new Document("$gt", Date.from(now.minus(DEAD_AFTER))));
    List<String> replicas = new ArrayList<>();
    Await.all(workers.find(alive).limit(REPLICAS_MAX))
        .forEach(found -> replicas.add(found.getString("_id")));
    own =
        IntStream.range(0, Slots.COUNT)
            .filter(slot -> replica.equals(owner(slot, replicas)))
            .boxed()
            .toList();
  }

  static String owner(int slot, List<String> replicas) {
    String best = "";
    long bestWeight = Long.MIN_VALUE;
    for (String candidate : replicas) {
      long weight = weight(slot, candidate);
      if (weight > bestWeight) {
        bestWeight = weight;
        best = candidate;
      }
    }
    return best;
  }

  private static long weight(int slot, String replica) {
    long hash = slot * 0x9E3779B97F4A7C15L;
    for (int i = 0; i < replica.length(); i++) {
      hash = (hash ^ replica.charAt(i)) * 0xBF58476D1CE4E5B9L;
      hash ^= hash >>> 29;
    }
    return hash;
  }

  /** Leaves: the others take the slots at their next look. */
  @Override
  public void close() {
    open = false;
    try {
      Await.result(store.collection(COLLECTION).deleteOne(eq("_id", replica)));
    } catch (RuntimeException e) {
      LOG.debug("not signed off: {}", e.toString());
    }
  }
}
