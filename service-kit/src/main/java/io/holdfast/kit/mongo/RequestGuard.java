package io.holdfast.kit.mongo;

import com.mongodb.MongoWriteException;
import io.holdfast.kit.access.Call;
import io.holdfast.kit.id.Ids;
import io.holdfast.kit.problem.KitReason;
import io.holdfast.kit.problem.Problem;
import org.bson.Document;

/**
 * Holds a caller's request id to the content it first came with, where the id of what the request
 * makes derives from something else. It grows by one small document per request, so it is for what
 * is made seldom.
 */
public final class RequestGuard {
  private static final String COLLECTION = "requests";
  private static final String HASH = "hash";

  private final MongoStore store;

  public RequestGuard(MongoStore store) {
    this.store = store;
  }

  /**
   * Claims the request id for this content; a request without one claims nothing.
   *
   * @throws Problem {@link KitReason#REQUEST_ID_REUSED} if it came with other content before
   */
  public void claim(Call call, Mutation by) {
    String requestId = by.requestId();
    if (requestId == null) {
      return;
    }
    String id = Ids.derived("request", call.caller().client(), call.caller().subject(), requestId);
    String hash = Ids.derived(by.action(), by.requestHash());
    try {
      Await.result(
          store.collection(COLLECTION).insertOne(new Document("_id", id).append(HASH, hash)));
    } catch (MongoWriteException e) {
      if (e.getError().getCode() != Aggregates.DUPLICATE_KEY) {
        throw e;
      }
      Document first =
          Await.one(store.collection(COLLECTION).find(new Document("_id", id)).limit(1))
              .orElseThrow();
      if (!hash.equals(first.getString(HASH))) {
        throw Problem.of(KitReason.REQUEST_ID_REUSED);
      }
    }
  }
}
