package io.holdfast.liaison.feed;

import io.holdfast.kit.mongo.Records.Write;
import io.holdfast.kit.problem.KitReason;
import io.holdfast.kit.problem.Problem;
import io.holdfast.kit.time.LegalClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells changes: appends them to their mailboxes, each once. What several threads want to tell at
 * the same time goes to the store in one command, whoever of them comes first does it for all.
 */
public final class FeedAppender {
  private static final int WAITING_MAX = 2_000;
  private static final int RACES_MAX = 16;
  private static final int WINDOWS_MAX = 2_000;
  private static final int ENDS_MAX = 50_000;

  private final FeedPages pages;
  private final LegalClock clock;
  private final BiConsumer<String, List<FeedItem>> told;
  private final ArrayBlockingQueue<Request> waiting = new ArrayBlockingQueue<>(WAITING_MAX);
  private final Map<String, Long> ends = new ConcurrentHashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  // Guarded by the lock.
  private final Map<String, Window> windows =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
          return size() > WINDOWS_MAX;
        }
      };

  private static final class Request {
    final List<Outgoing> items;
    // Guarded by the lock.
    boolean done;
    @Nullable RuntimeException failure;

    Request(List<Outgoing> items) {
      this.items = items;
    }
  }

  /**
   * @param told hears at once of what this replica has appended
   */
  public FeedAppender(FeedPages pages, LegalClock clock, BiConsumer<String, List<FeedItem>> told) {
    this.pages = pages;
    this.clock = clock;
    this.told = told;
  }

  /** A number at or before the mailbox's last item: whatever is told from now on lies behind it. */
  public long end(String mailbox) {
    Long known = ends.get(mailbox);
    if (known != null) {
      return known;
    }
    if (ends.size() > ENDS_MAX) {
      ends.clear();
    }
    long end = pages.tail(mailbox).map(entry -> entry.value().last()).orElse(0L);
    ends.merge(mailbox, end, Math::max);
    return end;
  }

  /**
   * Tells all of them and returns when they are stored. Thrown: any of them may or may not have
   * been told.
   */
  public void append(List<Outgoing> items) {
    if (items.isEmpty()) {
      return;
    }
    var request = new Request(List.copyOf(items));
    if (!waiting.offer(request)) {
      throw Problem.of(
              KitReason.LIMIT_REACHED,
              "what",
              "waiting announcements",
              "limit",
              Integer.toString(WAITING_MAX))
          .retryAfter(Duration.ofSeconds(1));
    }
    lock.lock();
    try {
      if (!request.done) {
        var all = new ArrayList<Request>();
        waiting.drainTo(all);
        serve(all);
      }
      if (request.failure != null) {
        throw request.failure;
      }
    } finally {
      lock.unlock();
    }
  }

  private void serve(List<Request> requests) {
    @Nullable RuntimeException failure = null;
    try {
      write(requests);
    } catch (RuntimeException e) {
      // What took effect is not known: look again before telling more.
      requests.forEach(request -> request.items.forEach(item -> windows.remove(item.mailbox())));
      failure = e;
    }
    for (Request request : requests) {
      request.done = true;
      request.failure = failure;
    }
  }

  private void write(List<Request> requests) {
    Map<String, List<Outgoing>> left = new LinkedHashMap<>();
    for (Request request : requests) {
      for (Outgoing item : request.items) {
        left.computeIfAbsent(item.mailbox(), _ -> new ArrayList<>()).add(item);
      }
    }
    int races = 0;
    while (!left.isEmpty()) {
      Instant now = clock.instant();
      Map<String, List<Outgoing>> next = next(left, now);
      List<Write<FeedPage>> writes = new ArrayList<>();
      next.forEach(
          (mailbox, items) ->
              writes.add(
                  window(mailbox, now).writing(items.stream().map(StoredItem::of).toList(), now)));
      if (pages.write(writes)) {
        next.forEach((mailbox, items) -> wrote(mailbox, items, now));
      } else if (++races > RACES_MAX) {
        throw Problem.of(KitReason.BUSY);
      } else {
        next.keySet().forEach(windows::remove);
      }
    }
  }

  /** Drops what the mailboxes have, and takes of the rest what fits the last page of each. */
  private Map<String, List<Outgoing>> next(Map<String, List<Outgoing>> left, Instant now) {
    Map<String, List<Outgoing>> next = new LinkedHashMap<>();
    var mailboxes = left.entrySet().iterator();
    while (mailboxes.hasNext()) {
      var entry = mailboxes.next();
      Window window = window(entry.getKey(), now);
      Map<String, Outgoing> missing = new LinkedHashMap<>();
      for (Outgoing item : entry.getValue()) {
        if (!window.has(item.key(), item.since())) {
          missing.putIfAbsent(item.key(), item);
        }
      }
      if (missing.isEmpty()) {
        mailboxes.remove();
      } else {
        List<Outgoing> items = List.copyOf(missing.values());
        entry.setValue(items);
        next.put(entry.getKey(), items.subList(0, window.room(items.size())));
      }
    }
    return next;
  }

  private Window window(String mailbox, Instant now) {
    return windows.computeIfAbsent(mailbox, name -> Window.read(pages, name, now));
  }

  private void wrote(String mailbox, List<Outgoing> items, Instant now) {
    Window window = window(mailbox, now);
    List<FeedItem> numbered = window.wrote(items, now);
    ends.merge(mailbox, window.last(), Math::max);
    if (window.large()) {
      windows.remove(mailbox);
    }
    told.accept(mailbox, numbered);
  }
}
