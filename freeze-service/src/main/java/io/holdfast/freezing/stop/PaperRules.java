package io.holdfast.freezing.stop;

import static io.holdfast.freezing.stop.Decision.accept;
import static io.holdfast.freezing.stop.Decision.reject;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The papers' own machine: owed, overdue, delivered, countersigned, refused with one remedy. */
final class PaperRules {
  /** What every delivery needs (domain: paper and police-ID copy reach the security desk). */
  private static final List<PaperKind> NEEDED =
      List.of(PaperKind.STOP_NOTICE, PaperKind.POLICE_ID_COPY);

  private PaperRules() {}

  static Decision judge(StopOrder order, StopCommand.OfPaper command, Instant now) {
    return switch (command) {
      case StopCommand.AttachPaper(var file) -> attach(order.paper(), file);
      case StopCommand.DeliverPaper(var number) -> deliver(order.paper(), number, now);
      case StopCommand.CountersignPaper _ -> countersign(order.paper(), now);
      case StopCommand.RefusePaper(var defect) -> refuse(order, defect, now);
    };
  }

  private static Decision attach(Paper paper, PaperFile file) {
    return switch (paper.state()) {
      case PaperState.Owed _, PaperState.Overdue _, PaperState.Refused _ ->
          paper.files().size() < Paper.FILES_MAX
              ? accept(new StopEvent.PaperAttached(numbered(file, paper.files().size() + 1)))
              : reject(new Rejection.PaperFilesFull(Paper.FILES_MAX));
      case PaperState.Delivered _, PaperState.Countersigned _, PaperState.NotOwed _ ->
          wrongState(paper, PaperStateName.OWED, PaperStateName.OVERDUE, PaperStateName.REFUSED);
    };
  }

  private static PaperFile numbered(PaperFile file, int number) {
    return new PaperFile(
        number,
        file.kind(),
        file.file(),
        file.fileName(),
        file.contentType(),
        file.sizeBytes(),
        file.sha256(),
        file.uploadTime());
  }

  private static Decision deliver(Paper paper, String number, Instant now) {
    return switch (paper.state()) {
      case PaperState.Owed(var start, var due) ->
          delivered(paper, new PaperState.Delivered(start, due, number, now, false, "", false));
      case PaperState.Overdue(var start, var due, var defect, var remedyUsed) ->
          delivered(
              paper, new PaperState.Delivered(start, due, number, now, true, defect, remedyUsed));
      case PaperState.Refused(var start, var due, _, var refuseTime, var defect) ->
          paper.files().stream().anyMatch(file -> file.uploadTime().isAfter(refuseTime))
              ? delivered(
                  paper, new PaperState.Delivered(start, due, number, now, false, defect, true))
              : reject(new Rejection.PaperIncomplete(NEEDED));
      case PaperState.Delivered _, PaperState.Countersigned _, PaperState.NotOwed _ ->
          wrongState(paper, PaperStateName.OWED, PaperStateName.OVERDUE, PaperStateName.REFUSED);
    };
  }

  private static Decision delivered(Paper paper, PaperState.Delivered delivery) {
    var missing = new ArrayList<>(NEEDED);
    paper.files().forEach(file -> missing.remove(file.kind()));
    return missing.isEmpty()
        ? accept(new StopEvent.PaperDelivered(delivery))
        : reject(new Rejection.PaperIncomplete(missing));
  }

  private static Decision countersign(Paper paper, Instant now) {
    return switch (paper.state()) {
      case PaperState.Delivered(
              var start,
              var due,
              var number,
              var deliver,
              var late,
              _,
              var remedyUsed) ->
          accept(
              new StopEvent.PaperCountersigned(
                  new PaperState.Countersigned(
                      start, due, number, deliver, late, now, remedyUsed)));
      case PaperState.Owed _,
          PaperState.Overdue _,
          PaperState.Countersigned _,
          PaperState.Refused _,
          PaperState.NotOwed _ ->
          wrongState(paper, PaperStateName.DELIVERED);
    };
  }

  /**
   * The rest of the time or the policy's remainder, whichever is longer, once; after that the rest
   * of the time alone.
   */
  private static Decision refuse(StopOrder order, String defect, Instant now) {
    return switch (order.paper().state()) {
      case PaperState.Delivered(var start, var due, var number, _, _, _, var remedyUsed) -> {
        Instant remedy = now.plus(order.limits().paperRemedy());
        Instant next = !remedyUsed && remedy.isAfter(due) ? remedy : due;
        yield accept(
            new StopEvent.PaperRefused(new PaperState.Refused(start, next, number, now, defect)));
      }
      case PaperState.Owed _,
          PaperState.Overdue _,
          PaperState.Countersigned _,
          PaperState.Refused _,
          PaperState.NotOwed _ ->
          wrongState(order.paper(), PaperStateName.DELIVERED);
    };
  }

  private static Decision wrongState(Paper paper, PaperStateName... allowed) {
    return reject(new Rejection.PaperWrongState(paper.state().name(), List.of(allowed)));
  }
}
