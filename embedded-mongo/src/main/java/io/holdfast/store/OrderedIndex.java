package io.holdfast.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import de.bwaldvogel.mongo.exception.IndexKeySpecsConflictException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A secondary index: a map of the store file from (values, {@code _id}) to the document's position.
 */
final class OrderedIndex extends Index<Key> implements KeySource {

  private final MVMap<Key, Key> map;
  private final IndexFlags flags;
  private final boolean unique;
  private final List<IndexKey> order;

  OrderedIndex(
      String name,
      List<IndexKey> fields,
      boolean sparse,
      boolean unique,
      MVMap<Key, Key> map,
      IndexFlags flags) {
    super(name, fields, sparse);
    this.map = map;
    this.flags = flags;
    this.unique = unique;
    List<IndexKey> withId = new ArrayList<>(fields);
    withId.add(IdIndex.ASCENDING);
    this.order = List.copyOf(withId);
  }

  /**
   * An index found in the file needs no look at the documents; a new one is filled and then marked.
   */
  boolean complete() {
    return flags.has(IndexFlags.Flag.COMPLETE);
  }

  void markComplete() {
    flags.set(IndexFlags.Flag.COMPLETE);
  }

  /** Takes back what a build that failed has put in. */
  void abandon() {
    map.clear();
    flags.forget();
  }

  void requireSameAs(OrderedIndex other) {
    boolean sameKeys = describe(getKeys()).equals(describe(other.getKeys()));
    if (!sameKeys || unique != other.unique || sparse() != other.sparse()) {
      throw new IndexKeySpecsConflictException(other, this);
    }
  }

  private static List<String> describe(List<IndexKey> keys) {
    return keys.stream().map(IndexKey::toString).toList();
  }

  @Override
  public List<IndexKey> order() {
    return order;
  }

  @Override
  public boolean unique() {
    return unique;
  }

  @Override
  public boolean isUnique() {
    return unique;
  }

  @Override
  public boolean sparse() {
    return isSparse();
  }

  @Override
  public boolean multikey() {
    return flags.has(IndexFlags.Flag.MULTIKEY);
  }

  @Override
  public Iterator<Hit> scan(KeyRange range, boolean reverse) {
    return new RangeCursor<>(map, range, reverse, (_, position) -> position);
  }

  @Override
  public @Nullable Key getPosition(Document document) {
    return null; // the _id index knows
  }

  @Override
  public void checkAdd(Document document, MongoCollection<Key> collection) {
    requireUnique(document, keysOf(document).keys(), collection);
  }

  @Override
  public void add(Document document, Key position, MongoCollection<Key> collection) {
    IndexKeys keys = keysOf(document);
    mark(keys);
    keys.keys().forEach(key -> map.put(entry(key, position), position));
  }

  @Override
  public Key remove(Document document) {
    Key position = IdIndex.positionOf(document);
    keysOf(document).keys().forEach(key -> map.remove(entry(key, position)));
    return position;
  }

  @Override
  public void checkUpdate(
      Document oldDocument, Document newDocument, MongoCollection<Key> collection) {
    if (!sameValues(oldDocument, newDocument)) {
      requireUnique(newDocument, keysOf(newDocument).keys(), collection);
    }
  }

  @Override
  public void updateInPlace(
      Document oldDocument, Document newDocument, Key position, MongoCollection<Key> collection) {
    if (sameValues(oldDocument, newDocument)) {
      return;
    }
    Set<Key> before = keysOf(oldDocument).keys();
    IndexKeys after = keysOf(newDocument);
    mark(after);
    after.keys().stream()
        .filter(key -> !before.contains(key))
        .forEach(key -> map.put(entry(key, position), position));
    before.stream()
        .filter(key -> !after.keys().contains(key))
        .forEach(key -> map.remove(entry(key, position)));
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
    return map.sizeAsLong();
  }

  @Override
  public long getDataSize() {
    return getCount();
  }

  @Override
  public void drop() {
    flags.forget();
  }

  private IndexKeys keysOf(Document document) {
    return IndexKeys.of(document, getKeys(), isSparse());
  }

  private boolean sameValues(Document oldDocument, Document newDocument) {
    return getKeys().stream()
        .map(IndexKey::getKey)
        .allMatch(
            path ->
                Objects.equals(
                    Utils.getSubdocumentValueCollectionAware(oldDocument, path),
                    Utils.getSubdocumentValueCollectionAware(newDocument, path)));
  }

  private void mark(IndexKeys keys) {
    if (keys.multikey()) {
      flags.set(IndexFlags.Flag.MULTIKEY);
    }
  }

  private void requireUnique(Document document, Set<Key> keys, MongoCollection<Key> collection) {
    if (!unique) {
      return;
    }
    Key position = IdIndex.positionOf(document);
    for (Key key : keys) {
      Iterator<Hit> others = scan(new KeyRange(key, key.successor(), 0), false);
      while (others.hasNext()) {
        if (!others.next().position().equals(position)) {
          throw new DuplicateKeyError(
              this, collection, getKeys(), new KeyValue(valuesOf(document)));
        }
      }
    }
  }

  private List<@Nullable Object> valuesOf(Document document) {
    List<@Nullable Object> values = new ArrayList<>();
    getKeys()
        .forEach(
            key -> values.add(Utils.getSubdocumentValueCollectionAware(document, key.getKey())));
    return values;
  }

  private static Key entry(Key values, Key position) {
    return new KeyWriter().append(values).append(position).toKey();
  }
}
