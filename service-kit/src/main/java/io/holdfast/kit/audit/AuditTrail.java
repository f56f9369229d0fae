package io.holdfast.kit.audit;

import java.time.Instant;
import java.util.List;

/** The audit entries that are kept, to be read by those who watch over others (督察). */
@FunctionalInterface
public interface AuditTrail {
  /**
   * What is asked; an empty text asks for anything.
   *
   * @param area division prefix: only entries whose auditors look after it
   * @param from this instant or later
   * @param until before this instant
   * @param subject {@code <collection>/<id>}, or the collection alone
   * @param officer id of who acted
   * @param institution of who acted
   * @param action e.g. {@code freezing.RecordStop}
   * @param outcome name of an {@link AuditEntry.Outcome}
   */
  record Question(
      String area,
      Instant from,
      Instant until,
      String subject,
      String officer,
      String institution,
      String action,
      String outcome) {}

  /**
   * One page of the answer, newest first.
   *
   * @param nextPageToken empty on the last one
   */
  record Answer(List<AuditEntry> entries, String nextPageToken) {
    public Answer {
      entries = List.copyOf(entries);
    }
  }

  /** The entries that fulfil the question. */
  Answer ask(Question question, int size, String pageToken);
}
