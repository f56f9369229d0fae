package io.holdfast.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static io.holdfast.store.Client.all;
import static io.holdfast.store.Client.doc;
import static io.holdfast.store.Client.done;
import static io.holdfast.store.Client.first;
import static io.holdfast.store.Client.one;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import com.mongodb.reactivestreams.client.gridfs.GridFSBuckets;
import java.nio.ByteBuffer;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.BsonBinary;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/**
 * What MongoDB does and this store does too, with the real driver: the left column of the table in
 * data.md §1.
 */
class CompatibilityTest {

  private static final AtomicInteger COLLECTIONS = new AtomicInteger();

  private static final EmbeddedMongo store = EmbeddedMongo.startTemporary();
  private static final MongoClient client = Client.connect(store.uri());
  private static final MongoDatabase database = client.getDatabase("t");

  private final MongoCollection<Document> c =
      database.getCollection("c" + COLLECTIONS.incrementAndGet());

  @AfterAll
  static void stop() {
    client.close();
    store.close();
  }

  @Test
  void answersHelloAndPing() {
    assertThat(one(database.runCommand(doc("ping", 1)))).containsEntry("ok", 1.0);
    assertThat(one(client.getDatabase("admin").runCommand(doc("hello", 1))))
        .containsEntry("isWritablePrimary", true);
  }

  @Test
  void insertsOneAndMany() {
    done(c.insertOne(doc("_id", 1)));
    done(c.insertMany(List.of(doc("_id", 2), doc("_id", 3))));
    assertThat(one(c.countDocuments())).isEqualTo(3);
    assertThat(one(c.estimatedDocumentCount())).isEqualTo(3);
    assertThat(one(c.countDocuments(eq("_id", 2)))).isEqualTo(1);
  }

  @Test
  void orderedInsertStopsAtTheFirstDuplicate() {
    assertThatThrownBy(
            () -> done(c.insertMany(List.of(doc("_id", 1), doc("_id", 1), doc("_id", 2)))))
        .isInstanceOfSatisfying(
            MongoBulkWriteException.class,
            e -> {
              assertThat(e.getWriteErrors())
                  .extracting(error -> error.getIndex())
                  .containsExactly(1);
              assertThat(e.getWriteResult().getInsertedCount()).isEqualTo(1);
            });
    assertThat(ids()).containsExactly(1);
  }

  @Test
  void unorderedInsertGoesOnAfterADuplicate() {
    assertThatThrownBy(
            () ->
                done(
                    c.insertMany(
                        List.of(doc("_id", 1), doc("_id", 1), doc("_id", 2)),
                        new InsertManyOptions().ordered(false))))
        .isInstanceOfSatisfying(
            MongoBulkWriteException.class,
            e -> {
              assertThat(e.getWriteErrors())
                  .extracting(error -> error.getCode())
                  .containsExactly(11000);
              assertThat(e.getWriteResult().getInsertedCount()).isEqualTo(2);
            });
    assertThat(ids()).containsExactly(1, 2);
  }

  @Test
  void bulkWriteMixesKinds() {
    var result =
        one(
            c.bulkWrite(
                List.of(
                    new InsertOneModel<>(doc("_id", 1, "x", 1)),
                    new UpdateOneModel<Document>(eq("_id", 1), Updates.inc("x", 2)),
                    new ReplaceOneModel<>(
                        eq("_id", 9), doc("x", 5), new ReplaceOptions().upsert(true)),
                    new DeleteOneModel<Document>(eq("_id", 1)))));
    assertThat(result.getInsertedCount()).isEqualTo(1);
    assertThat(result.getModifiedCount()).isEqualTo(1);
    assertThat(result.getDeletedCount()).isEqualTo(1);
    assertThat(result.getUpserts()).hasSize(1);
  }

