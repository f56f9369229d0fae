package io.holdfast.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.Iterator;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** The index on {@code _id}: the collection's own map, whose keys are the encoded ids. */
final class IdIndex extends Index<Key> implements KeySource {

  static final String FIELD = "_id";
  static final IndexKey ASCENDING = new IndexKey(FIELD, true);

  private final MVMap<Key, byte[]> documents;

  IdIndex(String name, MVMap<Key, byte[]> documents) {
    super(name, List.of(ASCENDING), false);
    this.documents = documents;
  }

  static Key positionOf(Document document) {
    return KeyWriter.of(document.get(FIELD));
  }

  @Override
  public List<IndexKey> order() {
    return getKeys();
  }

  @Override
  public boolean unique() {
    return true;
  }

  @Override
  public boolean isUnique() {
    return true;
  }

  @Override
  public boolean sparse() {
    return false;
  }

  @Override
  public boolean multikey() {
    return false;
  }

  @Override
  public Iterator<Hit> scan(KeyRange range, boolean reverse) {
    return new RangeCursor<>(documents, range, reverse, (key, _) -> key);
  }

  @Override
  public Key getPosition(Document document) {
    return positionOf(document);
  }

  @Override
  public void checkAdd(Document document, MongoCollection<Key> collection) {
    ((IndexedCollection) collection).prepare(document);
    if (documents.containsKey(positionOf(document))) {
      throw new DuplicateKeyError(this, collection, getKeys(), new KeyValue(document.get(FIELD)));
    }
  }

  @Override
  public void checkUpdate(
      Document oldDocument, Document newDocument, MongoCollection<Key> collection) {
    ((IndexedCollection) collection).prepare(newDocument);
  }

  @Override
  public @Nullable Key remove(Document document) {
    return positionOf(document);
  }

  @Override
  public void add(Document document, Key position, MongoCollection<Key> collection) {
    // The document is its own entry.
  }

  @Override
  public void updateInPlace(
      Document oldDocument, Document newDocument, Key position, MongoCollection<Key> collection) {
    // The _id never changes.
  }

  /** The planner decides; the engine's own choice of index is never asked. */
  @Override
  public boolean canHandle(Document query) {
    return false;
  }

  @Override
  public Iterable<Key> getPositions(Document query) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long getCount() {
    return documents.sizeAsLong();
  }

  @Override
  public long getDataSize() {
    return getCount();
  }

  @Override
  public void drop() {
    // Goes with the collection.
  }
}
