package io.holdfast.kit.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteManyModel;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import io.holdfast.kit.crypto.Sealer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Documents that are not aggregates: nobody asks for their change and nobody is told of it; they
 * are made from events. Many are written in one command, each by compare-and-set.
 */
public final class Records<R extends Record> {
  private final MongoStore store;
  private final Shape<R> shape;
  private final RecordCodec codec;

  private Records(MongoStore store, Shape<R> shape, RecordCodec codec) {
    this.store = store;
    this.shape = shape;
    this.codec = codec;
  }

  /**
   * How records are stored.
   *
   * @param collection the collection's name
   * @param type the record
   * @param paths every way they are read besides by id
   * @param fields values the paths speak of; a field that is left out of a later version is removed
   */
  public record Shape<R extends Record>(
      String collection,
      Class<R> type,
      List<AccessPath> paths,
      Function<R, Map<String, Object>> fields) {
    public Shape {
      paths = List.copyOf(paths);
    }
  }

  /**
   * A record as it is stored.
   *
   * @param v the compare-and-set key, from 1
   */
  public record Entry<R>(String id, long v, R value) {}

  /** One change of one document. */
  public sealed interface Write<R> {
    /** The document concerned. */
    String id();

    /** A new document. */
    record Insert<R>(String id, R value) implements Write<R> {}

    /** The whole record anew, if it is still at {@code v}. */
    record Update<R>(String id, long v, R value) implements Write<R> {}

    /**
     * More elements at the end of a list, if the record is still at {@code v}.
     *
     * @param member the record's list
     * @param fields path fields that change with it
     */
    record Append<R>(
        String id, long v, String member, List<? extends Record> items, Map<String, Object> fields)
        implements Write<R> {}
  }

  /** Opens a collection of records; its indexes are there afterwards. */
  public static <R extends Record> Records<R> open(
      MongoStore store, Sealer sealer, Shape<R> shape) {
    store.prepare(shape.collection(), shape.paths());
    return new Records<>(store, shape, new RecordCodec(sealer));
  }

  /** Those of the ids that exist, in no order. */
  public List<Entry<R>> find(Collection<String> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return Await.all(store.collection(shape.collection()).find(byIds(ids)).limit(ids.size()))
        .stream()
        .map(this::decode)
        .toList();
  }

  /** One number of each of the ids that exist and have it, without reading the records. */
  public Map<String, Long> peek(Collection<String> ids, String field) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    Map<String, Long> numbers = new LinkedHashMap<>();
    Await.all(
            store
                .collection(shape.collection())
                .find(byIds(ids))
                .projection(Projections.include(field))
                .limit(ids.size()))
        .forEach(
            document -> {
              if (document.get(field) instanceof Long number) {
                numbers.put(document.getString(Envelope.ID), number);
              }
            });
    return numbers;
  }

  /** One page along a declared path: equal on its first keys, ordered by the rest. */
  public Page<Entry<R>> page(AccessPath path, List<Object> equalTo, int size, String pageToken) {
    return new PathQuery(store.collection(shape.collection()), path)
        .page(equalTo, List.of(), size, pageToken, this::decode);
  }

  /**
   * Writes all of them in one command, in no order. False: at least one found its id taken or its
   * version moved, and any number of the others took effect; read again and decide anew.
   */
  public boolean write(List<Write<R>> writes) {
    if (writes.isEmpty()) {
      return true;
    }
    int conditional = 0;
    List<WriteModel<Document>> models = new ArrayList<>();
    for (Write<R> write : writes) {
      models.add(model(write));
      conditional += write instanceof Write.Insert<R> ? 0 : 1;
    }
    try {
      int matched =
          Await.result(
                  store
                      .collection(shape.collection())
                      .bulkWrite(models, new BulkWriteOptions().ordered(false)))
              .getMatchedCount();
      return matched == conditional;
    } catch (MongoBulkWriteException e) {
      boolean taken =
          e.getWriteErrors().stream()
              .allMatch(error -> error.getCode() == Aggregates.DUPLICATE_KEY);
      if (!taken || e.getWriteConcernError() != null) {
        throw e;
      }
      return false;
    }
  }

  /** Removes those of the ids that exist. */
  public void remove(Collection<String> ids) {
    if (!ids.isEmpty()) {
      Await.result(
          store
              .collection(shape.collection())
              .bulkWrite(List.of(new DeleteManyModel<Document>(byIds(ids)))));
    }
  }

  private WriteModel<Document> model(Write<R> write) {
    return switch (write) {
      case Write.Insert<R>(String id, R value) -> new InsertOneModel<>(document(id, value));
      case Write.Update<R>(String id, long v, R value) ->
          new UpdateOneModel<>(at(id, v), update(id, v, value));
      case Write.Append<R>(
              String id,
              long v,
              String member,
              List<? extends Record> items,
              var fields) -> {
        List<Document> added = items.stream().map(item -> codec.encode(item, id)).toList();
        var set = new Document(Envelope.V, v + 1);
        set.putAll(Envelope.values(fields));
        yield new UpdateOneModel<>(
            at(id, v),
            new Document("$set", set)
                .append(
                    "$push",
                    new Document(Envelope.BODY + '.' + member, new Document("$each", added))));
      }
    };
  }

  private Document document(String id, R value) {
    var document =
        new Document(Envelope.ID, id)
            .append(Envelope.SLOT, Slots.of(id))
            .append(Envelope.V, 1L)
            .append(Envelope.BODY, codec.encode(value, id));
    document.putAll(Envelope.values(shape.fields().apply(value)));
    return document;
  }

  private Document update(String id, long v, R value) {
    Document fields = Envelope.values(shape.fields().apply(value));
    var set = new Document(Envelope.V, v + 1).append(Envelope.BODY, codec.encode(value, id));
    set.putAll(fields);
    var unset = new Document();
    for (AccessPath path : shape.paths()) {
      for (AccessPath.Key key : path.keys()) {
        if (!fields.containsKey(key.field()) && !key.field().equals(Envelope.ID)) {
          unset.append(key.field(), "");
        }
      }
    }
    var update = new Document("$set", set);
    return unset.isEmpty() ? update : update.append("$unset", unset);
  }

  private Entry<R> decode(Document document) {
    String id = document.getString(Envelope.ID);
    return new Entry<>(
        id,
        document.getLong(Envelope.V),
        codec.decode(shape.type(), document.get(Envelope.BODY, Document.class), id));
  }

  private static Bson byIds(Collection<String> ids) {
    List<Integer> slots = ids.stream().map(Slots::of).distinct().toList();
    return and(in(Envelope.ID, ids), in(Envelope.SLOT, slots));
  }

  private static Bson at(String id, long v) {
    return and(eq(Envelope.ID, id), eq(Envelope.SLOT, Slots.of(id)), eq(Envelope.V, v));
  }
}
