package io.holdfast.store;

import de.bwaldvogel.mongo.backend.Cursor;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.function.BiFunction;

/**
 * The rest of a result as positions only: a client that lists a large collection costs the store
 * its keys, not its documents. A document deleted in between is left out, a changed one is given as
 * it is then.
 */
final class PositionCursor implements Cursor {

  /** Takes up to a number of documents from the front of the positions. */
  interface Fetch extends BiFunction<Deque<Key>, Integer, List<Document>> {}

  private final long id;
  private final Deque<Key> positions;
  private final Fetch fetch;

  PositionCursor(long id, Collection<Key> positions, Fetch fetch) {
    this.id = id;
    this.positions = new ArrayDeque<>(positions);
    this.fetch = fetch;
  }

  @Override
  public long getId() {
    return id;
  }

  @Override
  public synchronized boolean isEmpty() {
    return positions.isEmpty();
  }

  @Override
  public synchronized List<Document> takeDocuments(int wanted) {
    return fetch.apply(positions, wanted);
  }
}
