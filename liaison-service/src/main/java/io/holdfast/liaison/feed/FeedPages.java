package io.holdfast.liaison.feed;

import io.holdfast.kit.crypto.Sealer;
import io.holdfast.kit.mongo.AccessPath;
import io.holdfast.kit.mongo.MongoStore;
import io.holdfast.kit.mongo.Page;
import io.holdfast.kit.mongo.Records;
import io.holdfast.kit.mongo.Records.Entry;
import io.holdfast.kit.mongo.Records.Write;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pages of all mailboxes. */
public final class FeedPages {
  /**
   * Items of a full page. Part of the stored form: an item's number is its page's times this, plus
   * its place.
   */
  static final int ITEMS_MAX = 32;

  private static final String LAST = "last";
  private static final String FULL = "full";
  private static final AccessPath TAIL = AccessPath.of("tail", "mailbox", "-number");
  private static final AccessPath OLDEST_FULL =
      AccessPath.sparse("oldest_full", FULL, "openTime", "mailbox", "number");

  private final Records<FeedPage> records;

  private FeedPages(Records<FeedPage> records) {
    this.records = records;
  }

  /** Opens the collection {@code inbox}. */
  public static FeedPages open(MongoStore store, Sealer sealer) {
    return new FeedPages(
        Records.open(
            store,
            sealer,
            new Records.Shape<>(
                "inbox", FeedPage.class, List.of(TAIL, OLDEST_FULL), FeedPages::fields)));
  }

  private static Map<String, Object> fields(FeedPage page) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("mailbox", page.mailbox());
    fields.put("number", page.number());
    fields.put("openTime", page.openTime());
    fields.put(LAST, page.last());
    if (page.full()) {
      fields.put(FULL, true);
    }
    return fields;
  }

  static String id(String mailbox, long number) {
    return mailbox + '#' + number;
  }

  /** Number of the page that holds item {@code seq}. */
  static long pageOf(long seq) {
    return (seq - 1) / ITEMS_MAX;
  }

  /** A mailbox's last page; empty where nothing was ever told. */
  Optional<Entry<FeedPage>> tail(String mailbox) {
    return records.page(TAIL, List.of(mailbox), 1, "").items().stream().findFirst();
  }

  Optional<Entry<FeedPage>> page(String mailbox, long number) {
    return records.find(List.of(id(mailbox, number))).stream().findFirst();
  }

  /** The last item's number of each page that exists. */
  Map<String, Long> ends(Collection<String> pageIds) {
    return records.peek(pageIds, LAST);
  }

  /** Full pages of all mailboxes, oldest first. */
  Page<Entry<FeedPage>> full(String pageToken) {
    return records.page(OLDEST_FULL, List.of(true), 100, pageToken);
  }

  /** A page's first items. */
  static Write<FeedPage> opening(String mailbox, long number, Instant now, List<StoredItem> items) {
    return new Write.Insert<>(id(mailbox, number), new FeedPage(mailbox, number, now, items));
  }

  /** More items of a page that has {@code size} of them at {@code v}. */
  static Write<FeedPage> appending(
      String mailbox, long number, long v, int size, List<StoredItem> items) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put(LAST, number * ITEMS_MAX + size + items.size());
    if (size + items.size() >= ITEMS_MAX) {
      fields.put(FULL, true);
    }
    return new Write.Append<>(id(mailbox, number), v, "items", items, fields);
  }

  /** Writes them in one command; false when somebody else was first anywhere. */
  boolean write(List<Write<FeedPage>> writes) {
    return records.write(writes);
  }

  void remove(Collection<String> pageIds) {
    records.remove(pageIds);
  }
}
