package io.holdfast.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An aggregation: its leading {@code $match} finds the documents, the engine does the rest. */
record Pipeline(List<Document> stages, Document query) {

  static Pipeline of(Document query) {
    return new Pipeline(Aggregation.parse(query.get("pipeline")), query);
  }

  List<Document> run(
      MongoDatabase database,
      @Nullable MongoCollection<Key> collection,
      DatabaseResolver databases,
      Oplog oplog) {
    Aggregation aggregation =
        Aggregation.fromPipeline(stages, databases, database, collection, oplog);
    aggregation.validate(wholeInOneBatch());
    return collection == null
        ? List.of()
        : aggregation.runStages(collection.handleQueryAsStream(leadingMatch()));
  }

  /** The engine warns of a batch size, at every command. */
  private Document wholeInOneBatch() {
    Document whole = query.clone();
    whole.put("cursor", new Document());
    return whole;
  }

  private Document leadingMatch() {
    boolean matches = !stages.isEmpty() && stages.getFirst().get("$match") instanceof Document;
    // Wrapped, because the engine takes a filter with a field "query" for an old-style query.
    return new Document("$query", matches ? stages.getFirst().get("$match") : new Document());
  }
}
