package io.holdfast.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static io.holdfast.store.Client.all;
import static io.holdfast.store.Client.doc;
import static io.holdfast.store.Client.done;

import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.function.IntConsumer;
import org.bson.Document;

/**
 * Prints how long a store takes to open, what it then holds in memory, and what its paths cost, by
 * size.
 */
final class OpenReport {

  private static final List<Integer> SIZES = List.of(10_000, 300_000);
  private static final int MILLION = 1_000_000;
  private static final int REPEATS = 300;

  private OpenReport() {}

  /** Argument {@code --million}: a third size. */
  public static void main(String[] args) throws IOException {
    List<Integer> sizes = new ArrayList<>(SIZES);
    if (Arrays.asList(args).contains("--million")) {
      sizes.add(MILLION);
    }
    Path directory = Files.createTempDirectory("holdfast-open-report");
    for (int size : sizes) {
      Path file = directory.resolve(size + ".mv");
      fill(file, size);
      report(file, size);
      Files.delete(file);
    }
    Files.delete(directory);
  }

  private static void fill(Path file, int size) {
    try (EmbeddedMongo store = EmbeddedMongo.start(file);
        MongoClient client = Client.connect(store.uri())) {
      MongoCollection<Document> c = client.getDatabase("t").getCollection("orders");
      done(c.createIndex(Indexes.ascending("slot", "wakeAt")));
      done(c.createIndex(Indexes.ascending("caseId")));
      done(c.createIndex(Indexes.ascending("tags")));
      List<Document> batch = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        batch.add(order(i));
        if (batch.size() == 1000 || i == size - 1) {
          done(c.insertMany(batch));
          batch = new ArrayList<>();
        }
      }
    }
  }

  private static Document order(int i) {
    return doc(
        "_id",
        "order" + i,
        "v",
        1,
        "slot",
        i % 1024,
        "wakeAt",
        new Date(i * 1000L),
        "caseId",
        "case" + i / 5,
        "tags",
        List.of("a" + i, "b" + i),
        "text",
        "x".repeat(800));
  }

  private static void report(Path file, int size) throws IOException {
    long before = System.nanoTime();
    try (EmbeddedMongo store = EmbeddedMongo.start(file)) {
      long openMillis = (System.nanoTime() - before) / 1_000_000;
      System.gc();
      long heapMib = (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
      System.out.printf(
          "%d documents: opened in %d ms, heap %d MiB, file %d MiB%n",
          size, openMillis, heapMib, Files.size(file) >> 20);
      try (MongoClient client = Client.connect(store.uri())) {
        paths(client.getDatabase("t").getCollection("orders"), size);
      }
      System.out.println("  full scans: " + store.fullScans());
    }
  }

  private static void paths(MongoCollection<Document> c, int size) {
    Random random = new Random(7);
    median("get by _id", _ -> all(c.find(eq("_id", "order" + random.nextInt(size)))));
    median(
        "conditional update {_id, v}",
        _ ->
            done(
                c.updateOne(
                    and(eq("_id", "order" + random.nextInt(size)), eq("v", 1)),
                    Updates.set("text", "y"))));
    median("by caseId, 5 hits", _ -> all(c.find(eq("caseId", "case" + random.nextInt(size / 5)))));
    median("by tag", _ -> all(c.find(eq("tags", "a" + random.nextInt(size)))));
    Date due = new Date(size * 500L);
    median(
        "due in 64 slots, ordered, 50",
        _ ->
            all(
                c.find(and(in("slot", slots(random)), lte("wakeAt", due)))
                    .sort(Sorts.ascending("wakeAt"))
                    .limit(50)));
    median("insert", i -> done(c.insertOne(order(size + i))));
  }

  private static List<Integer> slots(Random random) {
    return random.ints(64, 0, 1024).boxed().toList();
  }

  private static void median(String name, IntConsumer path) {
    long[] micros = new long[REPEATS];
    for (int i = 0; i < REPEATS; i++) {
      long start = System.nanoTime();
      path.accept(i);
      micros[i] = (System.nanoTime() - start) / 1000;
    }
    Arrays.sort(micros);
    System.out.printf(
        "  %-30s median %6d us, p99 %6d us%n",
        name, micros[REPEATS / 2], micros[REPEATS * 99 / 100]);
  }
}
