package io.holdfast.liaison.feed;

import io.holdfast.kit.mongo.Records.Entry;
import io.holdfast.kit.mongo.Records.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The end of a mailbox as one replica last saw it, and the keys of its latest items. */
final class Window {
  /** Pages whose keys are kept while nobody needs more. */
  private static final int PAGES_KEPT = 6;

  private final FeedPages pages;
  private final String mailbox;
  private long number;
  private long v;
  private int size;
  private long oldest;
  private Instant reachesBackTo;
  private final Set<String> keys = new HashSet<>();

  private Window(FeedPages pages, String mailbox, Instant now) {
    this.pages = pages;
    this.mailbox = mailbox;
    this.reachesBackTo = now;
  }

  /** As the store has it. */
  static Window read(FeedPages pages, String mailbox, Instant now) {
    var window = new Window(pages, mailbox, now);
    pages
        .tail(mailbox)
        .ifPresent(
            entry -> {
              window.number = entry.value().number();
              window.v = entry.v();
              window.size = entry.value().items().size();
              window.oldest = window.number;
              window.take(entry.value());
            });
    return window;
  }

  private void take(FeedPage page) {
    page.items().forEach(item -> keys.add(item.key()));
    reachesBackTo = page.openTime();
  }

  /** Number of the mailbox's last item; 0 if it has none. */
  long last() {
    return number * FeedPages.ITEMS_MAX + size;
  }

  /** Whether the mailbox has the key, looking back as far as {@code since} says. */
  boolean has(String key, Outgoing.Since since) {
    while (!keys.contains(key) && oldest > 0 && !covers(since)) {
      Optional<Entry<FeedPage>> earlier = pages.page(mailbox, oldest - 1);
      if (earlier.isEmpty()) {
        // Swept: older than any stream can resume from.
        return false;
      }
      oldest--;
      take(earlier.get().value());
    }
    return keys.contains(key);
  }

  private boolean covers(Outgoing.Since since) {
    return switch (since) {
      case Outgoing.Since.After(long seq) -> seq >= oldest * FeedPages.ITEMS_MAX;
      case Outgoing.Since.From(Instant time) -> reachesBackTo.isBefore(time);
    };
  }

  /** How many of {@code wanted} items the next write can take. */
  int room(int wanted) {
    int free = size < FeedPages.ITEMS_MAX ? FeedPages.ITEMS_MAX - size : FeedPages.ITEMS_MAX;
    return Math.min(free, wanted);
  }

  /** The write that adds {@code items}, of which there must be {@link #room}. */
  Write<FeedPage> writing(List<StoredItem> items, Instant now) {
    if (v == 0) {
      return FeedPages.opening(mailbox, number, now, items);
    }
    return size < FeedPages.ITEMS_MAX
        ? FeedPages.appending(mailbox, number, v, size, items)
        : FeedPages.opening(mailbox, number + 1, now, items);
  }

  /** After that write took effect: the items with their numbers. */
  List<FeedItem> wrote(List<Outgoing> items, Instant now) {
    if (v == 0) {
      v = 1;
      reachesBackTo = now;
    } else if (size < FeedPages.ITEMS_MAX) {
      v++;
    } else {
      number++;
      v = 1;
      size = 0;
    }
    var numbered = new ArrayList<FeedItem>();
    for (Outgoing item : items) {
      size++;
      keys.add(item.key());
      numbered.add(new FeedItem(last(), item.key(), item.task()));
    }
    return numbered;
  }

  /** Whether it has grown beyond what is worth keeping. */
  boolean large() {
    return keys.size() > PAGES_KEPT * FeedPages.ITEMS_MAX;
  }
}
