package io.holdfast.kit.mongo;

import com.mongodb.client.model.Filters;
import io.holdfast.kit.crypto.Sealer;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.bson.types.Binary;

/** What records look like in the store, for tests that compare the stored form. */
public final class StoredForms {
  private static final JsonWriterSettings READABLE =
      JsonWriterSettings.builder().outputMode(JsonMode.RELAXED).indent(true).build();

  private StoredForms() {}

  /** The record as stored; every encrypted value reads {@code <sealed>}. */
  public static String json(Sealer sealer, Record value) {
    Document stored = new RecordCodec(sealer).encode(value, "golden");
    return ((Document) shown(stored)).toJson(READABLE) + "\n";
  }

  /** The record after a way to the store and back. */
  public static <T extends Record> T again(Sealer sealer, Class<T> type, T value) {
    var codec = new RecordCodec(sealer);
    return codec.decode(type, codec.encode(value, "golden"), "golden");
  }

  /** A document of the store, as it lies there; empty where there is none. */
  public static String document(MongoStore store, String collection, String id) {
    return Await.one(store.collection(collection).find(Filters.eq("_id", id)).limit(1))
        .map(Document::toJson)
        .orElse("");
  }

  private static Object shown(Object value) {
    return switch (value) {
      case Binary _ -> "<sealed>";
      case Map<?, ?> map -> {
        var shown = new Document();
        map.forEach((key, member) -> shown.append((String) key, shown(member)));
        yield shown;
      }
      case List<?> list -> list.stream().map(StoredForms::shown).collect(Collectors.toList());
      default -> value;
    };
  }
}