  @Test
  void orderedBulkUpdateStopsAtTheFirstError() {
    done(c.createIndex(Indexes.ascending("k"), new IndexOptions().unique(true)));
    done(
        c.insertMany(List.of(doc("_id", 1, "k", 1), doc("_id", 2, "k", 2), doc("_id", 3, "k", 3))));
    List<UpdateOneModel<Document>> updates =
        List.of(
            new UpdateOneModel<>(eq("_id", 1), Updates.set("a", 1)),
            new UpdateOneModel<>(eq("_id", 2), Updates.set("k", 3)),
            new UpdateOneModel<>(eq("_id", 3), Updates.set("a", 1)));
    assertThatThrownBy(() -> done(c.bulkWrite(updates)))
        .isInstanceOfSatisfying(
            MongoBulkWriteException.class,
            e -> assertThat(e.getWriteErrors().getFirst().getIndex()).isEqualTo(1));
    assertThat(one(c.find(eq("_id", 3)))).doesNotContainKey("a");
    assertThatThrownBy(() -> done(c.bulkWrite(updates, new BulkWriteOptions().ordered(false))))
        .isInstanceOf(MongoBulkWriteException.class);
    assertThat(one(c.find(eq("_id", 3)))).containsEntry("a", 1);
  }

  @Test
  void findOneAndUpdateGivesBeforeAndAfter() {
    done(c.insertOne(doc("_id", 1, "x", 1)));
    assertThat(one(c.findOneAndUpdate(eq("_id", 1), Updates.inc("x", 1)))).containsEntry("x", 1);
    assertThat(one(c.findOneAndUpdate(eq("_id", 1), Updates.inc("x", 1), after())))
        .containsEntry("x", 3);
  }

  @Test
  void findOneAndUpdateUpserts() {
    var update = Updates.combine(Updates.set("a", 1), Updates.setOnInsert("b", 2));
    assertThat(one(c.findOneAndUpdate(eq("_id", 7), update, after().upsert(true))))
        .isEqualTo(doc("_id", 7, "a", 1, "b", 2));
  }

  @Test
  void findOneAndUpdateClaimsTheFirstInOrder() {
    done(c.createIndex(Indexes.ascending("due")));
    done(c.insertMany(List.of(doc("_id", 1, "due", 5), doc("_id", 2, "due", 3))));
    var claimed =
        one(
            c.findOneAndUpdate(
                lte("due", 9),
                Updates.set("st", "X"),
                new FindOneAndUpdateOptions().sort(Sorts.ascending("due"))));
    assertThat(claimed).containsEntry("_id", 2);
  }

  @Test
  void findOneAndUpdateAppliesArrayFilters() {
    done(c.insertOne(doc("_id", 1, "ob", List.of(doc("k", 1, "s", "n"), doc("k", 2, "s", "n")))));
    var updated =
        one(
            c.findOneAndUpdate(
                eq("_id", 1),
                Updates.set("ob.$[e].s", "done"),
                after().arrayFilters(List.of(eq("e.k", 2)))));
    assertThat(updated.getList("ob", Document.class))
        .extracting(o -> o.get("s"))
        .containsExactly("n", "done");
  }

  @Test
  void findOneAndReplaceAndDelete() {
    done(c.insertOne(doc("_id", 1, "x", 1)));
    done(c.findOneAndReplace(eq("_id", 1), doc("z", 1)));
    assertThat(one(c.findOneAndDelete(eq("_id", 1)))).isEqualTo(doc("_id", 1, "z", 1));
    assertThat(first(c.find())).isNull();
  }

  @Test
  void conditionalUpdateOnVersionHappensOnce() {
    done(c.insertOne(doc("_id", 1, "v", 1)));
    var cas = and(eq("_id", 1), eq("v", 1));
    assertThat(one(c.updateOne(cas, Updates.set("v", 2))).getModifiedCount()).isEqualTo(1);
    assertThat(one(c.updateOne(cas, Updates.set("v", 3))).getMatchedCount()).isZero();
  }

