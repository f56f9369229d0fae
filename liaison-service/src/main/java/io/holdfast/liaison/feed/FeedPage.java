package io.holdfast.liaison.feed;

import java.time.Instant;
import java.util.List;

/**
 * One page of a mailbox.
 *
 * @param number from 0; every page but the last holds {@value FeedPages#ITEMS_MAX} items
 * @param openTime when its first item came, UTC
 */
record FeedPage(String mailbox, long number, Instant openTime, List<StoredItem> items) {
  FeedPage {
    items = List.copyOf(items);
  }

  /** Number of the item before the first. */
  long before() {
    return number * FeedPages.ITEMS_MAX;
  }

  /** Number of the last item. */
  long last() {
    return before() + items.size();
  }

  boolean full() {
    return items.size() >= FeedPages.ITEMS_MAX;
  }
}
