package io.holdfast.kit.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;

import io.holdfast.kit.audit.AuditEntry;
import io.holdfast.kit.audit.AuditSink;
import io.holdfast.kit.audit.AuditTrail;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.conversions.Bson;

/**
 * Keeps audit entries in the service's own database, beside those that its aggregates wrote, and
 * finds them again. The narrowest path is taken: subject, officer, institution, region; what else
 * is asked is tested on the entries it yields.
 */
public final class MongoAuditTrail implements AuditSink, AuditTrail {
  private static final AccessPath BY_REGION =
      AccessPath.of("byRegion", AuditDocuments.REGION, "-" + AuditDocuments.AT, "-_id");
  private static final AccessPath BY_SUBJECT =
      AccessPath.of("bySubject", AuditDocuments.ABOUT, "-" + AuditDocuments.AT, "-_id");
  private static final AccessPath BY_OFFICER =
      AccessPath.sparse("byOfficer", AuditDocuments.OFFICER, "-" + AuditDocuments.AT, "-_id");
  private static final AccessPath BY_INSTITUTION =
      AccessPath.of("byInstitution", AuditDocuments.INSTITUTION, "-" + AuditDocuments.AT, "-_id");

  private final MongoStore store;

  public MongoAuditTrail(MongoStore store) {
    this.store = store;
    store.prepare(
        AuditDocuments.COLLECTION, List.of(BY_REGION, BY_SUBJECT, BY_OFFICER, BY_INSTITUTION));
  }

  @Override
  public void insert(List<AuditEntry> entries) {
    AuditDocuments.insert(store, entries.stream().map(AuditDocuments::document).toList());
  }

  @Override
  public Answer ask(Question question, int size, String pageToken) {
    var narrowed = new ArrayList<Bson>();
    narrowed.add(gte(AuditDocuments.AT, Date.from(question.from())));
    narrowed.add(lt(AuditDocuments.AT, Date.from(question.until())));
    AccessPath path = path(question);
    List<Object> first = new ArrayList<>();
    ask(narrowed, first, path, BY_SUBJECT, AuditDocuments.ABOUT, question.subject());
    ask(narrowed, first, path, BY_OFFICER, AuditDocuments.OFFICER, question.officer());
    ask(narrowed, first, path, BY_INSTITUTION, AuditDocuments.INSTITUTION, question.institution());
    ask(narrowed, first, path, BY_REGION, AuditDocuments.REGION, question.area());
    if (!question.action().isEmpty()) {
      narrowed.add(eq("action", question.action()));
    }
    if (!question.outcome().isEmpty()) {
      narrowed.add(eq("outcome", question.outcome()));
    }
    Page<AuditEntry> page =
        new PathQuery(store.collection(AuditDocuments.COLLECTION), path)
            .page(first, narrowed, size, pageToken, AuditDocuments::entry);
    return new Answer(page.items(), page.nextPageToken());
  }

  private static AccessPath path(Question question) {
    if (!question.subject().isEmpty()) {
      return BY_SUBJECT;
    }
    if (!question.officer().isEmpty()) {
      return BY_OFFICER;
    }
    return question.institution().isEmpty() ? BY_REGION : BY_INSTITUTION;
  }

  /** The path's own value begins the path; every other one that is given narrows it. */
  private static void ask(
      List<Bson> narrowed,
      List<Object> first,
      AccessPath path,
      AccessPath own,
      String field,
      String value) {
    if (path.equals(own)) {
      first.add(value);
    } else if (!value.isEmpty()) {
      narrowed.add(eq(field, value));
    }
  }
}