  @Test
  void conditionalUpsertOfAnExistingIdIsADuplicate() {
    done(c.insertOne(doc("_id", 1, "v", 5)));
    assertDuplicate(
        () ->
            done(
                c.updateOne(
                    and(eq("_id", 1), eq("v", 1)),
                    Updates.set("v", 2),
                    new UpdateOptions().upsert(true))));
  }

  @Test
  void pushesWithEachSlicePositionAndSort() {
    done(c.insertOne(doc("_id", 1, "h", List.of(1, 2))));
    done(c.updateOne(eq("_id", 1), Updates.pushEach("h", List.of(3, 4))));
    assertThat(one(c.find())).containsEntry("h", List.of(1, 2, 3, 4));
    done(c.updateOne(eq("_id", 1), Updates.pushEach("h", List.of(5), new PushOptions().slice(-2))));
    assertThat(one(c.find())).containsEntry("h", List.of(4, 5));
    done(
        c.updateOne(
            eq("_id", 1), Updates.pushEach("h", List.of(0), new PushOptions().position(0))));
    done(c.updateOne(eq("_id", 1), Updates.pushEach("h", List.of(2), new PushOptions().sort(1))));
    assertThat(one(c.find())).containsEntry("h", List.of(0, 2, 4, 5));
  }

  @Test
  void pullsByValueAndCondition() {
    done(c.insertOne(doc("_id", 1, "o", List.of(doc("seq", 1), doc("seq", 2), doc("seq", 3)))));
    done(c.updateOne(eq("_id", 1), Updates.pull("o", doc("seq", 1))));
    done(c.updateOne(eq("_id", 1), Updates.pullByFilter(eq("o", doc("seq", doc("$lte", 2))))));
    assertThat(one(c.find()).getList("o", Document.class)).containsExactly(doc("seq", 3));
  }

  @Test
  void updatesArrayElementsByPosition() {
    done(c.insertOne(doc("_id", 1, "o", List.of(doc("k", 1), doc("k", 2)))));
    done(c.updateOne(and(eq("_id", 1), eq("o.k", 2)), Updates.set("o.$.s", 1)));
    assertThat(one(c.find()).getList("o", Document.class))
        .containsExactly(doc("k", 1), doc("k", 2, "s", 1));
    done(c.updateOne(eq("_id", 1), Updates.set("o.$[].t", 1)));
    assertThat(one(c.find()).getList("o", Document.class))
        .allSatisfy(o -> assertThat(o).containsEntry("t", 1));
  }

  @Test
  void appliesTheOtherUpdateOperators() {
    done(c.insertOne(doc("_id", 1, "x", 5, "m", 1, "q", "r", "gone", 1)));
    done(
        c.updateOne(
            eq("_id", 1),
            Updates.combine(
                Updates.min("x", 3),
                Updates.mul("m", 4L),
                Updates.addToSet("s", "a"),
                Updates.rename("q", "w"),
                Updates.unset("gone"),
                Updates.currentDate("at"))));
    assertThat(one(c.find()))
        .containsEntry("x", 3)
        .containsEntry("m", 4L)
        .containsEntry("s", List.of("a"))
        .containsEntry("w", "r")
        .containsKey("at")
        .doesNotContainKeys("q", "gone");
  }

  @Test
  void updatesMany() {
    done(c.createIndex(Indexes.ascending("k")));
    for (int i = 0; i < 20; i++) {
      done(c.insertOne(doc("_id", i, "k", i % 2)));
    }
    // The update moves each document within the index it is found by: each must be met once.
    assertThat(one(c.updateMany(gt("k", 0), Updates.inc("k", 5))).getModifiedCount()).isEqualTo(10);
    assertThat(one(c.countDocuments(eq("k", 6)))).isEqualTo(10);
    assertThat(one(c.deleteMany(eq("k", 0))).getDeletedCount()).isEqualTo(10);
  }

  @Test
  void deletesByAFieldCalledQuery() {
    done(c.insertMany(List.of(doc("_id", 1, "query", doc("a", 1)), doc("_id", 2, "a", 1))));
    done(c.deleteMany(eq("query", doc("a", 1))));
    assertThat(ids()).containsExactly(2);
  }

