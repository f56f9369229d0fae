package io.holdfast.kit.mongo;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.InsertManyOptions;
import io.holdfast.kit.audit.AuditEntry;
import io.holdfast.kit.id.Ids;
import io.holdfast.kit.value.Access;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.Document;

/**
 * Audit entries as documents. Each carries the hash of its canonical JSON, so that a tree built
 * over them later proves they were not changed; none holds a personal value.
 */
final class AuditDocuments {
  static final String COLLECTION = "audit";
  static final String AT = "at";
  static final String REGION = "region";
  static final String OFFICER = "actor.officer";
  static final String INSTITUTION = "actor.institution";

  /** Subject, and the items that have a name of their own: what an entry is found by. */
  static final String ABOUT = "about";

  private static final String HASH = "hash";

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
    return document(
        new AuditEntry(
            service + '/' + id + '#' + v,
            now,
            by.actor(),
            by.action(),
            subject(collection) + '/' + id,
            List.of(),
            AuditEntry.Outcome.DONE,
            "",
            by.cause(),
            access));
  }

  /** The collection by its public name: {@code stop_orders} is {@code stopOrders}. */
  private static String subject(String collection) {
    var name = new StringBuilder();
    boolean upper = false;
    for (char letter : collection.toCharArray()) {
      if (letter == '_') {
        upper = true;
      } else {
        name.append(upper ? Character.toUpperCase(letter) : letter);
        upper = false;
      }
    }
    return name.toString();
  }

  static Document document(AuditEntry entry) {
    Map<String, Object> content = entry.content();
    var document = new Document("_id", entry.id()).append(AT, Date.from(entry.time()));
    content.forEach(
        (key, value) -> {
          if (!key.equals("id")) {
            document.append(key, value instanceof Map<?, ?> map ? copy(map) : value);
          }
        });
    return document.append(ABOUT, about(entry)).append(HASH, entry.hash());
  }

  private static List<String> about(AuditEntry entry) {
    String subject = entry.subject();
    int slash = subject.indexOf('/');
    String collection = slash < 0 ? subject : subject.substring(0, slash);
    return Stream.concat(
            Stream.of(subject),
            entry.items().stream()
                .filter(item -> item.length() == Ids.LENGTH || item.contains("s/"))
                .map(item -> item.contains("/") ? item : collection + '/' + item))
        .distinct()
        .toList();
  }

  /** The entry that a document is. */
  static AuditEntry entry(Document stored) {
    return new AuditEntry(
        stored.getString("_id"),
        // Its text is what the hash goes over; the date beside it has no finer digits.
        Instant.parse(stored.getString("time")),
        Envelope.actor(stored.get("actor", Document.class)),
        stored.getString("action"),
        stored.getString("subject"),
        stored.getList("items", String.class),
        AuditEntry.Outcome.valueOf(stored.getString("outcome")),
        stored.getString("reason"),
        stored.getString("cause"),
        new Access(
            stored.getList("owner", String.class),
            stored.getList(REGION, String.class),
            List.of()));
  }

  private static Document copy(Map<?, ?> map) {
    var document = new Document();
    map.forEach((key, value) -> document.append(String.valueOf(key), value));
    return document;
  }

  /**
   * Moves the entries of these aggregates to the audit collection; those that are there already
   * stay.
   */
  static void append(MongoStore store, List<Document> aggregates) {
    insert(
        store,
        aggregates.stream()
            .flatMap(
                aggregate -> aggregate.getList(Envelope.AUDIT, Document.class, List.of()).stream())
            .toList());
  }

  static void insert(MongoStore store, List<Document> entries) {
    if (entries.isEmpty()) {
      return;
    }
    try {
      Await.result(
          store.collection(COLLECTION).insertMany(entries, new InsertManyOptions().ordered(false)));
    } catch (MongoBulkWriteException e) {
      boolean there =
          e.getWriteErrors().stream()
              .allMatch(error -> error.getCode() == Aggregates.DUPLICATE_KEY);
      if (!there) {
        throw e;
      }
    }
  }
}
