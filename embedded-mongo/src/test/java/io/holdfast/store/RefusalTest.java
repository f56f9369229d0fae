package io.holdfast.store;

import static com.mongodb.client.model.Filters.eq;
import static io.holdfast.store.Client.all;
import static io.holdfast.store.Client.doc;
import static io.holdfast.store.Client.done;
import static io.holdfast.store.Client.one;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.CursorType;
import com.mongodb.MongoException;
import com.mongodb.client.model.Collation;
import com.mongodb.client.model.CollationStrength;
import com.mongodb.client.model.CreateCollectionOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.TimeSeriesOptions;
import com.mongodb.client.model.ValidationOptions;
import com.mongodb.reactivestreams.client.ClientSession;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;

/**
 * What this store cannot honour fails at once and says what to use: the other columns of the table
 * in data.md §1.
 */
class RefusalTest {

  private static final EmbeddedMongo store = EmbeddedMongo.startTemporary();
  private static final MongoClient client = Client.connect(store.uri());
  private static final MongoDatabase database = client.getDatabase("t");
  private static final MongoCollection<Document> c = database.getCollection("c");
  private static final Collation ENGLISH =
      Collation.builder().locale("en").collationStrength(CollationStrength.SECONDARY).build();

  @AfterAll
  static void stop() {
    client.close();
    store.close();
  }

  @Test
  void indexes() {
    refused(
        index(new IndexOptions().unique(true).partialFilterExpression(eq("s", 1))),
        "partialFilterExpression",
        "sparse");
    refused(
        index(new IndexOptions().expireAfter(1L, TimeUnit.SECONDS)),
        "expireAfterSeconds",
        "sweeper");
    refused(index(new IndexOptions().collation(ENGLISH)), "collation", "normalised");
    refused(c.createIndex(Indexes.text("s")), "text", "lookup documents");
    refused(c.createIndex(Indexes.hashed("s")), "hashed", "ascending");
    refused(c.createIndex(Indexes.ascending("a.0")), "a.0", "named field");
    refused(c.createIndex(Indexes.ascending("$**")), "$**", "named field");
    assertThat(all(c.listIndexes()).stream().filter(index -> !"_id_".equals(index.get("name"))))
        .isEmpty();
  }

  @Test
  void collations() {
    refused(c.find(eq("s", "abc")).collation(ENGLISH), "collation", "normalised");
    refused(
        c.aggregate(List.of(doc("$match", doc("s", "a")))).collation(ENGLISH),
        "collation",
        "normalised");
  }

  @Test
  void collectionKinds() {
    refused(
        create(new CreateCollectionOptions().capped(true).sizeInBytes(1_000_000)),
        "capped",
        "pages");
    refused(
        create(new CreateCollectionOptions().timeSeriesOptions(new TimeSeriesOptions("at"))),
        "timeseries",
        "one period");
    Document schema = doc("$jsonSchema", doc("required", List.of("x")));
    refused(
        create(
            new CreateCollectionOptions()
                .validationOptions(new ValidationOptions().validator(schema))),
        "validator",
        "validation in code");
    refused(database.createView("vw", "c", List.of(doc("$match", doc("b", 1)))), "viewOn", "query");
    assertThat(all(database.listCollectionNames())).doesNotContain("special", "vw");
  }

  @Test
  void queries() {
    refused(c.find(Filters.text("hello")), "$text", "lookup documents");
    refused(
        c.find(Filters.jsonSchema(doc("required", List.of("x")))),
        "$jsonSchema",
        "validation in code");
    refused(c.find(Filters.or(eq("a", 1), Filters.where("true"))), "$where", "$expr");
    refused(c.find().cursorType(CursorType.TailableAwait), "tailable", "page documents");
    refused(
        c.find().projection(doc("n", doc("$size", "$h"))), "computed projection", "plain fields");
    refused(c.find().returnKey(true), "returnKey", "MongoDB server");
    refused(c.find().explain(), "explain", "holdfastStats");
  }

  @Test
  void pipelines() {
    refused(
        c.updateOne(eq("_id", 1), List.of(doc("$set", doc("y", 1)))),
        "pipeline",
        "update operators");
    refused(
        c.findOneAndUpdate(eq("_id", 1), List.of(doc("$set", doc("y", 1)))),
        "pipeline",
        "update operators");
    refused(c.watch(), "change stream", "polling");
    refused(
        c.aggregate(List.of(doc("$match", doc("a", 1)), doc("$out", "other"))), "writes", "query");
    refused(
        c.aggregate(List.of(doc("$facet", doc("x", List.of(doc("$match", doc("$text", 1))))))),
        "$text",
        "lookup");
  }

  @Test
  void commands() {
    refused(command(doc("collMod", "c", "validationLevel", "off")), "collMod", "anew");
    refused(admin(doc("renameCollection", "t.c", "to", "t.d")), "renameCollection", "new name");
    refused(
        admin(doc("shardCollection", "t.c", "key", doc("a", 1))),
        "shardCollection",
        "HOLDFAST_MONGODB_URI");
    refused(
        admin(doc("createUser", "u", "pwd", "p", "roles", List.of())), "createUser", "loopback");
    refused(command(doc("mapReduce", "c")), "mapReduce", "MongoDB server");
    refused(admin(doc("commitTransaction", 1)), "commitTransaction", "conditionally");
  }

  @Test
  void transactions() {
    refused(
        command(
            doc(
                "insert",
                "c",
                "documents",
                List.of(doc("a", 1)),
                "txnNumber",
                1L,
                "startTransaction",
                true,
                "autocommit",
                false)),
        "transactions",
        "one document");
    try (ClientSession session = one(client.startSession())) {
      session.startTransaction();
      assertThatThrownBy(() -> done(c.insertOne(session, doc("a", 1))))
          .isInstanceOf(MongoException.class);
    }
    assertThat(all(c.find())).isEmpty();
  }

  @Test
  void authentication() {
    try (MongoClient withPassword = Client.connect(store.uri().replace("//", "//u:p@"))) {
      assertThatThrownBy(() -> all(withPassword.getDatabase("t").listCollectionNames()))
          .isInstanceOf(RuntimeException.class);
    }
  }

  private static Publisher<String> index(IndexOptions options) {
    return c.createIndex(Indexes.ascending("k"), options);
  }

  private static Publisher<Void> create(CreateCollectionOptions options) {
    return database.createCollection("special", options);
  }

  private static Publisher<Document> command(Document command) {
    return database.runCommand(command);
  }

  private static Publisher<Document> admin(Document command) {
    return client.getDatabase("admin").runCommand(command);
  }

  private static void refused(Publisher<?> attempt, String what, String instead) {
    assertThatThrownBy(() -> done(attempt))
        .hasMessageContaining(what)
        .hasMessageContaining("use ")
        .hasMessageContaining(instead)
        .hasMessageContaining("embedded store");
  }
}
