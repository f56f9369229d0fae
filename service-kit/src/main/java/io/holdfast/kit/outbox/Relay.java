package io.holdfast.kit.outbox;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settles aggregates as soon as they are written, in batches. It promises nothing: what it drops or
 * a crash takes, the slot workers find in the store.
 */
public final class Relay implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
  private static final int QUEUE_MAX = 20_000;
  private static final int BATCH_MAX = 64;
  private static final int LANES = 4;

  private final Map<String, Lane> lanes = new ConcurrentHashMap<>();
  private volatile boolean open = true;

  /** Takes care of one more collection. */
  public void serve(Settlement settlement) {
    var lane = new Lane(settlement);
    if (lanes.putIfAbsent(settlement.name(), lane) != null) {
      throw new IllegalStateException(settlement.name() + " is served already");
    }
    for (int i = 0; i < LANES; i++) {
      Thread.ofVirtual().name("relay-" + settlement.name() + '-' + i).start(lane::run);
    }
  }

  /** An aggregate has something waiting. Returns at once. */
  public void offer(String collection, String id) {
    Lane lane = lanes.get(collection);
    if (lane != null) {
      lane.offer(id);
    }
  }

  @Override
  public void close() {
    open = false;
  }

  private final class Lane {
    private final Settlement settlement;
    private final LinkedBlockingQueue<String> queue = new LinkedBlockingQueue<>(QUEUE_MAX);
    private final Set<String> waiting = ConcurrentHashMap.newKeySet();
    private final Set<String> busy = ConcurrentHashMap.newKeySet();

    Lane(Settlement settlement) {
      this.settlement = settlement;
    }

    void offer(String id) {
      if (waiting.add(id) && !queue.offer(id)) {
        waiting.remove(id);
      }
    }

    void run() {
      while (open) {
        try {
          List<String> batch = take();
          if (!batch.isEmpty()) {
            settle(batch);
          }
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return;
        }
      }
    }

    private List<String> take() throws InterruptedException {
      String first = queue.poll(500, TimeUnit.MILLISECONDS);
      if (first == null) {
        return List.of();
      }
      var drained = new ArrayList<String>();
      drained.add(first);
      queue.drainTo(drained, BATCH_MAX - 1);
      var batch = new ArrayList<String>();
      for (String id : drained) {
        // Another lane holds it: back to the queue, so that one aggregate is never in two batches.
        if (busy.add(id)) {
          waiting.remove(id);
          batch.add(id);
        } else if (!queue.offer(id)) {
          waiting.remove(id);
        }
      }
      if (batch.isEmpty()) {
        Thread.sleep(1);
      }
      return batch;
    }

    private void settle(List<String> batch) {
      Set<String> again = new LinkedHashSet<>();
      try {
        again.addAll(settlement.settle(batch));
      } catch (RuntimeException e) {
        LOG.warn("settling {} of {} is left to the workers", batch.size(), settlement.name(), e);
      } finally {
        batch.forEach(busy::remove);
      }
      again.forEach(this::offer);
    }
  }
}
