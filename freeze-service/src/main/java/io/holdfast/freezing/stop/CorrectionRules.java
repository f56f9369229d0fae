package io.holdfast.freezing.stop;

import static io.holdfast.freezing.stop.Decision.accept;
import static io.holdfast.freezing.stop.Decision.reject;
import static io.holdfast.freezing.stop.StopRules.wrongState;

import io.holdfast.freezing.stop.Rejection.AnswerNotCorrectable;
import io.holdfast.freezing.stop.Rejection.AnswerNotCorrectable.Why;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Mistakes undone: an answer taken back, a mismatched request put right. A corrected order stands
 * as if the right answer had come first; what was answered before is kept beside.
 */
final class CorrectionRules {
  private CorrectionRules() {}

  static Decision correctAnswer(StopOrder order, StopCommand.CorrectAnswer command, Instant now) {
    return switch (order.state()) {
      case StopState.Stopped _, StopState.Mismatched _, StopState.Failed _, StopState.NotOurs _ ->
          correctable(order)
              .<Decision>map(why -> reject(new AnswerNotCorrectable(why)))
              .orElseGet(() -> corrected(order, command, now));
      case StopState.Issued _,
          StopState.Sent _,
          StopState.Acknowledged _,
          StopState.Recalled _,
          StopState.Released _,
          StopState.Lapsed _,
          StopState.Converted _ ->
          wrongState(
              order,
              StopStateName.STOPPED,
              StopStateName.MISMATCHED,
              StopStateName.FAILED,
              StopStateName.NOT_OURS);
    };
  }

  private static Optional<Why> correctable(StopOrder order) {
    if (!(order.extension() instanceof Extension.NotRequested)) {
      return Optional.of(Why.EXTENSION);
    }
    if (!order.correctedBy().isEmpty()) {
      return Optional.of(Why.CORRECTED);
    }
    return order.earlierAnswers().size() >= EarlierAnswer.MAX
        ? Optional.of(Why.TOO_OFTEN)
        : Optional.empty();
  }

  private static Decision corrected(
      StopOrder order, StopCommand.CorrectAnswer command, Instant now) {
    BankAnswer before = order.answer();
    if (before == null) {
      throw new IllegalStateException("an answered order without its answer");
    }
    var earlier =
        new EarlierAnswer(
            order.state().name(), before, command.reason(), now, command.answer().operator());
    List<StopEvent> events = new ArrayList<>();
    events.add(new StopEvent.AnswerCorrected(earlier, now));
    List<Integer> fallen = fallen(order, command.answer());
    if (!fallen.isEmpty()) {
      events.add(new StopEvent.OutflowsWithdrawn(fallen, now));
    }
    return switch (AnswerRules.judge(Evolution.evolve(order, events), command.answer(), now)) {
      case Decision.Rejected rejected -> rejected;
      case Decision.Accepted(var more) -> {
        events.addAll(more);
        yield new Decision.Accepted(events);
      }
    };
  }

  /** Outflows that the right answer does not name. */
  private static List<Integer> fallen(StopOrder order, StopCommand.Answer answer) {
    List<Outflow> told =
        switch (answer) {
          case StopCommand.RecordStop stop -> stop.outflows();
          case StopCommand.RecordMismatch _,
              StopCommand.RecordFailure _,
              StopCommand.RecordNotOurs _ ->
              List.of();
        };
    return order.outflows().stream()
        .filter(Outflow::stands)
        .filter(each -> told.stream().noneMatch(each::tells))
        .map(Outflow::number)
        .toList();
  }

  static Decision markCorrected(StopOrder order, StopOrder.Correction put) {
    return switch (order.state()) {
      case StopState.Mismatched _ when put.equals(order.correction()) -> accept();
      case StopState.Mismatched _ when !order.correctedBy().isEmpty() ->
          reject(new Rejection.CorrectedAlready(order.correctedBy()));
      case StopState.Mismatched _ ->
          order.request().corrects().times() < order.limits().correctionsMax()
              ? accept(new StopEvent.StopCorrected(put))
              : reject(new Rejection.CorrectionsExhausted(order.limits().correctionsMax()));
      case StopState.Issued _,
          StopState.Sent _,
          StopState.Acknowledged _,
          StopState.Stopped _,
          StopState.Failed _,
          StopState.NotOurs _,
          StopState.Recalled _,
          StopState.Released _,
          StopState.Lapsed _,
          StopState.Converted _ ->
          wrongState(order, StopStateName.MISMATCHED);
    };
  }

  static Decision confirmLift(StopOrder order, StopCommand.ConfirmLift command, Instant now) {
    return switch (Lift.of(order, now)) {
      case Lift.NotOwed _ -> reject(new Rejection.LiftNotOwed(order.state().name()));
      case Lift.Confirmed _ -> accept();
      case Lift.Owed(var start, _) -> confirmed(command, start, now);
      case Lift.Overdue(var start, _) -> confirmed(command, start, now);
    };
  }

  private static Decision confirmed(StopCommand.ConfirmLift command, Instant start, Instant now) {
    Optional<Instant> time = AnswerRules.possible(command.liftTime(), start, now);
    return time.isEmpty()
        ? reject(
            new Rejection.TimeImpossible(AnswerRules.given(command.liftTime(), now), start, now))
        : accept(
            new StopEvent.LiftConfirmed(
                new Lift.Confirmation(time.get(), now, command.operator())));
  }
}
