package io.holdfast.liaison.attendance;

import io.holdfast.liaison.directory.Desk;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one desk's readers. Attendance is worked out of it when it is asked for; nothing
 * has to be written when somebody falls silent or a replica dies.
 *
 * @param streams which replicas hold streams open, at most {@value #STREAMS_MAX}
 * @param reports the last word of each page, at most {@value #REPORTS_MAX}
 * @param lastSign the last human sign of life, UTC; kept when its page is forgotten
 */
public record DeskPresence(
    String institution,
    Desk desk,
    List<OpenStreams> streams,
    List<PageReport> reports,
    @Nullable Instant lastSign) {
  /** Replicas that may hold streams of one desk. */
  public static final int STREAMS_MAX = 64;

  /** Pages of one desk that are remembered. */
  public static final int REPORTS_MAX = 50;

  public DeskPresence {
    streams = List.copyOf(streams);
    reports = List.copyOf(reports);
  }

  /** A desk nobody has been seen at. */
  public static DeskPresence empty(String institution, Desk desk) {
    return new DeskPresence(institution, desk, List.of(), List.of(), null);
  }

  /** After a page's word. An older one than is known changes nothing. */
  public DeskPresence reported(PageReport report, Limit limit) {
    Optional<PageReport> before = reports.stream().filter(report::samePageAs).findFirst();
    if (before.filter(known -> known.time().isAfter(report.time())).isPresent()) {
      return this;
    }
    boolean goesOn =
        before
            .filter(known -> known.there() == report.there())
            .filter(known -> !known.there() || known.counts(limit, report.time()))
            .isPresent();
    var next =
        new PageReport(
            report.subject(),
            report.page(),
            report.there(),
            goesOn ? before.orElseThrow().since() : report.since(),
            report.time());
    var all = new ArrayList<>(reports);
    all.removeIf(known -> known.samePageAs(next) || stale(known, limit, next.time()));
    all.add(next);
    all.sort(Comparator.comparing(PageReport::time));
    return with(
        all.subList(Math.max(0, all.size() - REPORTS_MAX), all.size()),
        report.there() ? report.time() : lastSign);
  }

  private static boolean stale(PageReport known, Limit limit, Instant now) {
    return !limit.reaches(known.time(), now);
  }

  /** Whether a page's word only goes on from one that was stored a moment ago. */
  public boolean canWait(PageReport report, Limit limit) {
    return reports.stream()
        .filter(report::samePageAs)
        .anyMatch(
            known -> known.there() == report.there() && limit.canWait(known.time(), report.time()));
  }

  /**
   * After a person has left the desk, on all his pages. They stay known as left, so that an earlier
   * word of theirs that arrives late changes nothing.
   */
  public DeskPresence signedOff(String subject, Instant now) {
    return with(
        reports.stream()
            .map(
                report ->
                    report.subject().equals(subject)
                        ? PageReport.first(subject, report.page(), false, now)
                        : report)
            .toList(),
        lastSign);
  }

  private DeskPresence with(List<PageReport> otherReports, @Nullable Instant otherSign) {
    return new DeskPresence(institution, desk, streams, otherReports, otherSign);
  }

  /** After a replica has opened or closed streams; what dead replicas said is dropped. */
  public DeskPresence streaming(OpenStreams of, Predicate<String> alive) {
    var all = new ArrayList<OpenStreams>();
    for (OpenStreams known : streams) {
      if (!known.replica().equals(of.replica()) && alive.test(known.replica())) {
        all.add(known);
      }
    }
    if (of.any()) {
      all.add(of);
    }
    return new DeskPresence(
        institution,
        desk,
        all.subList(Math.max(0, all.size() - STREAMS_MAX), all.size()),
        reports,
        lastSign);
  }

  /**
   * Whether anyone is there at {@code now}.
   *
   * @param alive whether a replica still holds what it said it holds
   */
  public Attendance at(Instant now, Limit limit, Predicate<String> alive) {
    List<OpenStreams> open =
        streams.stream().filter(stream -> alive.test(stream.replica())).toList();
    boolean system = open.stream().anyMatch(OpenStreams::systems);
    List<PageReport> counting =
        reports.stream().filter(report -> report.counts(limit, now)).toList();
    if (counting.isEmpty() || open.stream().noneMatch(OpenStreams::people)) {
      return system
          ? new Attendance.SystemConnected(lastSign)
          : new Attendance.NobodyThere(lastSign);
    }
    long people = counting.stream().map(PageReport::subject).distinct().count();
    return new Attendance.Attended(
        counting.stream().map(PageReport::since).min(Comparator.naturalOrder()).orElseThrow(),
        (int) people,
        counting.stream().map(PageReport::time).max(Comparator.naturalOrder()).orElseThrow(),
        system);
  }
}
