package io.holdfast.kit.outbox;

import java.util.ArrayList;
import java.util.Collection;
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

  /** These aggregates have something waiting; they are settled together. Returns at once. */
  public void offer(String collection, Collection<String> ids) {
    Lane lane = lanes.get(collection);
    if (lane != null) {
      lane.offer(ids);
    }
  }

  @Override
  public void close() {
    open = false;
  }

  private final class Lane {
    private final Settlement settlement;
    private final LinkedBlockingQueue<List<String>> queue = new LinkedBlockingQueue<>(QUEUE_MAX);
    private final Set<String> waiting = ConcurrentHashMap.newKeySet();
    // Those being settled, and whether something more was offered of them meanwhile.
    private final Map<String, Boolean> busy = new ConcurrentHashMap<>();

    Lane(Settlement settlement) {
      this.settlement = settlement;
    }

    void offer(Collection<String> ids) {
      List<String> fresh = ids.stream().filter(waiting::add).toList();
      if (!fresh.isEmpty() && !queue.offer(fresh)) {
        fresh.forEach(waiting::remove);
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
      List<String> offered = queue.poll(500, TimeUnit.MILLISECONDS);
      var batch = new ArrayList<String>();
      while (offered != null) {
        claim(offered, batch);
        offered = batch.size() < BATCH_MAX ? queue.poll() : null;
      }
      return batch;
    }

    /** Another lane may hold one of them: that one is taken up again when it has been settled. */
    private void claim(List<String> offered, List<String> batch) {
      for (String id : offered) {
        waiting.remove(id);
        boolean elsewhere = busy.merge(id, false, (_, _) -> true);
        if (!elsewhere) {
          batch.add(id);
        }
      }
    }

    private void settle(List<String> batch) {
      Set<String> again = new LinkedHashSet<>();
      try {
        again.addAll(settlement.settle(batch));
      } catch (RuntimeException e) {
        LOG.warn("settling {} of {} is left to the workers", batch.size(), settlement.name(), e);
      } finally {
        for (String id : batch) {
          if (Boolean.TRUE.equals(busy.remove(id))) {
            again.add(id);
          }
        }
      }
      offer(again);
    }
  }
}
