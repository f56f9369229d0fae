package io.holdfast.kit.mongo;

import io.holdfast.kit.audit.AuditEntry;
import io.holdfast.kit.audit.AuditSink;
import java.util.List;

/** Keeps audit entries in the service's own database, beside those that its aggregates wrote. */
public final class MongoAuditSink implements AuditSink {
  private final MongoStore store;

  public MongoAuditSink(MongoStore store) {
    this.store = store;
    store.prepare(AuditDocuments.COLLECTION, List.of(AuditDocuments.BY_REGION));
  }

  @Override
  public void insert(List<AuditEntry> entries) {
    AuditDocuments.insert(store, entries.stream().map(AuditDocuments::document).toList());
  }
}
