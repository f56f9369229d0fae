package io.holdfast.liaison.feed;

import io.holdfast.kit.mongo.Page;
import io.holdfast.kit.mongo.Records.Entry;
import io.holdfast.kit.time.LegalClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;

/**
 * Removes pages nobody can resume from any more. A mailbox's last page stays, so that its numbers
 * go on.
 */
public final class FeedSweeper {
  /** How long a stream can be resumed. */
  public static final Duration KEPT = Duration.ofDays(7);

  private final FeedPages pages;
  private final LegalClock clock;

  public FeedSweeper(FeedPages pages, LegalClock clock) {
    this.pages = pages;
    this.clock = clock;
  }

  /** Removes what is due and returns how many pages that was. */
  public int sweep() {
    Instant before = clock.instant().minus(KEPT);
    int removed = 0;
    String token = "";
    do {
      Page<Entry<FeedPage>> full = pages.full(token);
      var old = new ArrayList<String>();
      for (Entry<FeedPage> entry : full.items()) {
        if (!entry.value().openTime().isBefore(before)) {
          token = "";
          break;
        }
        if (succeededBefore(entry.value(), before)) {
          old.add(entry.id());
        }
        token = full.nextPageToken();
      }
      pages.remove(old);
      removed += old.size();
    } while (!token.isEmpty());
    return removed;
  }

  /** All of a page's items are older than the first of the next. */
  private boolean succeededBefore(FeedPage page, Instant before) {
    return pages
        .page(page.mailbox(), page.number() + 1)
        .filter(next -> next.value().openTime().isBefore(before))
        .isPresent();
  }
}
