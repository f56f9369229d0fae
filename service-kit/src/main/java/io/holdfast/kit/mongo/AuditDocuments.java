package io.holdfast.kit.mongo;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.InsertManyOptions;
import io.holdfast.kit.crypto.CanonicalJson;
import io.holdfast.kit.value.Access;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;

/**
 * Audit entries as documents. Each carries the hash of its canonical JSON, so that a tree built over them later proves
 * they were not changed; none holds a personal value.
 */
final class AuditDocuments {
  static final String COLLECTION = "audit";

  private AuditDocuments() {}

  /** The entry of a change, which rides in the aggregate's own write. */
  static Document done(
      String service,
      String collection,
      String id,
      long v,
      Mutation by,
      Access access,
      Instant now) {
    return entry(
        service + '/' + id + '#' + v,
        now,
        Envelope.actor(by.actor()),
        by.action(),
        collection + '/' + id,
        "DONE",
        by.cause(),
        access);
  }

  static Document entry(
      String id,
      Instant time,
      Document actor,
      String action,
      String subject,
      String outcome,
      String cause,
      Access access) {
    Map<String, Object> content = new TreeMap<>();
    content.put("id", id);
    content.put("time", time.toString());
    content.put("actor", new TreeMap<>(actor));
    content.put("action", action);
    content.put("subject", subject);
    content.put("outcome", outcome);
    content.put("cause", cause);
    content.put("owner", access.owner());
    content.put("region", access.region());
    var document = new Document("_id", id).append("time", Date.from(time));
    content.forEach(
        (key, value) -> {
          if (!key.equals("id") && !key.equals("time")) {
            document.append(key, key.equals("actor") ? actor : value);
          }
        });
    return document.append("at", time.toString()).append("hash", hash(content));
  }

  /** Moves the entries of these aggregates to the audit collection; those that are there already stay. */
  static void append(MongoStore store, List<Document> aggregates) {
    List<Document> entries =
        aggregates.stream()
            .flatMap(
                aggregate ->
                    aggregate.getList(Envelope.AUDIT, Document.class, List.of()).stream())
            .toList();
    insert(store, entries);
  }

  static void insert(MongoStore store, List<Document> entries) {
    if (entries.isEmpty()) {
      return;
    }
    try {
      Await.result(
          store
              .collection(COLLECTION)
              .insertMany(entries, new InsertManyOptions().ordered(false)));
    } catch (MongoBulkWriteException e) {
      boolean there =
          e.getWriteErrors().stream()
              .allMatch(error -> error.getCode() == Aggregates.DUPLICATE_KEY);
      if (!there) {
        throw e;
      }
    }
  }

  private static String hash(Map<String, Object> content) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(CanonicalJson.bytes(content));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
