package io.holdfast.freezing.stop;

import static io.holdfast.freezing.stop.Decision.reject;
import static io.holdfast.freezing.stop.StopRules.wrongState;

import io.holdfast.freezing.stop.Rejection.AnswerNotCorrectable;
import io.holdfast.freezing.stop.Rejection.AnswerNotCorrectable.Why;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A wrong answer to an extension undone. The first stop is what it was; the right answer counts as
 * if it had come when the wrong one came, so that no clock gains or loses by the mistake.
 */
final class ExtensionCorrection {
  private ExtensionCorrection() {}

  static Decision correct(StopOrder order, StopCommand.CorrectToExtension command, Instant now) {
    Optional<Decision> refused = refused(order, now);
    if (refused.isPresent()) {
      return refused.get();
    }
    Answered answered = answered(order.extension());
    Instant given = AnswerRules.given(command.right().executeTime(), now);
    Optional<Instant> execute =
        AnswerRules.possible(command.right().executeTime(), answered.requestTime(), now);
    if (execute.isEmpty()) {
      return reject(new Rejection.TimeImpossible(given, answered.requestTime(), now));
    }
    StopState.Stopped first = first(order);
    var grant =
        new Extension.Granted(
            answered.requestTime(),
            execute.get(),
            command.place(),
            command.right().operator(),
            answered.answerTime());
    return corrected(
        order, command.reason(), ExtensionRules.recorded(order, grant, first.until()), now);
  }

  static Decision correct(StopOrder order, StopCommand.CorrectToRefusal command, Instant now) {
    Optional<Decision> refused = refused(order, now);
    if (refused.isPresent()) {
      return refused.get();
    }
    StopCommand.RefuseExtension right = command.right();
    if (right.technicalCause().isBlank() && right.businessCause().isBlank()) {
      return reject(new Rejection.CauseMissing());
    }
    Answered answered = answered(order.extension());
    return corrected(
        order,
        command.reason(),
        new StopEvent.ExtensionRefused(
            ExtensionRules.refusal(right, answered.requestTime(), answered.answerTime())),
        now);
  }

  private record Answered(Instant requestTime, Instant answerTime) {}

  private static Answered answered(Extension extension) {
    return switch (extension) {
      case Extension.Granted granted -> new Answered(granted.requestTime(), granted.answerTime());
      case Extension.Refused refused -> new Answered(refused.requestTime(), refused.answerTime());
      case Extension.NotRequested _, Extension.Requested _ ->
          throw new IllegalStateException("an extension that was not answered");
    };
  }

  private static Optional<Decision> refused(StopOrder order, Instant now) {
    return switch (order.state()) {
      case StopState.Stopped _, StopState.Lapsed _ ->
          switch (order.extension()) {
            case Extension.NotRequested _, Extension.Requested _ ->
                Optional.of(reject(new Rejection.ExtensionNotAnswered()));
            case Extension.Granted _, Extension.Refused _ -> uncorrectable(order, now);
          };
      case StopState.Issued _,
          StopState.Sent _,
          StopState.Acknowledged _,
          StopState.Mismatched _,
          StopState.Failed _,
          StopState.NotOurs _,
          StopState.Recalled _,
          StopState.Released _,
          StopState.Converted _ ->
          Optional.of(wrongState(order, StopStateName.STOPPED, StopStateName.LAPSED));
    };
  }

  private static Optional<Decision> uncorrectable(StopOrder order, Instant now) {
    if (order.earlierExtensions().size() >= EarlierAnswer.MAX) {
      return Optional.of(reject(new AnswerNotCorrectable(Why.TOO_OFTEN)));
    }
    return Lift.of(order, now) instanceof Lift.Confirmed
        ? Optional.of(reject(new AnswerNotCorrectable(Why.LIFTED)))
        : Optional.empty();
  }

  /** What time has brought about by the right answer is told with it. */
  private static Decision corrected(StopOrder order, String reason, StopEvent right, Instant now) {
    List<StopEvent> events = new ArrayList<>();
    events.add(
        new StopEvent.ExtensionCorrected(
            new EarlierExtension(order.extension(), reason, now), first(order)));
    events.add(right);
    events.addAll(Clocks.due(Evolution.evolve(order, events), now));
    return new Decision.Accepted(events);
  }

  /** The stop as it was before the extension. */
  private static StopState.Stopped first(StopOrder order) {
    if (!(order.answer() instanceof BankAnswer.Held held)) {
      throw new IllegalStateException("an extension without a stop");
    }
    return new StopState.Stopped(
        order.count().ordinal(),
        held.executeTime(),
        held.executeTime().plus(order.limits().stop().length()));
  }
}
