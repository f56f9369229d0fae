package io.holdfast.liaison.feed;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * The end of one mailbox while somebody of this replica watches it: the latest items, shared by all
 * its watchers. Each watcher keeps only his own place; one who falls behind what is shared reads
 * from the store.
 */
final class LiveFeed {
  /** Items shared. */
  static final int KEPT_MAX = 512;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition more = lock.newCondition();
  private final ArrayDeque<FeedItem> latest = new ArrayDeque<>();
  private long end;
  private int watchers;
  private boolean closed;

  /** A mailbox whose last item has number {@code end}. */
  LiveFeed(long end) {
    this.end = end;
  }

  /** Number of the last item known. */
  long end() {
    lock.lock();
    try {
      return end;
    } finally {
      lock.unlock();
    }
  }

  /** Takes items with consecutive numbers; those known already are skipped. */
  void take(List<FeedItem> items) {
    lock.lock();
    try {
      for (FeedItem item : items) {
        if (item.seq() <= end) {
          continue;
        }
        if (item.seq() > end + 1) {
          // Another replica wrote in between: what is shared begins anew here, the rest is in the
          // store.
          latest.clear();
        }
        latest.addLast(item);
        end = item.seq();
        if (latest.size() > KEPT_MAX) {
          latest.removeFirst();
        }
      }
      more.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until there is an item behind {@code after}, at most {@code limit} and no longer than it
   * takes to be woken; whether there is one.
   */
  boolean await(long after, Duration limit, BooleanSupplier woken) {
    lock.lock();
    try {
      long left = limit.toNanos();
      while (end <= after && left > 0 && !closed && !woken.getAsBoolean()) {
        left = more.awaitNanos(left);
      }
      return end > after;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  /** What is shared behind {@code after}; empty where the store must be read instead. */
  Optional<List<FeedItem>> behind(long after) {
    lock.lock();
    try {
      if (latest.isEmpty() || latest.getFirst().seq() > after + 1) {
        return Optional.empty();
      }
      var items = new ArrayList<FeedItem>();
      for (FeedItem item : latest) {
        if (item.seq() > after) {
          items.add(item);
        }
      }
      return Optional.of(items);
    } finally {
      lock.unlock();
    }
  }

  /** Whether every wait has ended for good. */
  boolean closed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  /** Wakes whoever waits, so that he sees that his call has ended. */
  void wake() {
    lock.lock();
    try {
      more.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** One watcher more; false when the feed has been closed meanwhile. */
  boolean join() {
    lock.lock();
    try {
      if (!closed) {
        watchers++;
      }
      return !closed;
    } finally {
      lock.unlock();
    }
  }

  /** One watcher less; true when he was the last and the feed is closed. */
  boolean leave() {
    lock.lock();
    try {
      watchers--;
      closed |= watchers == 0;
      return closed;
    } finally {
      lock.unlock();
    }
  }

  /** Ends every wait for good. */
  void close() {
    lock.lock();
    try {
      closed = true;
      more.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
