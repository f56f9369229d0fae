package io.holdfast.kit.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.bson.Document;

/**
 * One service's own database. Writes and reads are majority; on one machine that is the durable
 * store's promise.
 */
public final class MongoStore implements AutoCloseable {
  private static final int CONNECTIONS_MAX = 64;
  private static final Set<String> WRITES = Set.of("insert", "update", "delete", "findandmodify");

  private final MongoClient client;
  private final MongoDatabase database;
  private final LongAdder writes;

  private MongoStore(MongoClient client, MongoDatabase database, LongAdder writes) {
    this.client = client;
    this.database = database;
    this.writes = writes;
  }

  /** Connects lazily to {@code database} at {@code uri}; nothing is asked of the server yet. */
  public static MongoStore connect(String uri, String database) {
    var writes = new LongAdder();
    var settings =
        MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(uri))
            .applicationName(database)
            .applyToConnectionPoolSettings(
                pool -> pool.maxSize(CONNECTIONS_MAX).minSize(4).maxWaitTime(5, TimeUnit.SECONDS))
            .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(5, TimeUnit.SECONDS))
            .applyToSocketSettings(
                socket ->
                    socket.connectTimeout(3, TimeUnit.SECONDS).readTimeout(10, TimeUnit.SECONDS))
            .writeConcern(WriteConcern.MAJORITY.withJournal(true))
            .readConcern(ReadConcern.MAJORITY)
            .addCommandListener(counting(writes))
            .build();
    MongoClient client = MongoClients.create(settings);
    return new MongoStore(client, client.getDatabase(database), writes);
  }

  private static CommandListener counting(LongAdder writes) {
    return new CommandListener() {
      @Override
      public void commandStarted(CommandStartedEvent event) {
        if (WRITES.contains(event.getCommandName().toLowerCase(java.util.Locale.ROOT))) {
          writes.increment();
        }
      }
    };
  }

  /** The database of files, apart from the aggregates. */
  public MongoStore files() {
    return new MongoStore(client, client.getDatabase(database.getName() + "_files"), writes);
  }

  /** Durable write commands sent so far. */
  public long writeCount() {
    return writes.sum();
  }

  /** The database's name, e.g. {@code holdfast_case}. */
  public String name() {
    return database.getName();
  }

  /** Asks the server for a sign of life; throws when there is none. */
  public void ping() {
    Await.result(database.runCommand(new Document("ping", 1)));
  }

  MongoDatabase database() {
    return database;
  }

  MongoCollection<Document> collection(String name) {
    return database.getCollection(name);
  }

  /** Creates the indexes of the declared paths; those that exist stay. */
  void prepare(String collection, List<AccessPath> paths) {
    for (AccessPath path : paths) {
      Await.result(collection(collection).createIndex(path.index(), path.options()));
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