  @Test
  void uniqueIndexRefusesADuplicate() {
    done(c.createIndex(Indexes.ascending("k"), new IndexOptions().unique(true)));
    done(c.insertOne(doc("k", "a")));
    assertDuplicate(() -> done(c.insertOne(doc("k", "a"))));
  }

  @Test
  void compoundUniqueIndex() {
    done(c.createIndex(Indexes.ascending("k", "l"), new IndexOptions().unique(true)));
    done(c.insertMany(List.of(doc("k", "a", "l", 1), doc("k", "a", "l", 2))));
    assertDuplicate(() -> done(c.insertOne(doc("k", "a", "l", 1))));
  }

  @Test
  void multikeyUniqueIndex() {
    done(c.createIndex(Indexes.ascending("k"), new IndexOptions().unique(true)));
    done(c.createIndex(Indexes.ascending("o.k"), new IndexOptions().unique(true).sparse(true)));
    done(c.insertOne(doc("k", List.of("a", "b"), "o", List.of(doc("k", 1), doc("k", 2)))));
    assertDuplicate(() -> done(c.insertOne(doc("k", List.of("b", "c")))));
    assertDuplicate(() -> done(c.insertOne(doc("k", "z", "o", List.of(doc("k", 2))))));
  }

  @Test
  void sparseUniqueIndexLeavesOutDocumentsWithoutTheField() {
    done(c.createIndex(Indexes.ascending("k"), new IndexOptions().unique(true).sparse(true)));
    done(c.insertMany(List.of(doc("z", 1), doc("z", 2))));
    assertThat(one(c.countDocuments())).isEqualTo(2);
  }

  @Test
  void uniqueIndexOnAFilledCollectionFailsIfThereAreDuplicates() {
    done(c.insertMany(List.of(doc("k", 1), doc("k", 1))));
    assertThatThrownBy(
            () -> done(c.createIndex(Indexes.ascending("k"), new IndexOptions().unique(true))))
        .hasMessageContaining("duplicate key");
    done(c.insertOne(doc("k", 1)));
  }

  @Test
  void listsAndDropsIndexes() {
    MongoCollection<Document> other =
        database.getCollection("other" + COLLECTIONS.incrementAndGet());
    done(c.createIndex(Indexes.ascending("k", "l")));
    done(c.createIndex(Indexes.descending("m")));
    done(other.createIndex(Indexes.ascending("k", "l")));
    assertThat(all(c.listIndexes()))
        .extracting(i -> i.get("name"))
        .containsExactly("_id_", "k_1_l_1", "m_-1");
    done(c.dropIndex("k_1_l_1"));
    assertThat(all(c.listIndexes())).extracting(i -> i.get("name")).containsExactly("_id_", "m_-1");
    done(c.dropIndexes());
    assertThat(all(c.listIndexes())).hasSize(1);
    assertThat(all(other.listIndexes())).hasSize(2);
    assertThatThrownBy(() -> done(c.dropIndex("none"))).hasMessageContaining("index not found");
  }

  @Test
  void sortsSkipsAndLimits() {
    for (int i = 0; i < 20; i++) {
      done(c.insertOne(doc("_id", i, "x", 20 - i)));
    }
    assertThat(all(c.find().sort(Sorts.ascending("x")).skip(5).limit(3)))
        .extracting(d -> d.get("x"))
        .containsExactly(6, 7, 8);
  }

  @Test
  void pagesByRange() {
    done(c.createIndex(Indexes.ascending("x")));
    for (int i = 0; i < 20; i++) {
      done(c.insertOne(doc("_id", i, "x", i / 4)));
    }
    var afterNine = or(gt("x", 2), and(eq("x", 2), gt("_id", 9)));
    assertThat(all(c.find(afterNine).sort(Sorts.ascending("x", "_id")).limit(3)))
        .extracting(d -> d.get("_id"))
        .containsExactly(10, 11, 12);
  }

