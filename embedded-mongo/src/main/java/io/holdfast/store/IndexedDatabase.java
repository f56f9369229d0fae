package io.holdfast.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.IndexNotFoundException;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One database: opens collections and indexes as maps of the store file, and mends what the engine
 * gets wrong.
 */
final class IndexedDatabase extends AbstractSynchronizedMongoDatabase<Key> {

  private static final String INDEXES = "system.indexes";

  private final StoreMaps maps;
  private final FullScans fullScans;

  IndexedDatabase(String name, StoreMaps maps, CursorRegistry cursors, FullScans fullScans) {
    super(name, cursors);
    this.maps = maps;
    this.fullScans = fullScans;
    initializeNamespacesAndIndexes();
  }

  @Override
  public Document handleCommand(
      Channel channel, String command, Document query, DatabaseResolver databases, Oplog oplog) {
    return switch (CommandName.of(command)) {
      case "insert", "update", "delete" ->
          WriteBatch.run(
              command, query, one -> super.handleCommand(channel, command, one, databases, oplog));
      case "aggregate" -> aggregate(query, databases, oplog);
      case "dropindexes" -> dropIndexes(channel, query, databases, oplog);
      default -> super.handleCommand(channel, command, query, databases, oplog);
    };
  }

  /** Runs a leading {@code $match} through the planner, which the engine would not. */
  private Document aggregate(Document query, DatabaseResolver databases, Oplog oplog) {
    String name = String.valueOf(query.get("aggregate"));
    @Nullable MongoCollection<Key> collection = resolveCollection(name, false);
    List<Document> result = Pipeline.of(query).run(this, collection, databases, oplog);
    Document cursor =
        new Document("id", 0L)
            .append("ns", getFullCollectionNamespace(name))
            .append("firstBatch", result);
    return new Document("cursor", cursor).append("ok", 1.0);
  }

  /**
   * Drops by key pattern, one after the other. Left alone, the engine would forget the description
   * of every index of the same name in the whole database, and those indexes with it at the next
   * start.
   */
  private Document dropIndexes(
      Channel channel, Document query, DatabaseResolver databases, Oplog oplog) {
    String collection = String.valueOf(query.get("dropIndexes"));
    Object which = query.get("index");
    List<Document> keys =
        which instanceof Document key
            ? List.of(key)
            : keysOf(collection, Objects.requireNonNullElse(which, "*"));
    if (keys.isEmpty() && !Objects.equals(which, "*")) {
      throw new IndexNotFoundException("index not found with name [" + which + "]");
    }
    for (Document key : keys) {
      Document one = new Document("dropIndexes", collection).append("index", key);
      super.handleCommand(channel, "dropIndexes", one, databases, oplog);
    }
    return new Document("ok", 1.0);
  }

  private List<Document> keysOf(String collection, Object which) {
    List<Document> keys = new ArrayList<>();
    @Nullable MongoCollection<Key> descriptions = resolveCollection(INDEXES, false);
    if (descriptions == null) {
      return keys;
    }
    for (Document description :
        descriptions.handleQuery(new Document("ns", getFullCollectionNamespace(collection)))) {
      boolean wanted = which.equals("*") || which.equals(description.get("name"));
      if (wanted && description.get("key") instanceof Document key && !isPrimaryKeyIndex(key)) {
        keys.add(key);
      }
    }
    return keys;
  }

  @Override
  protected MongoCollection<Key> openOrCreateCollection(String name, CollectionOptions options) {
    return new IndexedCollection(
        this,
        name,
        options,
        maps.documents(getFullCollectionNamespace(name)),
        cursorRegistry,
        fullScans);
  }

  @Override
  protected Index<Key> openOrCreateUniqueIndex(
      String collection, String name, List<IndexKey> keys, boolean sparse) {
    if (keys.size() == 1 && keys.getFirst().getKey().equals(IdIndex.FIELD)) {
      return new IdIndex(name, maps.documents(getFullCollectionNamespace(collection)));
    }
    return orderedIndex(collection, name, keys, sparse, true);
  }

  @Override
  protected Index<Key> openOrCreateSecondaryIndex(
      String collection, String name, List<IndexKey> keys, boolean sparse) {
    return orderedIndex(collection, name, keys, sparse, false);
  }

  private OrderedIndex orderedIndex(
      String collection, String name, List<IndexKey> keys, boolean sparse, boolean unique) {
    String namespace = getFullCollectionNamespace(collection);
    return new OrderedIndex(
        name, keys, sparse, unique, maps.index(namespace, name), maps.flags(namespace, name));
  }

  @Override
  protected void dropIndex(MongoCollection<Key> collection, String name) {
    super.dropIndex(collection, name);
    maps.removeIndex(collection.getFullName(), name);
  }

  @Override
  public void dropCollection(String name, Oplog oplog) {
    super.dropCollection(name, oplog);
    maps.removeDocuments(getFullCollectionNamespace(name));
  }

  @Override
  protected long getStorageSize() {
    return maps.sizeBytes();
  }

  @Override
  protected long getFileSize() {
    return getStorageSize();
  }

  long documents() {
    return collectionNames().stream()
        .map(name -> resolveCollection(name, false))
        .filter(Objects::nonNull)
        .mapToLong(MongoCollection::count)
        .sum();
  }

  private List<String> collectionNames() {
    List<String> names = new ArrayList<>();
    for (Document namespace : resolveCollection("system.namespaces", true).queryAll()) {
      names.add(Utils.getCollectionNameFromFullName(String.valueOf(namespace.get("name"))));
    }
    return names;
  }
}
