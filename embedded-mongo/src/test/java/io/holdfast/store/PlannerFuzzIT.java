package io.holdfast.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random queries and updates against the planner, each compared with the engine's matcher and order
 * applied to all documents; then each index compared with the documents.
 *
 * <p>{@code -Dholdfast.fuzz.cases=}, {@code -Dholdfast.fuzz.seed=}.
 */
class PlannerFuzzIT {

  private static final int CASES = Integer.getInteger("holdfast.fuzz.cases", 20_000);
  private static final int CASES_A_ROUND = 100;
  private static final int DOCUMENTS = 40;
  private static final String DATABASE = "fuzz";

  private final EmbeddedChannel channel = new EmbeddedChannel();

  @TempDir Path directory;

  @Test
  void plansFindWhatAFullScanFinds() {
    long seed = Long.getLong("holdfast.fuzz.seed", new Random().nextLong());
    System.out.println(
        "planner fuzz: -Dholdfast.fuzz.seed=" + seed + " -Dholdfast.fuzz.cases=" + CASES);
    Random random = new Random(seed);
    try (StoreFile file = StoreFile.open(directory.resolve("fuzz.mv"));
        GroupCommit commits = new GroupCommit(file.store(), _ -> {})) {
      FullScans fullScans = new FullScans();
      IndexedH2Backend backend = new IndexedH2Backend(file, commits, fullScans);
      for (int round = 0; round < CASES / CASES_A_ROUND; round++) {
        new Round(backend, new RandomData(random), "c" + round, "seed " + seed + " round " + round)
            .run();
      }
      System.out.println("planner fuzz: " + fullScans.total() + " of the queries were full scans");
      assertThat(fullScans.total())
          .as("most queries should find an index")
          .isLessThan(CASES * 7L / 10);
    }
  }

  private final class Round {

    private final IndexedH2Backend backend;
    private final RandomData data;
    private final String collection;
    private final String name;
    private final List<Document> indexes = new ArrayList<>();
    private List<Document> everything = List.of();

    Round(IndexedH2Backend backend, RandomData data, String collection, String name) {
      this.backend = backend;
      this.data = data;
      this.collection = collection;
      this.name = name;
    }

    void run() {
      boolean indexFirst = data.chance(50);
      if (indexFirst) {
        createIndexes();
      }
      for (int id = 0; id < DOCUMENTS; id++) {
        insert(data.document(id));
      }
      if (!indexFirst) {
        createIndexes();
      }
      for (int i = 0; i < CASES_A_ROUND; i++) {
        switch (data.number(20)) {
          case 0 -> updateMany();
          case 1 -> updateOne();
          case 2 -> insert(data.document(data.number(2 * DOCUMENTS)));
          case 3 -> deleteOne();
          default -> find();
        }
      }
      IndexCheck.assertComplete(target(), name);
      command("drop", new Document("drop", collection));
    }

    private void createIndexes() {
      for (int i = 2 + data.number(4); i > 0; i--) {
        indexes.add(data.index());
      }
      indexes.add(
          new Document("key", new Document("u", 1))
              .append("name", "u")
              .append("unique", true)
              .append("sparse", true));
      for (Document index : indexes) {
        command(
            "createIndexes",
            new Document("createIndexes", collection).append("indexes", List.of(index)));
      }
    }

    private void insert(Document document) {
      command("insert", new Document("insert", collection).append("documents", List.of(document)));
    }

