package io.holdfast.store;

import static java.util.Objects.requireNonNull;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.IndexBuildFailedException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * One collection: its documents as BSON in a map ordered by {@code _id}, found through the planner.
 */
final class IndexedCollection extends AbstractSynchronizedMongoCollection<Key> {

  /** A reply holds at most this much, well below the 48 MB of MongoDB's messages. */
  private static final int BATCH_BYTES_MAX = 16 * 1024 * 1024;

  private final MVMap<Key, byte[]> documents;
  private final FullScans fullScans;

  /** The document that was last checked, and its bytes: what is checked is mostly stored next. */
  private @Nullable Document prepared;

  private byte[] preparedBytes = {};

  IndexedCollection(
      MongoDatabase database,
      String name,
      CollectionOptions options,
      MVMap<Key, byte[]> documents,
      CursorRegistry cursors,
      FullScans fullScans) {
    super(database, name, options, cursors);
    this.documents = documents;
    this.fullScans = fullScans;
  }

  // ---- reading

  @Override
  protected QueryResult queryDocuments(
      Document filter,
      @Nullable Document sort,
      int skip,
      int limit,
      int batchSize,
      @Nullable Document projection) {
    Plan plan = planner().plan(filter, sort, limit > 0);
    if (plan instanceof Plan.FullScan && !isSystem() && !documents.isEmpty()) {
      fullScans.count(getFullName(), filter);
    }
    if (batchSize > 0) {
      return firstBatch(matches(plan, filter, sort, skip, limit).iterator(), batchSize, projection);
    }
    // Lazy: an update of one document stops after it. The scan itself sees the maps as they are
    // now.
    return new QueryResult(
        () ->
            matches(plan, filter, sort, skip, limit)
                .map(match -> project(match.document(), projection))
                .iterator());
  }

  private record Match(Key position, Document document, int bytes) {}

  private Stream<Match> matches(
      Plan plan, Document filter, @Nullable Document sort, int skip, int limit) {
    Stream<Match> matches =
        Execution.positions(plan, documents)
            .flatMap(this::read)
            .filter(match -> documentMatchesQuery(match.document(), filter));
    if (!plan.ordered()) {
      matches =
          sorted(
              matches,
              new SortOrder(requireNonNull(sort)),
              limit > 0 ? skip + limit : Integer.MAX_VALUE);
    }
    matches = skip > 0 ? matches.skip(skip) : matches;
    return limit > 0 ? matches.limit(limit) : matches;
  }

  private static Stream<Match> sorted(Stream<Match> matches, SortOrder order, int wanted) {
    record Keyed(Match match, Key key) {}
    Stream<Keyed> keyed = matches.map(match -> new Keyed(match, order.keyOf(match.document())));
    return Smallest.of(keyed, Comparator.comparing(Keyed::key), wanted).map(Keyed::match);
  }

  private Stream<Match> read(Key position) {
    byte @Nullable [] bytes = documents.get(position);
    return bytes == null
        ? Stream.empty()
        : Stream.of(new Match(position, DocumentBytes.decode(bytes), bytes.length));
  }

  private QueryResult firstBatch(
      Iterator<Match> matches, int batchSize, @Nullable Document projection) {
    List<Document> batch = new ArrayList<>();
    List<Key> rest = new ArrayList<>();
    int bytes = 0;
    while (matches.hasNext()) {
      Match match = matches.next();
      boolean full =
          batch.size() >= batchSize || !batch.isEmpty() && bytes + match.bytes() > BATCH_BYTES_MAX;
      if (full || !rest.isEmpty()) {
        rest.add(match.position());
      } else {
        bytes += match.bytes();
        batch.add(project(match.document(), projection));
      }
    }
    if (rest.isEmpty()) {
      return new QueryResult(batch);
    }
    PositionCursor cursor =
        new PositionCursor(
            cursorRegistry.generateCursorId(),
            rest,
            (positions, wanted) -> nextBatch(positions, wanted, projection));
    cursorRegistry.add(cursor);
    return new QueryResult(batch, cursor);
  }

  private synchronized List<Document> nextBatch(
      Deque<Key> positions, int wanted, @Nullable Document projection) {
    List<Document> batch = new ArrayList<>();
    int bytes = 0;
    while (!positions.isEmpty()
        && (wanted <= 0 || batch.size() < wanted)
        && bytes < BATCH_BYTES_MAX / 2) {
      byte @Nullable [] stored = documents.get(positions.remove());
      if (stored != null) {
        bytes += stored.length;
        batch.add(project(DocumentBytes.decode(stored), projection));
      }
    }
    return batch;
  }

  private Document project(Document document, @Nullable Document projection) {
    if (projection == null || projection.isEmpty()) {
      return document;
    }
    // The engine's projection is only to be had through its result stream.
    return matchDocumentsFromStream(new Document(), Stream.of(document), 0, 1, 0, null, projection)
        .collectDocuments()
        .getFirst();
  }

