package io.holdfast.casefile.casefile;

import io.holdfast.casefile.casefile.CaseCommand.RecordTrace;
import io.holdfast.casefile.casefile.CaseCommand.RequestTrace;
import io.holdfast.casefile.casefile.CaseEvent.TraceRecorded;
import io.holdfast.casefile.casefile.CaseEvent.TraceRequested;
import io.holdfast.casefile.casefile.Decision.Accepted;
import io.holdfast.casefile.casefile.Decision.Rejected;
import io.holdfast.casefile.casefile.Rejection.ContactNotTraceable;
import io.holdfast.casefile.casefile.Rejection.ContactUnknown;
import io.holdfast.casefile.casefile.Rejection.Full;
import io.holdfast.casefile.casefile.Rejection.Lack;
import io.holdfast.casefile.casefile.Rejection.Part;
import io.holdfast.casefile.casefile.Rejection.TraceUnderWay;
import io.holdfast.casefile.casefile.Rejection.TraceUnknown;
import io.holdfast.casefile.report.Contact;
import io.holdfast.casefile.report.ContactDirection;
import io.holdfast.kit.value.Personal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The traces (信令倒查, 反诈法 13) of a case, and what they bring to light. */
final class TraceRules {
  private TraceRules() {}

  static Decision request(CaseFile file, RequestTrace asked, Instant now) {
    Optional<Contact> found =
        file.report().contacts().stream()
            .filter(contact -> contact.number() == asked.contact())
            .findFirst();
    if (found.isEmpty()) {
      return new Rejected(new ContactUnknown(asked.contact()));
    }
    Optional<TraceLink> running =
        file.traces().stream()
            .filter(trace -> trace.contact() == asked.contact() && trace.state().alive())
            .findFirst();
    if (running.isPresent()) {
      return new Rejected(new TraceUnderWay(running.get().trace()));
    }
    if (file.traces().size() >= CaseFile.TRACES_MAX) {
      return new Rejected(new Full(Part.TRACES, CaseFile.TRACES_MAX));
    }
    return request(file, asked, found.get(), now);
  }

  private static Decision request(CaseFile file, RequestTrace asked, Contact contact, Instant now) {
    if (!contact.kind().byPhone()) {
      return new Rejected(new ContactNotTraceable(Lack.CALL));
    }
    if (contact.displayed().isEmpty()) {
      return new Rejected(new ContactNotTraceable(Lack.DISPLAYED));
    }
    Personal called = called(file, asked, contact);
    if (called.isEmpty()) {
      return new Rejected(new ContactNotTraceable(Lack.CALLED_NUMBER));
    }
    Instant told = asked.startTime();
    Instant start = told == null ? contact.startTime() : told;
    if (start == null) {
      return new Rejected(new ContactNotTraceable(Lack.START_TIME));
    }
    var request =
        new TraceRequest(
            asked.trace(),
            contact,
            called,
            start,
            asked.durationSeconds() == 0 ? contact.durationSeconds() : asked.durationSeconds(),
            asked.startTolerance(),
            asked.paperNumber(),
            asked.limitEndTime(),
            asked.limitLength(),
            asked.carrier(),
            asked.requester());
    return new Accepted(new TraceRequested(request, asked.institution(), now));
  }

  /** Who called the victim called the victim's phone; whom the victim called is what it showed. */
  private static Personal called(CaseFile file, RequestTrace asked, Contact contact) {
    if (!asked.called().isEmpty()) {
      return asked.called();
    }
    return contact.direction() == ContactDirection.OUTGOING
        ? contact.displayed()
        : file.report().victim().phone();
  }

  static Decision record(CaseFile file, RecordTrace told) {
    return file.traces().stream().anyMatch(trace -> trace.trace().equals(told.trace()))
        ? new Accepted(new TraceRecorded(told))
        : new Rejected(new TraceUnknown());
  }

  static CaseFile requested(CaseFile file, TraceRequested event) {
    TraceRequest request = event.request();
    var traces = new ArrayList<>(file.traces());
    traces.add(
        new TraceLink(
            request.trace(),
            request.contact().number(),
            request.paperNumber(),
            TraceState.ASKED,
            0));
    return file.following(traces, file.clues())
        .noting(
            List.of(
                entry(event.time(), "TRACE_REQUESTED", event.institution(), request.trace(), 0)));
  }

  static CaseFile recorded(CaseFile file, RecordTrace told) {
    var traces = new ArrayList<TraceLink>();
    boolean news = false;
    for (TraceLink trace : file.traces()) {
      boolean concerned = trace.trace().equals(told.trace()) && told.seq() > trace.seq();
      traces.add(concerned ? trace.heard(told.state(), told.seq()) : trace);
      news |= concerned;
    }
    return news
        ? file.following(traces, clues(file.clues(), told))
            .noting(
                List.of(
                    entry(
                        told.time(), told.change(), told.institution(), told.trace(), told.hop())))
        : file;
  }

  private static List<Clue> clues(List<Clue> known, RecordTrace told) {
    var clues = new ArrayList<Clue>();
    for (Clue clue : known) {
      boolean falls = clue.trace().equals(told.trace()) && told.withdrawnOf().contains(clue.hop());
      clues.add(falls ? clue.takenBack() : clue);
    }
    for (Clue clue : told.clues()) {
      if (clues.stream().noneMatch(clue::saysTheSameAs)) {
        clues.add(clue.numbered(clues.isEmpty() ? 1 : clues.getLast().number() + 1));
      }
    }
    return clues;
  }

  private static TimelineEntry entry(
      Instant time, String kind, String institution, String trace, int hop) {
    return new TimelineEntry(time, kind, "", institution, 0, trace, hop);
  }
}
