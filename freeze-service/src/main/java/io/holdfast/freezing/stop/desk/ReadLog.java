package io.holdfast.freezing.stop.desk;

import io.holdfast.kit.access.Call;
import io.holdfast.kit.audit.AuditEntry;
import io.holdfast.kit.audit.AuditEntry.Outcome;
import io.holdfast.kit.audit.AuditLog;
import io.holdfast.kit.id.Ids;
import io.holdfast.kit.time.LegalClock;
import io.holdfast.kit.value.Access;
import java.util.List;

/**
 * Audit entries of downloads: bytes carry no mark, and are to be on record all the same, before
 * they leave.
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

  /** Records that the caller downloaded file {@code number} of an order. */
  public void download(Call call, String order, int number) {
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
                "freezing.DownloadPaper",
                "stopOrders/" + order,
                List.of("papers/" + number),
                Outcome.READ,
                "",
                call.cause(),
                access)));
  }
}
