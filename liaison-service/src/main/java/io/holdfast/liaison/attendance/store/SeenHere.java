package io.holdfast.liaison.attendance.store;

import io.holdfast.kit.time.LegalClock;
import io.holdfast.liaison.attendance.DeskPresence;
import io.holdfast.liaison.attendance.OpenStreams;
import io.holdfast.liaison.attendance.PageReport;
import io.holdfast.liaison.desk.Mailbox;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this replica sees of the desks: streams opened and closed, words of pages. What changes
 * somebody's attendance is stored at once, together with what others wait to have stored; what only
 * goes on is stored a few times within the limit, however often it is said and wherever.
 */
public final class SeenHere {
  private static final Logger LOG = LoggerFactory.getLogger(SeenHere.class);

  /** A stream that ends with its token is open again before this. */
  static final Duration RECONNECT = Duration.ofSeconds(5);

  private final PresenceBook book;
  private final Leases leases;
  private final String replica;
  private final LegalClock clock;
  private final InstantSource system;
  private final ReentrantLock seeing = new ReentrantLock();
  private final ReentrantLock storing = new ReentrantLock();
  // Guarded by `seeing`; a desk is dropped when nothing of it is left to remember.
  private final Map<Mailbox, Seen> desks = new LinkedHashMap<>();

  public SeenHere(PresenceBook book, Leases leases, LegalClock clock, InstantSource system) {
    this.book = book;
    this.leases = leases;
    this.replica = leases.own();
    this.clock = clock;
    this.system = system;
  }

  /** Who reads a stream. */
  public enum Reader {
    PERSON,
    MACHINE
  }

  /** A stream of a desk, as long as it is open. */
  @FunctionalInterface
  public interface Opened extends AutoCloseable {
    @Override
    void close();
  }

  private record PageKey(String subject, String page) {
    static PageKey of(PageReport report) {
      return new PageKey(report.subject(), report.page());
    }
  }

  /** One desk, from here. */
  private static final class Seen {
    int people;
    int machines;
    Instant peopleEnd = Instant.MIN;
    Instant machinesEnd = Instant.MIN;
    OpenStreams stored;
    final Map<PageKey, PageReport> waiting = new LinkedHashMap<>();
    final Map<String, Instant> leaving = new LinkedHashMap<>();

    Seen(OpenStreams stored) {
      this.stored = stored;
    }

    OpenStreams open(Instant now) {
      return new OpenStreams(
          stored.replica(),
          people > 0 || now.isBefore(peopleEnd),
          machines > 0 || now.isBefore(machinesEnd));
    }
  }

  /** What is to be stored of one desk. */
  private record Delta(
      OpenStreams streams, List<PageReport> reports, Map<String, Instant> leaving) {}

  /** Somebody has opened a stream of the desk; the returned must be closed with it. */
  public Opened opened(Mailbox mailbox, Reader by) {
    count(mailbox, by, 1);
    storeLeniently();
    return () -> count(mailbox, by, -1);
  }

  private void count(Mailbox mailbox, Reader by, int more) {
    seeing.lock();
    try {
      Seen seen = seen(mailbox);
      Instant end = system.instant().plus(RECONNECT);
      switch (by) {
        case PERSON -> {
          seen.people += more;
          seen.peopleEnd = end;
        }
        case MACHINE -> {
          seen.machines += more;
          seen.machinesEnd = end;
        }
      }
    } finally {
      seeing.unlock();
    }
  }

  private Seen seen(Mailbox mailbox) {
    return desks.computeIfAbsent(mailbox, _ -> new Seen(new OpenStreams(replica, false, false)));
  }

  /**
   * A page's word. Stored on return, unless it only goes on from one that was stored a moment ago,
   * by whichever replica.
   */
  public void reported(Mailbox mailbox, PageReport report) {
    if (book.presence(mailbox).canWait(report, book.limit())) {
      return;
    }
    seeing.lock();
    try {
      Seen seen = seen(mailbox);
      seen.waiting.put(PageKey.of(report), report);
      if (seen.waiting.size() > DeskPresence.REPORTS_MAX) {
        seen.waiting.remove(seen.waiting.keySet().iterator().next());
      }
    } finally {
      seeing.unlock();
    }
    store();
  }

  /** A person leaves the desk. Stored on return. */
  public void signedOff(Mailbox mailbox, String subject) {
    seeing.lock();
    try {
      Seen seen = seen(mailbox);
      seen.waiting.keySet().removeIf(key -> key.subject().equals(subject));
      seen.leaving.put(subject, clock.instant());
    } finally {
      seeing.unlock();
    }
    store();
  }

  /** Stores what is due; to be called every second. */
  public void store() {
    storing.lock();
    try {
      Map<Mailbox, Delta> due = due();
      if (due.isEmpty()) {
        return;
      }
      Map<Mailbox, UnaryOperator<DeskPresence>> changes = new LinkedHashMap<>();
      due.forEach((mailbox, delta) -> changes.put(mailbox, presence -> after(presence, delta)));
      book.change(changes);
      stored(due);
    } finally {
      storing.unlock();
    }
  }

  /** A stream must not fail because who reads it cannot be stored; the next second tries again. */
  private void storeLeniently() {
    try {
      store();
    } catch (RuntimeException e) {
      LOG.warn("who opened a stream is not stored yet: {}", e.toString());
    }
  }

  private Map<Mailbox, Delta> due() {
    Map<Mailbox, Delta> due = new LinkedHashMap<>();
    seeing.lock();
    try {
      desks.forEach(
          (mailbox, seen) -> {
            OpenStreams open = seen.open(system.instant());
            if (!open.equals(seen.stored) || !seen.waiting.isEmpty() || !seen.leaving.isEmpty()) {
              due.put(
                  mailbox,
                  new Delta(open, List.copyOf(seen.waiting.values()), Map.copyOf(seen.leaving)));
            }
          });
    } finally {
      seeing.unlock();
    }
    return due;
  }

  private DeskPresence after(DeskPresence before, Delta delta) {
    DeskPresence next = before.streaming(delta.streams(), book.alive());
    for (Map.Entry<String, Instant> left : delta.leaving().entrySet()) {
      next = next.signedOff(left.getKey(), left.getValue());
    }
    for (PageReport report : delta.reports()) {
      next = next.reported(report, book.limit());
    }
    return next;
  }

  private void stored(Map<Mailbox, Delta> due) {
    seeing.lock();
    try {
      due.forEach(
          (mailbox, delta) -> {
            Seen seen = seen(mailbox);
            seen.stored = delta.streams();
            delta.leaving().forEach(seen.leaving::remove);
            for (PageReport report : delta.reports()) {
              seen.waiting.remove(PageKey.of(report), report);
            }
          });
      forget();
    } finally {
      seeing.unlock();
    }
  }

  private void forget() {
    Instant now = system.instant();
    desks
        .values()
        .removeIf(
            seen ->
                seen.waiting.isEmpty()
                    && seen.leaving.isEmpty()
                    && !seen.stored.any()
                    && !seen.open(now).any());
  }

  /**
   * Says that this replica lives; to be called every {@link Leases#BEAT}. Where it could not for so
   * long that the others have taken it for dead, what it holds open is told anew.
   */
  public void beat() {
    if (leases.beat()) {
      seeing.lock();
      try {
        desks.values().forEach(seen -> seen.stored = new OpenStreams(replica, false, false));
      } finally {
        seeing.unlock();
      }
    }
  }
}
