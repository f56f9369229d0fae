package io.holdfast.freezing.stop;

import static io.holdfast.freezing.stop.Decision.accept;
import static io.holdfast.freezing.stop.Decision.reject;

import io.holdfast.freezing.stop.PaperState.Delivery;
import io.holdfast.freezing.stop.PaperState.Refusal;
import io.holdfast.freezing.stop.PaperState.Term;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The papers' own machine: owed, overdue, delivered, countersigned, refused with one remedy. */
final class PaperRules {
  /**
   * What every delivery needs: the notice and the copy of the police ID reach the security desk.
   */
  private static final List<PaperKind> NEEDED =
      List.of(PaperKind.STOP_NOTICE, PaperKind.POLICE_ID_COPY);

  private static final PaperStateName[] DELIVERABLE = {
    PaperStateName.OWED, PaperStateName.OVERDUE, PaperStateName.REFUSED
  };

  private PaperRules() {}

  static Decision judge(StopOrder order, StopCommand.OfPaper command, Instant now) {
    return switch (command) {
      case StopCommand.AttachPaper(var file) -> attach(order, file);
      case StopCommand.DeliverPaper deliver -> deliver(order.paper(), deliver, now);
      case StopCommand.BookHandOver booked -> handOver(order, booked, now);
      case StopCommand.CountersignPaper _ -> countersign(order.paper(), now);
      case StopCommand.RefusePaper(var defect) -> refuse(order, defect, now);
    };
  }

  private static Decision attach(StopOrder order, PaperFile file) {
    return switch (order.paper().state()) {
      case PaperState.NotOwed _ when order.state().awaitsAnswer() -> attached(order.paper(), file);
      case PaperState.Owed _, PaperState.Overdue _, PaperState.Refused _ ->
          attached(order.paper(), file);
      case PaperState.NotOwed _, PaperState.Delivered _, PaperState.Countersigned _ ->
          wrongState(order.paper(), DELIVERABLE);
    };
  }

  private static Decision attached(Paper paper, PaperFile file) {
    return paper.files().size() < Paper.FILES_MAX
        ? accept(new StopEvent.PaperAttached(file.numbered(paper.files().size() + 1)))
        : reject(new Rejection.PaperFilesFull(Paper.FILES_MAX));
  }

  private static Decision deliver(Paper paper, StopCommand.DeliverPaper command, Instant now) {
    Paper whole = paper.with(command.shared());
    if (whole.files().size() > Paper.FILES_MAX) {
      return reject(new Rejection.PaperFilesFull(Paper.FILES_MAX));
    }
    var delivery =
        new Delivery(command.paperNumber(), now, false, command.countersignDueTime(), null);
    return delivered(whole, NEEDED, delivery, command.shared());
  }

  /** What was brought by hand counts from when it was brought, whenever the bank books it. */
  private static Decision handOver(StopOrder order, StopCommand.BookHandOver command, Instant now) {
    Instant given = command.handOverTime();
    Instant earliest = earliestHandOver(order);
    if (given.isBefore(earliest) || given.isAfter(now)) {
      return reject(new Rejection.HandOverTimeImpossible(given, earliest, now));
    }
    var delivery =
        new Delivery(
            command.paperNumber(),
            given,
            false,
            command.countersignDueTime(),
            new PaperState.HandOver(command.officerNumber(), now));
    return delivered(order.paper(), List.of(PaperKind.HAND_OVER_PHOTO), delivery, List.of());
  }

  private static Instant earliestHandOver(StopOrder order) {
    return switch (order.paper().state()) {
      case PaperState.Refused(_, var refusal) -> refusal.refuseTime();
      case PaperState.Overdue(_, var refusal) when refusal != null -> refusal.refuseTime();
      case PaperState.Overdue _,
          PaperState.NotOwed _,
          PaperState.Owed _,
          PaperState.Delivered _,
          PaperState.Countersigned _ ->
          order.request().issueTime();
    };
  }

  private static Decision delivered(
      Paper paper, List<PaperKind> needed, Delivery delivery, List<PaperFile> shared) {
    return switch (paper.state()) {
      case PaperState.Owed(var term) -> delivered(paper, needed, term, delivery, null, shared);
      case PaperState.Overdue(var term, var earlier) ->
          delivered(paper, needed, term, delivery, earlier, shared);
      case PaperState.Refused(var term, var refusal) ->
          delivered(paper, needed, term, delivery, refusal, shared);
      case PaperState.NotOwed _, PaperState.Delivered _, PaperState.Countersigned _ ->
          wrongState(paper, DELIVERABLE);
    };
  }

  private static Decision delivered(
      Paper paper,
      List<PaperKind> needed,
      Term term,
      Delivery delivery,
      @Nullable Refusal earlier,
      List<PaperFile> shared) {
    if (earlier != null && nothingNewSince(paper, earlier.refuseTime())) {
      return reject(new Rejection.PaperUnmended(earlier.defect()));
    }
    var missing = new ArrayList<>(needed);
    paper.files().forEach(file -> missing.remove(file.kind()));
    if (!missing.isEmpty()) {
      return reject(new Rejection.PaperIncomplete(missing));
    }
    boolean late = !delivery.deliverTime().isBefore(term.dueTime());
    return accept(
        new StopEvent.PaperDelivered(
            new PaperState.Delivered(term, delivery.late(late), earlier), shared));
  }

  private static boolean nothingNewSince(Paper paper, Instant time) {
    return paper.files().stream().noneMatch(file -> file.uploadTime().isAfter(time));
  }

  private static Decision countersign(Paper paper, Instant now) {
    return switch (paper.state()) {
      case PaperState.Delivered(var term, var delivery, var earlier) ->
          accept(
              new StopEvent.PaperCountersigned(
                  new PaperState.Countersigned(term, delivery, earlier, now)));
      case PaperState.NotOwed _,
          PaperState.Owed _,
          PaperState.Overdue _,
          PaperState.Countersigned _,
          PaperState.Refused _ ->
          wrongState(paper, PaperStateName.DELIVERED);
    };
  }

  /**
   * The rest of the time or the policy's remainder, whichever is longer, once; after that the rest
   * of the time alone.
   */
  private static Decision refuse(StopOrder order, String defect, Instant now) {
    return switch (order.paper().state()) {
      case PaperState.Delivered(var term, var delivery, var earlier) -> {
        Instant remedy = now.plus(order.limits().paperRemedy());
        Term next =
            earlier == null && remedy.isAfter(term.dueTime())
                ? new Term(term.startTime(), remedy)
                : term;
        yield accept(
            new StopEvent.PaperRefused(
                new PaperState.Refused(next, new Refusal(delivery, now, defect))));
      }
      case PaperState.NotOwed _,
          PaperState.Owed _,
          PaperState.Overdue _,
          PaperState.Countersigned _,
          PaperState.Refused _ ->
          wrongState(order.paper(), PaperStateName.DELIVERED);
    };
  }

  private static Decision wrongState(Paper paper, PaperStateName... allowed) {
    return reject(new Rejection.PaperWrongState(paper.state().name(), List.of(allowed)));
  }
}
