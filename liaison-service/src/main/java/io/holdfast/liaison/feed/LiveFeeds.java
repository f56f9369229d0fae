package io.holdfast.liaison.feed;

import io.holdfast.kit.mongo.Records.Entry;
import io.holdfast.kit.problem.Problem;
import io.holdfast.liaison.LiaisonReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The mailboxes that somebody watches here. What this replica tells reaches its watchers at once;
 * what others tell is found by {@link #look}, one query for all mailboxes together.
 */
public final class LiveFeeds implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LiveFeeds.class);
  private static final int LOOK_MAX = 200;

  private final FeedPages pages;
  private final Map<String, LiveFeed> feeds = new ConcurrentHashMap<>();
  private volatile boolean ending;

  public LiveFeeds(FeedPages pages) {
    this.pages = pages;
  }

  /** Items that this replica has just appended to a mailbox. */
  public void told(String mailbox, List<FeedItem> items) {
    LiveFeed feed = feeds.get(mailbox);
    if (feed != null) {
      feed.take(items);
    }
  }

  /** Number of the mailbox's last item; 0 if it has none. */
  public long end(String mailbox) {
    return pages.tail(mailbox).map(entry -> entry.value().last()).orElse(0L);
  }

  /** Begins to watch a mailbox. */
  public Watch watch(String mailbox) {
    while (true) {
      LiveFeed feed = feeds.get(mailbox);
      if (feed == null) {
        var fresh = new LiveFeed(end(mailbox));
        LiveFeed known = feeds.putIfAbsent(mailbox, fresh);
        feed = known == null ? fresh : known;
      }
      if (feed.join()) {
        if (ending) {
          feed.close();
        }
        return new Watch(mailbox, feed);
      }
      feeds.remove(mailbox, feed);
    }
  }

  /** Looks once for what other replicas have told; to be called every second. */
  public void look() {
    var mailboxes = new ArrayList<>(feeds.entrySet());
    for (int i = 0; i < mailboxes.size(); i += LOOK_MAX) {
      look(mailboxes.subList(i, Math.min(mailboxes.size(), i + LOOK_MAX)));
    }
  }

  private void look(List<Map.Entry<String, LiveFeed>> some) {
    Map<String, Map.Entry<String, LiveFeed>> byPage = new LinkedHashMap<>();
    for (var watched : some) {
      long next = FeedPages.pageOf(watched.getValue().end() + 1);
      byPage.put(FeedPages.id(watched.getKey(), next), watched);
    }
    pages
        .ends(byPage.keySet())
        .forEach(
            (pageId, end) -> {
              var watched = byPage.get(pageId);
              if (watched != null && end > watched.getValue().end()) {
                catchUp(watched.getKey(), watched.getValue());
              }
            });
  }

  private void catchUp(String mailbox, LiveFeed feed) {
    while (true) {
      long after = feed.end();
      List<FeedItem> items = read(mailbox, after);
      if (items.isEmpty()) {
        return;
      }
      feed.take(items);
    }
  }

  /** The rest of the page that holds the item behind {@code after}; empty if there is none. */
  private List<FeedItem> read(String mailbox, long after) {
    Optional<Entry<FeedPage>> found = pages.page(mailbox, FeedPages.pageOf(after + 1));
    if (found.isEmpty()) {
      return List.of();
    }
    FeedPage page = found.get().value();
    var items = new ArrayList<FeedItem>();
    for (int i = (int) (after - page.before()); i < page.items().size(); i++) {
      items.add(page.items().get(i).numbered(page.before() + i + 1));
    }
    return items;
  }

  /** Ends every watch; their streams end and are resumed elsewhere. */
  @Override
  public void close() {
    ending = true;
    LOG.info("ending the streams of {} mailboxes", feeds.size());
    feeds.values().forEach(LiveFeed::close);
  }

  /** One watcher of one mailbox. Not for several threads, but for {@link #wake}. */
  public final class Watch implements AutoCloseable {
    private final String mailbox;
    private final LiveFeed feed;
    private volatile boolean woken;

    private Watch(String mailbox, LiveFeed feed) {
      this.mailbox = mailbox;
      this.feed = feed;
    }

    /** Number of the last item at the moment. */
    public long end() {
      return feed.end();
    }

    /** Makes sure that {@code seq} is a number this mailbox has reached; false if it has not. */
    public boolean reaches(long seq) {
      if (feed.end() < seq) {
        catchUp(mailbox, feed);
      }
      return feed.end() >= seq;
    }

    /**
     * The items behind {@code after}, in order and without a gap; waits at most {@code limit} for
     * the first.
     *
     * @throws Problem {@link LiaisonReason#RESUME_TOO_OLD} when they have been swept away
     */
    public List<FeedItem> next(long after, Duration limit) {
      if (!feed.await(after, limit, () -> woken)) {
        return List.of();
      }
      Optional<List<FeedItem>> shared = feed.behind(after);
      if (shared.isPresent()) {
        return shared.get();
      }
      List<FeedItem> stored = read(mailbox, after);
      if (stored.isEmpty()) {
        throw Problem.of(LiaisonReason.RESUME_TOO_OLD);
      }
      return stored;
    }

    /** Whether this replica is ending its streams. */
    public boolean closed() {
      return feed.closed();
    }

    /** Ends this wait and every later one at once. */
    public void wake() {
      woken = true;
      feed.wake();
    }

    @Override
    public void close() {
      if (feed.leave()) {
        feeds.remove(mailbox, feed);
      }
    }
  }
}
