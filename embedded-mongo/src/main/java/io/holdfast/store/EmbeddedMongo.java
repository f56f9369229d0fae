package io.holdfast.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A durable store for one machine that MongoDB's drivers talk to. One process, one file, loopback
 * only, not highly available; see the module's README for what it promises and what it refuses.
 */
public final class EmbeddedMongo implements AutoCloseable {

  private static final String LOG_RULES = "logback.configurationFile";

  private final StoreFile file;
  private final GroupCommit commits;
  private final FullScans fullScans = new FullScans();
  private final IndexedH2Backend backend;
  private final WireServer server;
  private final Maintenance maintenance;
  private final @Nullable Path temporary;

  private EmbeddedMongo(
      Path path, int port, boolean temporary, Consumer<RuntimeException> onFailure) {
    this.temporary = temporary ? path : null;
    file = StoreFile.open(path);
    commits = new GroupCommit(file.store(), onFailure);
    backend = new IndexedH2Backend(file, commits, fullScans);
    server = new WireServer(backend, commits, port);
    maintenance = new Maintenance(file.store(), commits);
  }

  /** Opens the file, which is created if it does not exist, and listens on a free loopback port. */
  public static EmbeddedMongo start(Path file) {
    return start(file, 0);
  }

  /**
   * @param port loopback port; 0: a free one
   */
  public static EmbeddedMongo start(Path file, int port) {
    return new EmbeddedMongo(file, port, false, _ -> {});
  }

  /** For tests: a new file, deleted at {@link #close}, on a free loopback port. */
  public static EmbeddedMongo startTemporary() {
    try {
      Path file = Files.createTempFile("holdfast-store-", ".mv");
      Files.delete(file);
      return new EmbeddedMongo(file, 0, true, _ -> {});
    } catch (IOException e) {
      throw new UncheckedIOException("no temporary file for a store", e);
    }
  }

  /** Connection string for a MongoDB driver. */
  public String uri() {
    InetSocketAddress address = server.address();
    return "mongodb://" + address.getAddress().getHostAddress() + ":" + address.getPort();
  }

  /** How many queries on collections with documents no index has served, since the start. */
  public long fullScans() {
    return fullScans.total();
  }

  IndexedH2Backend backend() {
    return backend;
  }

  /** Ends clients' connections, makes everything durable and closes the file. */
  @Override
  public void close() {
    maintenance.close();
    server.disconnect();
    commits.close();
    server.close();
    file.close();
    if (temporary != null) {
      delete(temporary);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("temporary store file " + file + " was not deleted", e);
    }
  }

  /** Runs the store as a process until it is told to stop. */
  public static void main(String[] args) throws InterruptedException {
    // Before the first logger: the process logs by its own rules, which leave commands out.
    if (System.getProperty(LOG_RULES) == null) {
      System.setProperty(LOG_RULES, "holdfast-store-logback.xml");
    }
    StoreConfig config = StoreConfig.of(System.getenv(), args);
    // What cannot be written must not be served from memory: the supervisor starts it again from
    // the file.
    EmbeddedMongo store =
        new EmbeddedMongo(config.file(), config.port(), false, _ -> Runtime.getRuntime().halt(1));
    HealthPage health = new HealthPage(config.healthPort(), store.backend::stats);
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  health.close();
                  store.close();
                  stopped.countDown();
                },
                "store-stop"));
    System.out.println(
        "Holdfast embedded store ready: "
            + store.uri()
            + " file="
            + store.file.path()
            + " health=http://"
            + health.address().getAddress().getHostAddress()
            + ":"
            + health.address().getPort()
            + "/health (durable, one process, not highly available)");
    stopped.await();
  }
}
