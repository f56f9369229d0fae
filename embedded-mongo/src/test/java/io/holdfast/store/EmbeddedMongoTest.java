package io.holdfast.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static io.holdfast.store.Client.all;
import static io.holdfast.store.Client.doc;
import static io.holdfast.store.Client.done;
import static io.holdfast.store.Client.first;
import static io.holdfast.store.Client.one;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bson.Document;
import org.h2.mvstore.MVMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedMongoTest {

  @TempDir Path directory;

  @Test
  void keepsDocumentsAndIndexesOverARestart() {
    Path file = directory.resolve("store.mv");
    try (EmbeddedMongo store = EmbeddedMongo.start(file);
        MongoClient client = Client.connect(store.uri())) {
      MongoCollection<Document> orders = client.getDatabase("t").getCollection("orders");
      done(orders.createIndex(Indexes.ascending("slot", "wakeAt")));
      done(
          orders.createIndex(
              Indexes.ascending("tags"), new IndexOptions().unique(true).sparse(true)));
      done(
          orders.insertMany(
              IntStream.range(0, 50)
                  .mapToObj(i -> doc("_id", i, "slot", i % 4, "wakeAt", i))
                  .toList()));
      done(orders.insertOne(doc("_id", 50, "tags", List.of("a", "b"))));
    }
    try (EmbeddedMongo store = EmbeddedMongo.start(file);
        MongoClient client = Client.connect(store.uri())) {
      MongoCollection<Document> orders = client.getDatabase("t").getCollection("orders");
      assertThat(all(orders.find(and(eq("slot", 1), lte("wakeAt", 9)))))
          .extracting(d -> d.get("_id"))
          .containsExactly(1, 5, 9);
      assertThat(all(orders.find(eq("tags", "b")))).hasSize(1);
      assertThat(all(orders.listIndexes())).hasSize(3);
      assertThatThrownBy(() -> done(orders.insertOne(doc("tags", "a"))))
          .hasMessageContaining("E11000");
      assertThat(store.fullScans()).isZero();
    }
  }

  /** Documents that cannot even be decoded prove that nothing decodes them. */
  @Test
  void opensWithoutReadingADocument() {
    Path file = directory.resolve("store.mv");
    try (EmbeddedMongo store = EmbeddedMongo.start(file);
        MongoClient client = Client.connect(store.uri())) {
      MongoCollection<Document> c = client.getDatabase("t").getCollection("c");
      done(c.createIndex(Indexes.ascending("k"), new IndexOptions().unique(true)));
      done(c.createIndex(Indexes.ascending("absent"), new IndexOptions().sparse(true)));
      done(c.insertMany(List.of(doc("_id", 1, "k", 1), doc("_id", 2, "k", 2))));
    }
    try (StoreFile damaged = StoreFile.open(file)) {
      MVMap<Key, byte[]> documents = damaged.maps().documents("t.c");
      documents.put(KeyWriter.of(1), new byte[] {1});
      damaged.store().commit();
    }
    try (EmbeddedMongo store = EmbeddedMongo.start(file);
        MongoClient client = Client.connect(store.uri())) {
      MongoCollection<Document> c = client.getDatabase("t").getCollection("c");
      assertThat(one(c.find(eq("k", 2)))).containsEntry("_id", 2);
      assertThatThrownBy(() -> first(c.find(eq("k", 1)))).hasMessageContaining("internal error");
    }
  }

  @Test
  void countsOnlyScansThatNoIndexServed() {
    try (EmbeddedMongo store = EmbeddedMongo.startTemporary();
        MongoClient client = Client.connect(store.uri())) {
      MongoCollection<Document> c = client.getDatabase("t").getCollection("c");
      done(c.createIndex(Indexes.ascending("slot", "wakeAt")));
      all(c.find(eq("other", 1)));
      assertThat(store.fullScans()).as("an empty collection").isZero();

      done(
          c.insertMany(
              IntStream.range(0, 20)
                  .mapToObj(i -> doc("_id", i, "slot", i % 4, "wakeAt", i, "v", 1))
                  .toList()));
      all(c.find(eq("_id", 3)));
      all(c.find(and(eq("_id", 3), eq("v", 1))));
      all(c.find(in("_id", 3, 4)));
      all(c.find(gt("_id", 3)).sort(Sorts.ascending("_id")).limit(2));
      all(c.find().sort(Sorts.ascending("_id")).limit(2));
      all(c.find(and(in("slot", 1, 2), lte("wakeAt", 9))).sort(Sorts.ascending("wakeAt")).limit(3));
      done(c.updateOne(and(eq("slot", 3), eq("_id", 3), eq("v", 1)), Updates.inc("v", 1)));
      done(c.estimatedDocumentCount());
      done(c.countDocuments(eq("slot", 1)));
      done(c.deleteOne(eq("_id", 3)));
      assertThat(store.fullScans()).isZero();

      all(c.find(eq("v", 1)));
      all(c.find());
      all(c.find(lte("wakeAt", 5)));
      assertThat(store.fullScans()).isEqualTo(3);
      Document stats = one(client.getDatabase("admin").runCommand(doc("holdfastStats", 1)));
      assertThat(stats).containsEntry("fullScans", 3L).containsEntry("documents", 19L);
      assertThat(stats.get("fullScansByShape", Document.class))
          .containsEntry("t.c [v]", 1L)
          .containsEntry("t.c []", 1L);
    }
  }

  @Test
  void readsInOrderOverSeveralSlotsNoMoreThanItReturns() {
    try (EmbeddedMongo store = EmbeddedMongo.startTemporary();
        MongoClient client = Client.connect(store.uri())) {
      MongoCollection<Document> c = client.getDatabase("t").getCollection("c");
      done(c.createIndex(Indexes.ascending("slot", "wakeAt")));
      done(
          c.insertMany(
              IntStream.range(0, 100)
                  .mapToObj(i -> doc("_id", i, "slot", i % 10, "wakeAt", 100 - i))
                  .toList()));
      assertThat(all(c.find(in("slot", 1, 3, 5)).sort(Sorts.ascending("wakeAt")).limit(4)))
          .extracting(d -> d.get("_id"))
          .containsExactly(95, 93, 91, 85);
      assertThat(all(c.find(in("slot", 1, 3, 5)).sort(Sorts.descending("wakeAt")).limit(4)))
          .extracting(d -> d.get("_id"))
          .containsExactly(1, 3, 5, 11);
    }
  }

  /** Equal in one element, the arrays still differ in their place in the order. */
  @Test
  void aFixedValueInAnArrayDoesNotFixTheOrder() {
    try (EmbeddedMongo store = EmbeddedMongo.startTemporary();
        MongoClient client = Client.connect(store.uri())) {
      MongoCollection<Document> c = client.getDatabase("t").getCollection("c");
      done(c.createIndex(Indexes.ascending("a")));
      done(
          c.insertMany(
              List.of(
                  doc("_id", 1, "a", 1, "b", List.of(5)),
                  doc("_id", 2, "a", 2, "b", List.of(1, 5)))));
      assertThat(all(c.find(and(eq("b", 5), gt("a", 0))).sort(Sorts.ascending("b", "a"))))
          .extracting(d -> d.get("_id"))
          .containsExactly(2, 1);
    }
  }

  @Test
  void oneProcessAtATimeOpensAFile() {
    Path file = directory.resolve("store.mv");
    try (EmbeddedMongo store = EmbeddedMongo.start(file)) {
      assertThat(store.uri()).startsWith("mongodb://127.0.0.1:");
      assertThatThrownBy(() -> EmbeddedMongo.start(file).close())
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("in use by another process");
    }
    EmbeddedMongo.start(file).close();
  }

  @Test
  void listensOnLoopbackOnly() {
    try (EmbeddedMongo store = EmbeddedMongo.startTemporary()) {
      URI uri = URI.create(store.uri());
      assertThat(InetAddress.getLoopbackAddress().getHostAddress()).isEqualTo(uri.getHost());
    }
  }

  @Test
  void temporaryFilesGoAway() {
    EmbeddedMongo store = EmbeddedMongo.startTemporary();
    Path file = store.backend().stats().file();
    assertThat(file).exists();
    store.close();
    assertThat(Files.exists(file)).isFalse();
  }

  @Test
  void healthPageSaysWhatItIs() throws Exception {
    try (EmbeddedMongo store = EmbeddedMongo.startTemporary();
        HealthPage page = new HealthPage(0, store.backend()::stats)) {
      assertThat(page.address().getAddress().isLoopbackAddress()).isTrue();
      assertThat(get(page, "/health"))
          .contains(
              "\"status\" : \"UP\"",
              "\"durable\" : true",
              "\"highlyAvailable\" : false",
              "\"documents\" : 0");
      assertThat(get(page, "/metrics"))
          .contains("# TYPE holdfast_store_full_scans_total counter", "holdfast_store_documents 0");
    }
  }

  @Test
  void configComesFromArgumentsThenEnvironment() {
    Map<String, String> environment =
        Map.of("HOLDFAST_STORE_FILE", "a.mv", "HOLDFAST_STORE_PORT", "1000");
    assertThat(StoreConfig.of(environment))
        .isEqualTo(new StoreConfig(Path.of("a.mv"), 1000, 27118));
    assertThat(
            StoreConfig.of(environment, "HOLDFAST_STORE_FILE=b.mv", "HOLDFAST_STORE_HEALTH_PORT=0"))
        .isEqualTo(new StoreConfig(Path.of("b.mv"), 1000, 0));
    assertThatThrownBy(() -> StoreConfig.of(Map.of())).hasMessageContaining("HOLDFAST_STORE_FILE");
    assertThatThrownBy(() -> StoreConfig.of(environment, "HOLDFAST_STORE_PORT=x"))
        .hasMessageContaining("expected: 0 to 65535");
  }

  private static String get(HealthPage page, String path) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + page.address().getPort() + path);
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
          .body();
    }
  }
}