    private void find() {
      RandomData.Query query = data.query();
      Document filter = query.filter();
      Document sort = query.sort();
      int skip = data.chance(15) ? data.number(4) : 0;
      int limit = data.chance(40) ? 1 + data.number(6) : 0;
      Document find =
          new Document("find", collection).append("filter", filter).append("sort", sort);
      find.append("skip", skip).append("limit", limit);
      Supplier<String> about = () -> name + " indexes " + indexes + " " + find;

      List<Document> expected =
          expected(filter, sort).stream()
              .skip(skip)
              .limit(limit == 0 ? Long.MAX_VALUE : limit)
              .toList();
      Document reply = command("find", find);
      assertThat(reply).as(about).doesNotContainKey("errmsg");
      List<Document> found =
          documents(((Document) Objects.requireNonNull(reply.get("cursor"))).get("firstBatch"));

      assertThat(found.size()).as(about).isEqualTo(expected.size());
      if (sort.isEmpty() && skip == 0 && limit == 0) {
        assertThat(ids(found)).as(about).isEqualTo(ids(expected));
      } else {
        assertThat(ids(found).size()).as(about).isEqualTo(expected.size());
        assertThat(found.stream().allMatch(one -> matches(one, filter))).as(about).isTrue();
      }
      SortOrder order = new SortOrder(sort);
      assertThat(found.stream().map(order::keyOf).toList())
          .as(about)
          .isEqualTo(expected.stream().map(order::keyOf).toList());
    }

    private void updateMany() {
      Document filter = data.filter(1);
      Set<Object> expected = ids(expected(filter, new Document()));
      Document reply = update(filter, true);
      if (!reply.containsKey("writeErrors")) {
        assertThat(reply.get("n")).as(name + " update " + filter).isEqualTo(expected.size());
      }
    }

    private void updateOne() {
      Document filter = data.filter(1);
      int expected = Math.min(1, expected(filter, new Document()).size());
      Document reply = update(filter, false);
      if (!reply.containsKey("writeErrors")) {
        assertThat(reply.get("n")).as(name + " update " + filter).isEqualTo(expected);
      }
    }

    private Document update(Document filter, boolean multi) {
      String field = data.oneOf(List.of("a", "b", "c", "e", "o", "d"));
      Document change =
          data.chance(20)
              ? new Document("$unset", new Document(field, ""))
              : new Document("$set", new Document(field, data.document(0).get(field)));
      Document update = new Document("q", filter).append("u", change).append("multi", multi);
      return command(
          "update", new Document("update", collection).append("updates", List.of(update)));
    }

    private void deleteOne() {
      Document filter = data.filter(1);
      int expected = Math.min(1, expected(filter, new Document()).size());
      Document delete = new Document("q", filter).append("limit", 1);
      Document reply =
          command("delete", new Document("delete", collection).append("deletes", List.of(delete)));
      assertThat(reply.get("n")).as(name + " delete " + filter).isEqualTo(expected);
    }

    private List<Document> expected(Document filter, Document sort) {
      List<Document> found =
          everything().stream().filter(one -> matches(one, filter)).collect(Collectors.toList());
      if (!sort.isEmpty()) {
        found.sort(Comparator.comparing(new SortOrder(sort)::keyOf));
      }
      return found;
    }

    private IndexedCollection target() {
      return (IndexedCollection)
          Objects.requireNonNull(
              backend.resolveDatabase(DATABASE).resolveCollection(collection, true));
    }

    private List<Document> everything() {
      if (everything.isEmpty()) {
        everything =
            target().streamAllDocumentsWithPosition().map(found -> found.getDocument()).toList();
      }
      return everything;
    }

    private Document command(String command, Document query) {
      if (!command.equals("find")) {
        everything = List.of();
      }
      return backend.run(channel, DATABASE, command, query.append("$db", DATABASE)).reply();
    }
  }

  private static boolean matches(Document document, Document filter) {
    return new DefaultQueryMatcher().matches(document, filter);
  }

  private static Set<Object> ids(Collection<Document> documents) {
    Set<Object> ids = new HashSet<>();
    documents.forEach(one -> ids.add(Objects.requireNonNull(one.get("_id"))));
    assertThat(ids).hasSameSizeAs(documents);
    return ids;
  }

  private static List<Document> documents(@Nullable Object list) {
    return ((List<?>) Objects.requireNonNull(list)).stream().map(one -> (Document) one).toList();
  }
}
