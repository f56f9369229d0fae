package io.holdfast.casefile.desk;

import io.holdfast.kit.access.Call;
import io.holdfast.kit.audit.AuditEntry;
import io.holdfast.kit.audit.AuditEntry.Outcome;
import io.holdfast.kit.audit.AuditLog;
import io.holdfast.kit.id.Ids;
import io.holdfast.kit.time.LegalClock;
import io.holdfast.kit.value.Access;
import java.util.List;

/**
 * Audit entries of reads that show nothing marked personal and are to be on record all the same:
 * searches by a person's number, and files. The entry is durable before the answer leaves.
 */
public final class ReadLog {
  private final AuditLog log;
  private final LegalClock clock;
  private final Ids ids;

  public ReadLog(AuditLog log, LegalClock clock, Ids ids) {
    this.log = log;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * Records a read.
   *
   * @param action e.g. {@code casefile.SearchCases}
   * @param subject of what, e.g. {@code cases}
   * @param items ids that were shown
   */
  public void read(Call call, String action, String subject, List<String> items) {
    String institution = call.caller().institution();
    String region = call.caller().region();
    Access access =
        region.isEmpty()
            ? new Access(List.of(institution), List.of(), List.of())
            : Access.of(institution, List.of(), region);
    log.append(
        List.of(
            new AuditEntry(
                ids.next(),
                clock.instant(),
                call.caller().actor(),
                action,
                subject,
                items,
                Outcome.READ,
                "",
                call.cause(),
                access)));
  }
}
