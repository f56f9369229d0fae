package io.holdfast.kit.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import io.holdfast.kit.crypto.Sealer;
import io.holdfast.testkit.TestKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.bson.types.Binary;

/**
 * What records look like in the store, against committed files. A change there is a change of what
 * old documents mean: {@code -Dholdfast.golden=write} writes the files anew, and the difference is
 * to be looked at.
 */
public final class StoredForms {
  private static final JsonWriterSettings READABLE =
      JsonWriterSettings.builder().outputMode(JsonMode.RELAXED).indent(true).build();
  private static final Sealer SEALER = TestKeys.fresh().sealer();

  private StoredForms() {}

  /**
   * The record is stored as the file {@code name} says, and comes back as it was.
   *
   * @return the stored form; every encrypted value reads {@code <sealed>}
   */
  public static String isGolden(String name, Record value) throws IOException {
    var codec = new RecordCodec(SEALER);
    Document stored = codec.encode(value, name);
    assertThat((Object) codec.decode(value.getClass(), stored, name)).isEqualTo(value);
    return isGolden(name, stored);
  }

  /** An aggregate's own part of its document is as the file {@code name} says. */
  public static String isGolden(String name, MongoStore store, String collection, String id)
      throws IOException {
    Document found = find(store, collection, id).orElseThrow();
    return isGolden(name, found.get(Envelope.BODY, Document.class));
  }

  private static String isGolden(String name, Document stored) throws IOException {
    String found = ((Document) shown(stored)).toJson(READABLE) + "\n";
    Path golden = Path.of("src", "test", "resources", "golden", name + ".json");
    if ("write".equals(System.getProperty("holdfast.golden"))) {
      Files.writeString(golden, found);
    }
    assertThat(found).isEqualTo(Files.readString(golden));
    return found;
  }

  /** A document of the store, as it lies there; empty where there is none. */
  public static String document(MongoStore store, String collection, String id) {
    return find(store, collection, id).map(Document::toJson).orElse("");
  }

  private static Optional<Document> find(MongoStore store, String collection, String id) {
    return Await.one(store.collection(collection).find(Filters.eq("_id", id)).limit(1));
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
