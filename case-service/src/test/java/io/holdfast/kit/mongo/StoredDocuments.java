package io.holdfast.kit.mongo;

import static com.mongodb.client.model.Filters.eq;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.types.Binary;

/** What stands in the store, for tests that compare the stored form. */
public final class StoredDocuments {
  private StoredDocuments() {}

  /** The aggregate's own part of its document; every sealed value reads {@code <sealed>}. */
  public static Document body(MongoStore store, String collection, String id) {
    Document found =
        Await.one(store.collection(collection).find(eq("_id", id)).limit(1)).orElseThrow();
    return (Document) shown(found.get(Envelope.BODY, Document.class));
  }

  private static Object shown(Object value) {
    return switch (value) {
      case Binary _ -> "<sealed>";
      case Map<?, ?> map -> {
        var shown = new Document();
        map.forEach((key, member) -> shown.append((String) key, shown(member)));
        yield shown;
      }
      case List<?> list -> list.stream().map(StoredDocuments::shown).collect(Collectors.toList());
      default -> value;
    };
  }
}
