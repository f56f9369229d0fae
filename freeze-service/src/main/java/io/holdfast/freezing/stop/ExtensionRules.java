package io.holdfast.freezing.stop;

import static io.holdfast.freezing.stop.Decision.accept;
import static io.holdfast.freezing.stop.Decision.reject;
import static io.holdfast.freezing.stop.StopRules.wrongState;

import java.time.Instant;
import java.util.Optional;

/**
 * The second and last stop of an account on the same order.
 *
 * <p>86号 lets the police stop the same account again, twice in all (次数以两次为限). So the extension
 * takes the account's second place, and an order that itself is the account's second stop cannot be
 * extended. It must be asked for while the first stop runs: once that has lapsed nothing is left to
 * extend, and a new order is the way to use the account's second place. The bank may answer later
 * than the first stop's end. Answered before it, the second stop follows without a gap or an
 * overlap: from that end, so that neither the victim nor the holder loses an hour. Answered after
 * it, the money was free in between, and the second stop runs from the bank's execution, as the
 * first one did.
 */
final class ExtensionRules {
  private ExtensionRules() {}

  static Decision request(StopOrder order, StopCommand.RequestExtension command, Instant now) {
    return switch (order.state()) {
      case StopState.Stopped _ ->
          switch (order.extension()) {
            case Extension.NotRequested _, Extension.Refused _ -> requested(order, command, now);
            case Extension.Requested _, Extension.Granted _ ->
                reject(new Rejection.AlreadyExtended());
          };
      case StopState.Lapsed(_, _, var lapse) -> reject(new Rejection.StopLapsed(lapse));
      case StopState.Issued _,
          StopState.Sent _,
          StopState.Acknowledged _,
          StopState.Mismatched _,
          StopState.Failed _,
          StopState.NotOurs _,
          StopState.Recalled _,
          StopState.Released _,
          StopState.Converted _ ->
          wrongState(order, StopStateName.STOPPED);
    };
  }

  /**
   * With the extension's place the account has told the stop's own, which the order may not have
   * known.
   */
  private static Decision requested(
      StopOrder order, StopCommand.RequestExtension command, Instant now) {
    var request =
        new StopEvent.ExtensionRequested(
            new Extension.Requested(now, command.reason(), command.place()));
    return order.count() instanceof Count.Pending
        ? accept(new StopEvent.CountTaken(command.stopPlace()), request)
        : accept(request);
  }

  static Decision record(StopOrder order, StopCommand.RecordExtension command, Instant now) {
    return switch (order.state()) {
      case StopState.Stopped(_, _, var until) -> granted(order, command, until, now);
      case StopState.Lapsed(_, _, var lapse) -> granted(order, command, lapse, now);
      case StopState.Issued _,
          StopState.Sent _,
          StopState.Acknowledged _,
          StopState.Mismatched _,
          StopState.Failed _,
          StopState.NotOurs _,
          StopState.Recalled _,
          StopState.Released _,
          StopState.Converted _ ->
          wrongState(order, StopStateName.STOPPED, StopStateName.LAPSED);
    };
  }

  private static Decision granted(
      StopOrder order, StopCommand.RecordExtension command, Instant firstEnd, Instant now) {
    if (!(order.extension() instanceof Extension.Requested(var requestTime, _, int place))) {
      return notRequested();
    }
    Optional<Instant> execute = AnswerRules.possible(command.executeTime(), requestTime, now);
    if (execute.isEmpty()) {
      return reject(
          new Rejection.TimeImpossible(
              AnswerRules.given(command.executeTime(), now), requestTime, now));
    }
    return accept(
        recorded(
            order,
            new Extension.Granted(requestTime, execute.get(), place, command.operator(), now),
            firstEnd));
  }

  /**
   * Answered before the first stop's end the second follows it, else it runs from its execution.
   */
  static StopEvent recorded(StopOrder order, Extension.Granted grant, Instant firstEnd) {
    Instant start = grant.answerTime().isBefore(firstEnd) ? firstEnd : grant.executeTime();
    return new StopEvent.ExtensionRecorded(
        grant, start, start.plus(order.limits().stop().length()));
  }

  static Decision refuse(StopOrder order, StopCommand.RefuseExtension command, Instant now) {
    return switch (order.state()) {
      case StopState.Stopped _, StopState.Lapsed _ ->
          order.extension() instanceof Extension.Requested(var requestTime, _, _)
              ? refused(command, requestTime, now)
              : notRequested();
      case StopState.Issued _,
          StopState.Sent _,
          StopState.Acknowledged _,
          StopState.Mismatched _,
          StopState.Failed _,
          StopState.NotOurs _,
          StopState.Recalled _,
          StopState.Released _,
          StopState.Converted _ ->
          wrongState(order, StopStateName.STOPPED, StopStateName.LAPSED);
    };
  }

  private static Decision refused(
      StopCommand.RefuseExtension command, Instant requestTime, Instant now) {
    return command.technicalCause().isBlank() && command.businessCause().isBlank()
        ? reject(new Rejection.CauseMissing())
        : accept(new StopEvent.ExtensionRefused(refusal(command, requestTime, now)));
  }

  static Extension.Refused refusal(
      StopCommand.RefuseExtension command, Instant requestTime, Instant answerTime) {
    return new Extension.Refused(
        requestTime,
        answerTime,
        command.technicalCause(),
        command.businessCause(),
        command.operator());
  }

  private static Decision notRequested() {
    return reject(new Rejection.ExtensionNotRequested());
  }
}