  @Test
  void givesResultsInBatches() {
    for (int i = 0; i < 20; i++) {
      done(c.insertOne(doc("_id", i)));
    }
    assertThat(all(c.find().batchSize(3))).hasSize(20);
    assertThat(all(c.find().sort(Sorts.descending("_id")).batchSize(7).skip(2).limit(15)))
        .extracting(d -> d.get("_id"))
        .hasSize(15)
        .startsWith(17, 16)
        .endsWith(4, 3);
  }

  @Test
  void projects() {
    done(
        c.insertOne(
            doc(
                "_id",
                1,
                "a",
                doc("b", 1, "c", 2),
                "h",
                List.of(doc("k", 1), doc("k", 2)),
                "n",
                List.of(1, 2, 3))));
    assertThat(
            one(
                c.find()
                    .projection(
                        Projections.fields(Projections.include("a.b"), Projections.excludeId()))))
        .isEqualTo(doc("a", doc("b", 1)));
    assertThat(
            one(c.find().projection(Projections.elemMatch("h", eq("k", 2))))
                .getList("h", Document.class))
        .containsExactly(doc("k", 2));
    assertThat(one(c.find().projection(Projections.slice("n", -1)))).containsEntry("n", List.of(3));
  }

  @Test
  void findsInArrays() {
    done(c.createIndex(Indexes.ascending("acc")));
    done(
        c.insertMany(
            List.of(doc("_id", 1, "acc", List.of("a", "b")), doc("_id", 2, "acc", List.of("c")))));
    assertThat(all(c.find(in("acc", "b", "x")))).hasSize(1);
    done(c.insertOne(doc("_id", 3, "o", List.of(doc("k", 1, "s", "a"), doc("k", 2, "s", "b")))));
    done(c.insertOne(doc("_id", 4, "o", List.of(doc("k", 1, "s", "b")))));
    assertThat(all(c.find(elemMatch("o", and(eq("k", 1), eq("s", "b"))))))
        .extracting(d -> d.get("_id"))
        .containsExactly(4);
  }

  @Test
  void aggregates() {
    done(
        c.insertMany(
            List.of(doc("b", "X", "n", 10L), doc("b", "X", "n", 20L), doc("b", "Y", "n", 5L))));
    var groups =
        all(
            c.aggregate(
                List.of(
                    doc("$match", doc("n", doc("$gte", 5))),
                    doc("$group", doc("_id", "$b", "s", doc("$sum", "$n"))),
                    doc("$sort", doc("s", -1)))));
    assertThat(groups).containsExactly(doc("_id", "X", "s", 30L), doc("_id", "Y", "s", 5L));
    assertThat(all(c.distinct("b", String.class))).containsExactly("X", "Y");
  }

  @Test
  void keepsValuesAsTheyAre() {
    Document values =
        doc(
            "_id",
            1,
            "dec",
            Decimal128.parse("12345678901234567890.12"),
            "l",
            Long.MAX_VALUE,
            "d",
            new Date(1763700000123L),
            "bin",
            new Binary(new byte[] {1, 2}),
            "oid",
            new ObjectId(),
            "i",
            7,
            "f",
            1.5,
            "n",
            null,
            "text",
            "止付通 𠮷 \u0000 end",
            "sub",
            doc("a", List.of(1, doc("b", List.of()))));
    done(c.insertOne(values));
    assertThat(one(c.find())).isEqualTo(values);
  }

  @Test
  void tellsLongsBeyondDoublesApart() {
    done(c.createIndex(Indexes.ascending("l"), new IndexOptions().unique(true)));
    done(
        c.insertMany(
            List.of(doc("_id", 1, "l", 9007199254740993L), doc("_id", 2, "l", 9007199254740992L))));
    assertThat(all(c.find(eq("l", 9007199254740993L)))).hasSize(1);
    assertThat(all(c.find(gt("l", 9007199254740992L)))).hasSize(1);
  }