  private Planner planner() {
    return new Planner(getIndexes().stream().map(KeySource.class::cast).toList());
  }

  /**
   * A matcher of its own each time: the engine's shared one remembers array positions for updates.
   */
  @Override
  protected boolean documentMatchesQuery(Document document, Document query) {
    return new DefaultQueryMatcher().matches(document, query);
  }

  @Override
  protected QueryResult matchDocuments(
      Document filter, Document sort, int skip, int limit, int batchSize, Document projection) {
    return queryDocuments(filter, sort, skip, limit, batchSize, projection);
  }

  @Override
  public synchronized int count(@Nullable Document filter, int skip, int limit) {
    return super.count(filter, skip, limit);
  }

  @Override
  public int count() {
    return (int) Math.min(Integer.MAX_VALUE, documents.sizeAsLong());
  }

  @Override
  public boolean isEmpty() {
    return documents.isEmpty();
  }

  // ---- writing

  /** Called before anything is changed, so that a refused document leaves no trace. */
  synchronized void prepare(Document document) {
    preparedBytes = DocumentBytes.encode(document);
    prepared = document;
  }

  @SuppressWarnings(
      "ReferenceEquality") // the very object: an equal one may differ in type or order
  private byte[] bytesOf(Document document) {
    byte[] bytes = document == prepared ? preparedBytes : DocumentBytes.encode(document);
    prepared = null;
    preparedBytes = new byte[0];
    return bytes;
  }

  @Override
  protected Key addDocumentInternal(Document document) {
    @Nullable String idField = getIdField();
    Key position = idField == null ? next() : KeyWriter.of(document.get(idField));
    documents.put(position, bytesOf(document));
    return position;
  }

  /** For documents without an _id (the list of indexes): in the order of writing. */
  private static Key next() {
    Instant now = Instant.now();
    long nanos = TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    return new KeyWriter().append(nanos, true).append(UUID.randomUUID(), true).toKey();
  }

  @Override
  protected void handleUpdate(Key position, Document oldDocument, Document newDocument) {
    // What the engine hands over is its own copy of what was checked for this position.
    Document checked = prepared != null && isAt(position, prepared) ? prepared : newDocument;
    documents.put(position, bytesOf(checked));
  }

  private boolean isAt(Key position, Document document) {
    return getIdField() != null && KeyWriter.of(document.get(getIdField())).equals(position);
  }

  /** Wrapped, because the engine takes a filter with a field "query" for an old-style query. */
  @Override
  public synchronized int deleteDocuments(Document filter, int limit, Oplog oplog) {
    return super.deleteDocuments(new Document("$query", filter), limit, oplog);
  }

  @Override
  protected void removeDocument(Key position) {
    if (documents.remove(position) == null) {
      throw new NoSuchElementException("no document at this position of " + getFullName());
    }
  }

  @Override
  protected @Nullable Document getDocument(Key position) {
    byte @Nullable [] bytes = documents.get(position);
    return bytes == null ? null : DocumentBytes.decode(bytes);
  }

  @Override
  protected Stream<DocumentWithPosition<Key>> streamAllDocumentsWithPosition() {
    return documents.entrySet().stream()
        .map(
            entry ->
                new DocumentWithPosition<>(DocumentBytes.decode(entry.getValue()), entry.getKey()));
  }

  // ---- indexes

  /** An index found complete in the file is only opened; a new one is filled from the documents. */
  @Override
  public synchronized void addIndex(Index<Key> index) {
    List<Index<Key>> indexes = getIndexes();
    for (Index<Key> existing : indexes) {
      if (existing.getName().equals(index.getName())) {
        if (existing instanceof OrderedIndex known && index instanceof OrderedIndex wanted) {
          known.requireSameAs(wanted);
        }
        return;
      }
    }
    if (index instanceof OrderedIndex ordered && !ordered.complete()) {
      fill(ordered);
    }
    indexes.add(index);
  }

  private void fill(OrderedIndex index) {
    try {
      streamAllDocumentsWithPosition()
          .forEach(
              found -> {
                index.checkAdd(found.getDocument(), this);
                index.add(found.getDocument(), found.getPosition(), this);
              });
    } catch (MongoServerError e) {
      index.abandon();
      throw new IndexBuildFailedException(e, this);
    }
    index.markComplete();
  }

  @Override
  public synchronized void dropIndex(String name) {
    super.dropIndex(name);
  }

  // ---- statistics

  private boolean isSystem() {
    return getCollectionName().startsWith("system.");
  }

  /** Would cost an encoding of every document at every write, for a figure nobody asks for. */
  @Override
  protected boolean tracksDataSize() {
    return false;
  }

  @Override
  protected void updateDataSize(int delta) {
    throw new MongoServerException("data size is not tracked");
  }

  @Override
  protected int getDataSize() {
    return 0;
  }
}
