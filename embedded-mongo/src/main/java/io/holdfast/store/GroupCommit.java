package io.holdfast.store;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes what commands have written durable, many commands at a time, and holds every reply back
 * until all it has seen is on disk.
 *
 * <p>Commands run under a shared lock and the commit under the exclusive one, so a commit never
 * cuts through a command. The disk is forced outside the lock, while the next commands already run.
 * Each write takes a number before it changes anything; a reply must wait for the newest number of
 * the collections it read, for it may have seen that write. Readers of a quiet collection do not
 * wait at all.
 */
final class GroupCommit implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(GroupCommit.class);

  /** Called once, when the reply may leave; with the failure if it never may. */
  interface Release extends Consumer<@Nullable RuntimeException> {}

  private record Waiting(long number, Release release) {}

  private final MVStore store;
  private final Consumer<RuntimeException> onFailure;
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private final AtomicLong begun = new AtomicLong();
  private final AtomicLong begunEverywhere = new AtomicLong();
  private final Map<String, Long> begunByNamespace = new ConcurrentHashMap<>();
  private final LongAdder commits = new LongAdder();
  private final Thread committer;

  // Guarded by the exclusive lock: maintenance has written what was not forced to disk since.
  private boolean unforced;

  // Guarded by "this".
  private List<Waiting> waiting = new ArrayList<>();
  private long durable;
  private boolean closing;
  private @Nullable RuntimeException failure;

  GroupCommit(MVStore store, Consumer<RuntimeException> onFailure) {
    this.store = store;
    this.onFailure = onFailure;
    this.committer = Thread.ofPlatform().name("store-commit").start(this::run);
  }

  /** Before a command touches the store; {@link #leave} must follow. */
  void enter() {
    lock.readLock().lock();
  }

  void leave() {
    lock.readLock().unlock();
  }

  /** Before a command changes one collection. */
  void writing(String namespace) {
    begunByNamespace.merge(namespace, begun.incrementAndGet(), Math::max);
  }

  /** Before a command changes what may concern any collection. */
  void writingEverywhere() {
    begunEverywhere.accumulateAndGet(begun.incrementAndGet(), Math::max);
  }

  /** The newest write that a command which has just used this collection may have seen. */
  long seen(String namespace) {
    return Math.max(begunEverywhere.get(), begunByNamespace.getOrDefault(namespace, 0L));
  }

  long seenEverywhere() {
    return begun.get();
  }

  long commits() {
    return commits.sum();
  }

  /**
   * Releases at once if all writes up to this number are on disk, else from the committer's thread.
   */
  void whenDurable(long number, Release release) {
    @Nullable RuntimeException failed;
    synchronized (this) {
      failed = failure;
      if (failed == null && number > durable) {
        waiting.add(new Waiting(number, release));
        notifyAll();
        return;
      }
    }
    release.accept(failed);
  }

  private void run() {
    try {
      while (awaitWork()) {
        long done = commit();
        releaseUpTo(done);
      }
      commit();
    } catch (RuntimeException e) {
      fail(e);
    }
  }

  private synchronized boolean awaitWork() {
    while (waiting.isEmpty() && !closing) {
      try {
        wait();
      } catch (InterruptedException e) {
        return false;
      }
    }
    return !waiting.isEmpty();
  }

  private long commit() {
    long upTo;
    boolean force;
    lock.writeLock().lock();
    try {
      upTo = begun.get();
      force = unforced || store.hasUnsavedChanges();
      unforced = false;
      store.commit();
    } finally {
      lock.writeLock().unlock();
    }
    if (force) {
      store.sync();
      commits.increment();
    }
    return upTo;
  }

  /**
   * Runs maintenance of the file with no command under way.
   *
   * @param maintenance says whether it wrote anything; it may then have committed what commands
   *     wrote, too
   */
  void exclusively(BooleanSupplier maintenance) {
    boolean wrote;
    lock.writeLock().lock();
    try {
      wrote = maintenance.getAsBoolean();
      unforced |= wrote;
    } finally {
      lock.writeLock().unlock();
    }
    if (wrote) {
      store.sync();
    }
  }

  private void releaseUpTo(long done) {
    List<Release> ready = new ArrayList<>();
    synchronized (this) {
      durable = done;
      Iterator<Waiting> all = waiting.iterator();
      List<Waiting> later = new ArrayList<>();
      while (all.hasNext()) {
        Waiting one = all.next();
        if (one.number() <= done) {
          ready.add(one.release());
        } else {
          later.add(one);
        }
      }
      waiting = later;
    }
    ready.forEach(release -> release.accept(null));
  }

  /** Nothing may be acknowledged any more: what is in memory is not what a restart would find. */
  private void fail(RuntimeException cause) {
    log.error("the store file cannot be written: no command is acknowledged any more", cause);
    List<Waiting> lost;
    synchronized (this) {
      failure = cause;
      lost = waiting;
      waiting = new ArrayList<>();
    }
    lost.forEach(one -> one.release().accept(cause));
    onFailure.accept(cause);
  }

  synchronized boolean failed() {
    return failure != null;
  }

  @Override
  public void close() {
    synchronized (this) {
      closing = true;
      notifyAll();
    }
    try {
      committer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
