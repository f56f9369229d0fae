package io.holdfast.liaison.attendance.store;

import io.holdfast.kit.crypto.Sealer;
import io.holdfast.kit.mongo.AccessPath;
import io.holdfast.kit.mongo.MongoStore;
import io.holdfast.kit.mongo.Records;
import io.holdfast.kit.mongo.Records.Entry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * Which replicas are alive. Each says so every {@link #BEAT}; one that has not for {@link #LEASE}
 * holds nothing open any more, killed or not.
 */
public final class Leases {
  /** How often a replica says that it lives. */
  public static final Duration BEAT = Duration.ofSeconds(5);

  /** For how long that counts. */
  public static final Duration LEASE = Duration.ofSeconds(15);

  private static final Duration FRESH = Duration.ofSeconds(1);
  private static final Duration KEPT = Duration.ofHours(1);
  private static final int REPLICAS_MAX = 100;
  private static final AccessPath LATEST = AccessPath.of("latest", "-seen");

  /** A replica's last word. */
  record Lease(Instant seen) {}

  private final Records<Lease> records;
  private final String own;
  private final InstantSource system;
  private final ReentrantLock lock = new ReentrantLock();
  // Guarded by the lock.
  private Map<String, Instant> known = Map.of();
  private Instant readTime = Instant.EPOCH;

  private Leases(Records<Lease> records, String own, InstantSource system) {
    this.records = records;
    this.own = own;
    this.system = system;
  }

  /**
   * Opens the collection {@code replicas}.
   *
   * @param own this replica's id, new with every start
   */
  public static Leases open(MongoStore store, Sealer sealer, String own, InstantSource system) {
    return new Leases(
        Records.open(
            store,
            sealer,
            new Records.Shape<>(
                "replicas", Lease.class, List.of(LATEST), lease -> Map.of("seen", lease.seen()))),
        own,
        system);
  }

  /** This replica's id. */
  String own() {
    return own;
  }

  /**
   * Says once that this replica lives, and forgets those that have long been dead.
   *
   * @return whether others may have taken it for dead since the last time
   */
  public boolean beat() {
    Instant now = system.instant();
    var lease = new Lease(now);
    List<Entry<Lease>> stored = records.find(List.of(own));
    records.write(
        List.of(
            stored.isEmpty()
                ? new Records.Write.Insert<>(own, lease)
                : new Records.Write.Update<>(own, stored.getFirst().v(), lease)));
    Instant old = now.minus(KEPT);
    records.remove(
        all().stream().filter(one -> one.value().seen().isBefore(old)).map(Entry::id).toList());
    return stored.isEmpty() || !now.isBefore(stored.getFirst().value().seen().plus(LEASE));
  }

  /** Whose word counts now. A replica that has just begun is asked for again. */
  Predicate<String> alive() {
    return replica -> replica.equals(own) || lives(replica);
  }

  private boolean lives(String replica) {
    lock.lock();
    try {
      Instant now = system.instant();
      if (!known.containsKey(replica) || readTime.plus(FRESH).isBefore(now)) {
        Map<String, Instant> read = new LinkedHashMap<>();
        all().forEach(entry -> read.put(entry.id(), entry.value().seen()));
        // Remembered as unknown too, so that a dead one is not asked for by every reader.
        read.putIfAbsent(replica, Instant.EPOCH);
        known = read;
        readTime = now;
      }
      Instant seen = known.getOrDefault(replica, Instant.EPOCH);
      return now.isBefore(seen.plus(LEASE));
    } finally {
      lock.unlock();
    }
  }

  private List<Entry<Lease>> all() {
    return records.page(LATEST, List.of(), REPLICAS_MAX, "").items();
  }
}
