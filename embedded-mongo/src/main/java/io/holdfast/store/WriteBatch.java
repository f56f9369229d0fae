package io.holdfast.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * Runs the writes of one command one by one, so that an ordered batch ends at its first error and
 * the counts tell what was done. (The engine goes on after an error and counts documents it did not
 * insert.)
 */
final class WriteBatch {

  private static final Map<String, String> ITEMS =
      Map.of("insert", "documents", "update", "updates", "delete", "deletes");

  private final List<Document> errors = new ArrayList<>();
  private final List<Document> upserted = new ArrayList<>();
  private int matched;
  private int modified;

  private WriteBatch() {}

  static Document run(String command, Document query, UnaryOperator<Document> engine) {
    String items = Objects.requireNonNull(ITEMS.get(CommandName.of(command)));
    boolean ordered = !Boolean.FALSE.equals(query.get("ordered"));
    WriteBatch batch = new WriteBatch();
    int index = 0;
    List<?> all = query.get(items) instanceof List<?> given ? given : List.of();
    for (Object item : all) {
      Document one = query.clone();
      one.put(items, new ArrayList<>(List.of(item)));
      batch.add(index++, one, engine);
      if (ordered && !batch.errors.isEmpty()) {
        break;
      }
    }
    return batch.reply(command);
  }

  private void add(int index, Document one, UnaryOperator<Document> engine) {
    Document reply;
    try {
      reply = engine.apply(one);
    } catch (MongoServerError e) {
      Document error =
          new Document("index", index).append("errmsg", e.getMessageWithoutErrorCode());
      errors.add(error.append("code", e.getCode()).append("codeName", e.getCodeName()));
      return;
    }
    if (reply.get("writeErrors") instanceof List<?> failed && !failed.isEmpty()) {
      Document error = ((Document) failed.getFirst()).clone();
      error.put("index", index);
      errors.add(error);
      return;
    }
    matched += numberOf(reply, "n");
    modified += numberOf(reply, "nModified");
    if (reply.get("upserted") instanceof Iterable<?> ids) {
      for (Object id : ids) {
        Document numbered = ((Document) id).clone();
        numbered.put("index", index);
        upserted.add(numbered);
      }
    }
  }

  private Document reply(String command) {
    Document reply = new Document("n", matched);
    if (CommandName.of(command).equals("update")) {
      reply.append("nModified", modified);
    }
    if (!upserted.isEmpty()) {
      reply.append("upserted", upserted);
    }
    if (!errors.isEmpty()) {
      reply.append("writeErrors", errors);
    }
    return reply.append("ok", 1.0);
  }

  private static int numberOf(Document reply, String field) {
    return reply.get(field) instanceof Number number ? number.intValue() : 0;
  }
}
