package io.holdfast.kit.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.random.RandomGenerator;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last good version of something a peer owns, kept in this service's own database: a stop never
 * waits for the peer.
 */
public final class LastGood<T extends Message> implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LastGood.class);
  private static final String COLLECTION = "last_good";

  private final MongoStore store;
  private final String name;
  private final Parser<T> parser;
  private final ToLongFunction<T> version;
  private final Function<Long, T> ask;
  private final AtomicReference<@Nullable T> current = new AtomicReference<>();
  private volatile boolean open = true;

  /**
   * @param name under which it is kept
   * @param version of a message; 0 in an answer that says nothing has changed
   * @param ask asks the peer for what is newer than the version given; its own deadline applies
   */
  public LastGood(
      MongoStore store,
      String name,
      Parser<T> parser,
      ToLongFunction<T> version,
      Function<Long, T> ask) {
    this.store = store;
    this.name = name;
    this.parser = parser;
    this.version = version;
    this.ask = ask;
    current.set(stored());
  }

  /** The last good version; empty before the first. */
  public Optional<T> get() {
    return Optional.ofNullable(current.get());
  }

  /** Asks again and again, {@code pause} apart, give or take a fifth. */
  public LastGood<T> follow(Duration pause, RandomGenerator random) {
    Thread.ofVirtual()
        .name("last-good-" + name)
        .start(
            () -> {
              while (open) {
                refresh();
                try {
                  Thread.sleep(pause.toMillis() * (80 + random.nextInt(41)) / 100);
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                  return;
                }
              }
            });
    return this;
  }

  /** Asks once. A peer that does not answer leaves the last good version in place. */
  public void refresh() {
    try {
      T known = current.get();
      long seen = known == null ? 0 : version.applyAsLong(known);
      T answer = ask.apply(seen);
      if (version.applyAsLong(answer) > seen) {
        store(answer);
        current.set(answer);
      }
    } catch (RuntimeException e) {
      LOG.debug("{} not refreshed: {}", name, e.toString());
    }
  }

  private @Nullable T stored() {
    Document found =
        Await.one(store.collection(COLLECTION).find(eq("_id", name)).limit(1)).orElse(null);
    if (found == null) {
      return null;
    }
    try {
      return parser.parseFrom(found.get("message", Binary.class).getData());
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("the stored " + name + " is damaged", e);
    }
  }

  private void store(T message) {
    Await.result(
        store
            .collection(COLLECTION)
            .updateOne(
                eq("_id", name),
                Updates.set("message", new Binary(message.toByteArray())),
                new UpdateOptions().upsert(true)));
  }

  @Override
  public void close() {
    open = false;
  }
}
