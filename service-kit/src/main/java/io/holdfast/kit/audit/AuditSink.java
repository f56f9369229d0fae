package io.holdfast.kit.audit;

import java.util.List;

/** Where audit entries are kept. */
@FunctionalInterface
public interface AuditSink {
  /**
   * Keeps the entries and returns when they are durable. An entry whose id is there already changes
   * nothing.
   *
   * @throws RuntimeException if they may not be durable
   */
  void insert(List<AuditEntry> entries);
}
