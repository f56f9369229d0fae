package io.holdfast.testkit;

import io.holdfast.kit.mongo.MongoStore;
import io.holdfast.store.EmbeddedMongo;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A store for tests: the embedded one, started once for the whole run, or the server named by
 * {@code HOLDFAST_MONGODB_URI}. Every call gives a database of its own.
 */
public final class StoreExtension implements AfterEachCallback {
  private static final AtomicInteger NEXT = new AtomicInteger();

  private final List<MongoStore> open = new ArrayList<>();

  /** An empty database. */
  public MongoStore fresh() {
    String name = "test_" + ProcessHandle.current().pid() + "_" + NEXT.incrementAndGet();
    return connect(name);
  }

  /** A second connection to a database, as another replica or a restarted process would have. */
  public MongoStore again(MongoStore store) {
    return connect(store.name());
  }

  private MongoStore connect(String name) {
    MongoStore store = MongoStore.connect(Server.uri(), name);
    open.add(store);
    return store;
  }

  /** Queries without an index so far; only the embedded store counts them. */
  public long fullScans() {
    return Server.fullScans();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    open.forEach(MongoStore::close);
    open.clear();
  }

  private static final class Server {
    private static final @Nullable String REAL = System.getenv("HOLDFAST_MONGODB_URI");
    private static final @Nullable EmbeddedMongo EMBEDDED = start();

    private static @Nullable EmbeddedMongo start() {
      if (REAL != null) {
        return null;
      }
      System.err.println(
          "NOTICE: HOLDFAST_MONGODB_URI is not set: the store tests run on the embedded store"
              + " only, not on a MongoDB server.");
      EmbeddedMongo store = EmbeddedMongo.startTemporary();
      Runtime.getRuntime().addShutdownHook(new Thread(store::close));
      return store;
    }

    static String uri() {
      return EMBEDDED == null ? String.valueOf(REAL) : EMBEDDED.uri();
    }

    static long fullScans() {
      return EMBEDDED == null ? 0 : EMBEDDED.fullScans();
    }
  }
}
