package io.holdfast.testkit;

import io.holdfast.kit.crypto.Keys;
import io.holdfast.kit.id.Ids;
import io.holdfast.kit.mongo.AggregateStore;
import io.holdfast.kit.mongo.MongoStore;
import io.holdfast.kit.mongo.Slots;
import io.holdfast.kit.outbox.Outlets;
import io.holdfast.kit.outbox.Relay;
import io.holdfast.kit.outbox.SlotWorkers;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * One replica of a service on a test store: clock by hand, keys of its own, relay running; the
 * workers run once {@link #startWorkers} is called.
 */
public final class TestBench implements AutoCloseable {
  private static final Keys KEYS = TestKeys.fresh();

  private final MongoStore store;
  private final ManualClock clock;
  private final Relay relay = new Relay();
  private final SlotWorkers workers;
  private final AggregateStore aggregates;

  /** A replica named {@code service} whose events go to {@code outlets}. */
  public TestBench(String service, MongoStore store, ManualClock clock, Outlets outlets) {
    this(service, store, clock, outlets, true);
  }

  /** The same, with sweeping of due clocks switched off when {@code sweeping} is false. */
  public TestBench(
      String service, MongoStore store, ManualClock clock, Outlets outlets, boolean sweeping) {
    this.store = store;
    this.clock = clock;
    List<Integer> all = IntStream.range(0, Slots.COUNT).boxed().toList();
    this.workers = new SlotWorkers(clock, relay, () -> all, Duration.ofMillis(50), sweeping);
    this.aggregates =
        new AggregateStore(service, store, KEYS.sealer(), clock, outlets, relay, workers);
  }

  /** Opens kinds of aggregates. */
  public AggregateStore aggregates() {
    return aggregates;
  }

  public MongoStore store() {
    return store;
  }

  public ManualClock clock() {
    return clock;
  }

  /** Keys made for this test run. */
  public Keys keysInUse() {
    return KEYS;
  }

  /** Ids that are the same in every run. */
  public Ids ids() {
    return new Ids(new SplittableRandom(20261121));
  }

  /** Has due clocks fired and left-over deliveries repeated from now on. */
  public void startWorkers() {
    workers.start();
  }

  @Override
  public void close() {
    workers.close();
    relay.close();
  }
}