  @Test
  void comparesDecimals() {
    done(c.createIndex(Indexes.ascending("x")));
    done(
        c.insertMany(
            List.of(
                doc("_id", 1, "x", Decimal128.parse("1.5")),
                doc("_id", 2, "x", Decimal128.parse("10")))));
    done(c.updateOne(eq("_id", 1), Updates.inc("x", Decimal128.parse("0.1"))));
    assertThat(all(c.find(gt("x", Decimal128.parse("1.55"))).sort(Sorts.ascending("x"))))
        .extracting(d -> String.valueOf(d.get("x")))
        .containsExactly("1.6", "10");
  }

  @Test
  void findsUuids() {
    UUID uuid = new UUID(1, 2);
    done(c.insertOne(doc("_id", new BsonBinary(uuid))));
    assertThat(all(c.find(eq("_id", new BsonBinary(uuid))))).hasSize(1);
  }

  @Test
  void acceptsConcernsThatOneDurableNodeMeetsAnyway() {
    done(c.withWriteConcern(WriteConcern.MAJORITY.withJournal(true)).insertOne(doc("a", 1)));
    assertThat(all(c.withReadConcern(ReadConcern.MAJORITY).find())).hasSize(1);
  }

  @Test
  void storesLargeDocumentsUpToMongosLimit() {
    done(c.insertOne(doc("_id", 1, "b", new Binary(new byte[5 << 20]))));
    for (int i = 0; i < 2; i++) {
      done(c.updateOne(eq("_id", 1), Updates.set("b" + i, new Binary(new byte[5 << 20]))));
    }
    assertThatThrownBy(
            () ->
                done(c.updateOne(eq("_id", 1), Updates.set("more", new Binary(new byte[5 << 20])))))
        .isInstanceOfSatisfying(
            MongoWriteException.class, e -> assertThat(e.getCode()).isEqualTo(10334));
    assertThat(one(c.find())).doesNotContainKey("more");
  }

  @Test
  void storesFilesInGridFs() {
    byte[] content = new byte[1 << 20];
    new Random(1).nextBytes(content);
    var bucket = GridFSBuckets.create(database, "fs");
    ObjectId id = one(bucket.uploadFromPublisher("x", Flux.just(ByteBuffer.wrap(content))));
    ByteBuffer read = ByteBuffer.allocate(content.length);
    all(bucket.downloadToPublisher(id)).forEach(read::put);
    assertThat(read.array()).isEqualTo(content);
    done(bucket.delete(id));
    assertThat(all(bucket.find())).isEmpty();
  }

  @Test
  void dropsCollectionsAndDatabases() {
    done(c.insertOne(doc("a", 1)));
    String name = c.getNamespace().getCollectionName();
    assertThat(all(database.listCollectionNames().filter(eq("name", name)))).containsExactly(name);
    done(c.drop());
    assertThat(all(database.listCollectionNames())).doesNotContain(name);
    MongoDatabase other = client.getDatabase("other");
    done(other.getCollection("a").createIndex(Indexes.ascending("k")));
    done(other.getCollection("a").insertOne(doc("_id", 1, "k", 1)));
    assertThat(all(client.listDatabaseNames())).contains("other");
    done(other.drop());
    assertThat(all(client.listDatabaseNames())).doesNotContain("other");
    done(other.getCollection("a").insertOne(doc("_id", 1)));
    assertThat(all(other.getCollection("a").find(eq("k", 1)))).isEmpty();
  }

  private List<Object> ids() {
    return all(c.find().sort(Sorts.ascending("_id"))).stream().map(d -> d.get("_id")).toList();
  }

  private static FindOneAndUpdateOptions after() {
    return new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);
  }

  private static void assertDuplicate(ThrowingCallable write) {
    assertThatThrownBy(write)
        .isInstanceOfSatisfying(
            MongoWriteException.class,
            e -> assertThat(e.getError().getCategory()).isEqualTo(ErrorCategory.DUPLICATE_KEY));
  }
}
