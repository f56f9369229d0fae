package io.holdfast.kit.audit;

import io.holdfast.kit.access.Call;
import io.holdfast.kit.audit.AuditEntry.Outcome;
import io.holdfast.kit.id.Ids;
import io.holdfast.kit.time.LegalClock;
import io.holdfast.kit.value.Access;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Puts on record what no aggregate's own write does: reads, also those that show nothing marked
 * personal, e.g. searches by a person's number, files, the log itself; and what a person takes note
 * of. The entry is durable before the answer leaves.
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
   * Records that the caller was shown something.
   *
   * @param subject of what, e.g. {@code cases} or {@code stopOrders/<id>}
   * @param items what of it, e.g. the ids a list showed, or {@code papers/1}
   */
  public void read(Call call, String subject, List<String> items) {
    write(call, subject, items, Outcome.READ);
  }

  /** Records that the caller did something that is kept in no aggregate. */
  public void done(Call call, String subject, List<String> items) {
    write(call, subject, items, Outcome.DONE);
  }

  private void write(Call call, String subject, List<String> items, Outcome outcome) {
    log.append(
        List.of(
            new AuditEntry(
                ids.next(),
                clock.instant(),
                call.caller().actor(),
                AuditInterceptor.action(call.method()),
                subject,
                items,
                outcome,
                "",
                call.cause(),
                readers(call, subject, items))));
  }

  /**
   * Whose auditors may read of it: those of the caller's region, and those of whatever he was shown
   * or kept from.
   */
  static Access readers(Call call, String subject, Collection<String> items) {
    Set<String> regions = new LinkedHashSet<>();
    String own = call.caller().region();
    String institution = call.caller().institution();
    if (!own.isEmpty()) {
      regions.addAll(Access.of(institution, List.of(), own).region());
    }
    call.met(subject.substring(subject.indexOf('/') + 1))
        .ifPresent(access -> regions.addAll(access.region()));
    items.forEach(item -> call.met(item).ifPresent(access -> regions.addAll(access.region())));
    return new Access(List.of(institution), List.copyOf(regions), List.of());
  }
}
