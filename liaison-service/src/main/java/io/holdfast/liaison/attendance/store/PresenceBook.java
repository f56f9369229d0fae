package io.holdfast.liaison.attendance.store;

import io.holdfast.kit.crypto.Sealer;
import io.holdfast.kit.id.Ids;
import io.holdfast.kit.mongo.AccessPath;
import io.holdfast.kit.mongo.MongoStore;
import io.holdfast.kit.mongo.Page;
import io.holdfast.kit.mongo.Records;
import io.holdfast.kit.mongo.Records.Entry;
import io.holdfast.kit.mongo.Records.Write;
import io.holdfast.kit.problem.KitReason;
import io.holdfast.kit.problem.Problem;
import io.holdfast.kit.time.LegalClock;
import io.holdfast.liaison.attendance.Attendance;
import io.holdfast.liaison.attendance.DeskPresence;
import io.holdfast.liaison.attendance.Limit;
import io.holdfast.liaison.desk.Mailbox;
import io.holdfast.liaison.directory.Desk;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Who sits where, as all replicas together know it: one document a desk, changed by
 * compare-and-set, many in one command.
 */
public final class PresenceBook {
  private static final int RACES_MAX = 8;
  private static final int PAGE = 100;
  private static final int DESKS_MAX = 10_000;

  // Desks that somebody has open; there, where that is asked of all.
  private static final AccessPath OPEN = AccessPath.sparse("open", "openDesk", "institution");

  private final Records<DeskPresence> records;
  private final Leases leases;
  private final Limit limit;
  private final LegalClock clock;

  private PresenceBook(
      Records<DeskPresence> records, Leases leases, Limit limit, LegalClock clock) {
    this.records = records;
    this.leases = leases;
    this.limit = limit;
    this.clock = clock;
  }

  /** Opens the collection {@code presence}. */
  public static PresenceBook open(
      MongoStore store, Sealer sealer, Leases leases, Limit limit, LegalClock clock) {
    return new PresenceBook(
        Records.open(
            store,
            sealer,
            new Records.Shape<>(
                "presence", DeskPresence.class, List.of(OPEN), PresenceBook::fields)),
        leases,
        limit,
        clock);
  }

  private static Map<String, Object> fields(DeskPresence presence) {
    return presence.streams().isEmpty()
        ? Map.of()
        : Map.of("openDesk", presence.desk().name(), "institution", presence.institution());
  }

  private static String id(Mailbox mailbox) {
    return Ids.derived("presence", mailbox.id());
  }

  Limit limit() {
    return limit;
  }

  /** Whether anyone is at each of the desks, now. */
  public Map<Mailbox, Attendance> at(Collection<Mailbox> mailboxes) {
    Map<String, Entry<DeskPresence>> stored = stored(mailboxes);
    Instant now = clock.instant();
    Predicate<String> alive = leases.alive();
    Map<Mailbox, Attendance> at = new LinkedHashMap<>();
    for (Mailbox mailbox : mailboxes) {
      at.put(mailbox, value(stored, mailbox).at(now, limit, alive));
    }
    return at;
  }

  /** Those of the desks at which neither man nor machine is, now. */
  public Set<Mailbox> forsaken(Set<Mailbox> mailboxes) {
    return at(mailboxes).entrySet().stream()
        .filter(desk -> desk.getValue().forsaken())
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Every desk of the kind at which anyone is, man or machine. */
  public Map<Mailbox, Attendance> attended(Desk desk) {
    Instant now = clock.instant();
    Predicate<String> alive = leases.alive();
    Map<Mailbox, Attendance> attended = new LinkedHashMap<>();
    String token = "";
    do {
      Page<Entry<DeskPresence>> page = records.page(OPEN, List.of(desk.name()), PAGE, token);
      for (Entry<DeskPresence> entry : page.items()) {
        Attendance at = entry.value().at(now, limit, alive);
        if (!at.forsaken()) {
          attended.put(new Mailbox(entry.value().institution(), desk), at);
        }
      }
      token = page.nextPageToken();
    } while (!token.isEmpty() && attended.size() < DESKS_MAX);
    return attended;
  }

  /** What is known of a desk's readers. */
  DeskPresence presence(Mailbox mailbox) {
    return value(stored(List.of(mailbox)), mailbox);
  }

  /** Changes desks, all in one command; what is the same afterwards is not written. */
  void change(Map<Mailbox, UnaryOperator<DeskPresence>> changes) {
    for (int race = 0; race < RACES_MAX; race++) {
      if (attempt(changes)) {
        return;
      }
    }
    throw Problem.of(KitReason.BUSY);
  }

  private boolean attempt(Map<Mailbox, UnaryOperator<DeskPresence>> changes) {
    Map<String, Entry<DeskPresence>> stored = stored(changes.keySet());
    List<Write<DeskPresence>> writes = new ArrayList<>();
    changes.forEach(
        (mailbox, change) -> {
          DeskPresence before = value(stored, mailbox);
          DeskPresence next = change.apply(before);
          Entry<DeskPresence> entry = stored.get(id(mailbox));
          if (entry == null) {
            writes.add(new Write.Insert<>(id(mailbox), next));
          } else if (!next.equals(before)) {
            writes.add(new Write.Update<>(entry.id(), entry.v(), next));
          }
        });
    return records.write(writes);
  }

  /** Whose streams count. */
  Predicate<String> alive() {
    return leases.alive();
  }

  private Map<String, Entry<DeskPresence>> stored(Collection<Mailbox> mailboxes) {
    Map<String, Entry<DeskPresence>> byId = new LinkedHashMap<>();
    records
        .find(mailboxes.stream().map(PresenceBook::id).toList())
        .forEach(entry -> byId.put(entry.id(), entry));
    return byId;
  }

  private static DeskPresence value(Map<String, Entry<DeskPresence>> stored, Mailbox mailbox) {
    Entry<DeskPresence> entry = stored.get(id(mailbox));
    return entry == null
        ? DeskPresence.empty(mailbox.institution(), mailbox.desk())
        : entry.value();
  }
}
