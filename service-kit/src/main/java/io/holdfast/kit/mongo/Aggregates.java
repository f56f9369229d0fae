package io.holdfast.kit.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.InsertManyOptions;
import io.holdfast.kit.access.Call;
import io.holdfast.kit.problem.KitReason;
import io.holdfast.kit.problem.Problem;
import io.holdfast.kit.time.LegalClock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * One kind of aggregate: load, decide, write with a compare-and-set, tell others. The rules
 * themselves are pure functions given to {@link #change}; nothing here knows what the aggregate is
 * about.
 */
public final class Aggregates<S extends Record> {
  static final int DUPLICATE_KEY = 11000;

  private static final int RACES_MAX = 3;

  private final MongoStore store;
  private final Layout<S> layout;
  private final AggregateDocuments<S> documents;
  private final LegalClock clock;
  private final Consumer<List<String>> written;

  /**
   * @param written told the ids of the aggregates of one write that have something to settle:
   *     events, audit entries, lookups
   */
  Aggregates(
      MongoStore store,
      Layout<S> layout,
      AggregateDocuments<S> documents,
      LegalClock clock,
      Consumer<List<String>> written) {
    this.store = store;
    this.layout = layout;
    this.documents = documents;
    this.clock = clock;
    this.written = written;
  }

  /** The aggregate, whoever asks: for events and clocks, never for a caller's own question. */
  public Optional<Stored<S>> find(String id) {
    return document(id).map(documents::decode);
  }

  /** The aggregate, if the caller's rule reaches it; foreign and absent are refused alike. */
  public Stored<S> load(Call call, String id) {
    Stored<S> stored = find(id).orElseThrow(() -> Problem.of(KitReason.ACCESS_DENIED));
    Call.met(id, stored.access());
    call.requireReach(stored.access());
    return stored;
  }

  /**
   * Stores a new aggregate. A repeat of the same request gets the one that is there; other content
   * under the same request id is {@link KitReason#REQUEST_ID_REUSED}.
   */
  public Stored<S> create(Creation<S> creation, Mutation by) {
    Document document = documents.creation(creation, by, clock.instant());
    try {
      Await.result(store.collection(layout.collection()).insertOne(document));
    } catch (MongoWriteException e) {
      if (e.getError().getCode() != DUPLICATE_KEY) {
        throw e;
      }
      return repeated(creation.id(), by);
    }
    wrote(creation.id());
    announce(List.of(document));
    return documents.decode(document);
  }

  /** Stores several at once, in one command; those that exist already stay as they are. */
  public List<Stored<S>> createAll(List<Creation<S>> creations, Mutation by) {
    Instant now = clock.instant();
    List<Document> all =
        creations.stream().map(creation -> documents.creation(creation, by, now)).toList();
    try {
      Await.result(
          store
              .collection(layout.collection())
              .insertMany(all, new InsertManyOptions().ordered(false)));
    } catch (MongoBulkWriteException e) {
      boolean repeated =
          e.getWriteErrors().stream().allMatch(error -> error.getCode() == DUPLICATE_KEY);
      if (!repeated) {
        throw e;
      }
      written.accept(creations.stream().map(Creation::id).toList());
      return creations.stream().map(creation -> find(creation.id()).orElseThrow()).toList();
    }
    announce(all);
    return all.stream().map(documents::decode).toList();
  }

  /**
   * {@link #change(String, Mutation, Function)} for a caller: refused unless his rule reaches the
   * aggregate.
   */
  public Stored<S> change(
      Call call, String id, Mutation by, Function<Stored<S>, Change<S>> decide) {
    return decideAndWrite(call, id, by, decide);
  }

  /**
   * Lets {@code decide} make of the aggregate what it will, and writes that. A lost race is decided
   * again, at most three times; with an etag it is {@link KitReason#STALE}. A request or event that
   * has taken effect before changes nothing.
   */
  public Stored<S> change(String id, Mutation by, Function<Stored<S>, Change<S>> decide) {
    return decideAndWrite(null, id, by, decide);
  }

  private Stored<S> decideAndWrite(
      @Nullable Call call, String id, Mutation by, Function<Stored<S>, Change<S>> decide) {
    for (int race = 0; race <= RACES_MAX; race++) {
      Document document = document(id).orElseThrow(() -> Problem.of(KitReason.ACCESS_DENIED));
      Stored<S> seen = documents.decode(document);
      if (call != null) {
        Call.met(id, seen.access());
        call.requireReach(seen.access());
      }
      if (documents.applied(document, by)) {
        return seen;
      }
      refuseStale(seen, by);
      Change<S> change = decide.apply(seen);
      S next = change.next();
      if (next == null) {
        return seen;
      }
      Instant now = clock.instant();
      Bson update = documents.update(document, seen, next, change, by, now);
      if (cas(id, seen.v(), update)) {
        wrote(id);
        if (documents.unsettled(change.facts(), next)) {
          written.accept(List.of(id));
        }
        return documents.after(seen, next, change, by);
      }
    }
    throw Problem.of(KitReason.BUSY);
  }

  private static void refuseStale(Stored<?> seen, Mutation by) {
    String etag = by.etag();
    if (etag != null && !etag.equals(seen.etag())) {
      throw Problem.of(KitReason.STALE, "etag", etag, "current", seen.etag());
    }
  }

  /**
   * One page along a declared path.
   *
   * @param equalTo values of the path's first keys; the remaining keys are the order
   * @param size 1 to 100
   * @param pageToken empty for the first page
   */
  public Page<Stored<S>> page(AccessPath path, List<Object> equalTo, int size, String pageToken) {
    Page<Stored<S>> page =
        new PathQuery(store.collection(layout.collection()), path)
            .page(equalTo, List.of(), size, pageToken, documents::decode);
    page.items().forEach(stored -> Call.met(stored.id(), stored.access()));
    return page;
  }

  boolean cas(String id, long v, Bson update) {
    var filter = and(eq(Envelope.ID, id), eq(Envelope.SLOT, Slots.of(id)), eq(Envelope.V, v));
    return Await.result(store.collection(layout.collection()).updateOne(filter, update))
            .getMatchedCount()
        == 1;
  }

  private Optional<Document> document(String id) {
    return Await.one(
        store
            .collection(layout.collection())
            .find(and(eq(Envelope.ID, id), eq(Envelope.SLOT, Slots.of(id))))
            .limit(1));
  }

  private Stored<S> repeated(String id, Mutation by) {
    Document document = document(id).orElseThrow(() -> Problem.of(KitReason.BUSY));
    if (by.origin() != Mutation.Origin.EVENT && !documents.madeBy(document, by)) {
      throw Problem.of(KitReason.REQUEST_ID_REUSED);
    }
    // The first attempt may have died before its events left.
    announce(List.of(document));
    return documents.decode(document);
  }

  private void wrote(String id) {
    if (layout.audited()) {
      Call.changed(id);
    }
  }

  private void announce(List<Document> stored) {
    List<String> unsettled =
        stored.stream()
            .filter(document -> document.getBoolean(Envelope.UNSETTLED, false))
            .map(document -> document.getString(Envelope.ID))
            .toList();
    if (!unsettled.isEmpty()) {
      written.accept(unsettled);
    }
  }
}
