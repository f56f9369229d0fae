package io.holdfast.freezing.stop;

import static io.holdfast.freezing.stop.Decision.accept;
import static io.holdfast.freezing.stop.Decision.reject;
import static io.holdfast.freezing.stop.StopRules.wrongState;

import io.holdfast.freezing.match.MatchField;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a bank may answer. */
final class AnswerRules {
  /** How far a bank's clock may differ from ours before a time it gives counts as impossible. */
  static final Duration CLOCK_SKEW_MAX = Duration.ofMinutes(2);

  private AnswerRules() {}

  static Decision judge(StopOrder order, StopCommand.Answer answer, Instant now) {
    return switch (answer) {
      case StopCommand.RecordStop stop -> recordStop(order, stop, now);
      case StopCommand.RecordMismatch mismatch -> recordMismatch(order, mismatch, now);
      case StopCommand.RecordFailure failure -> recordFailure(order, failure, now);
      case StopCommand.RecordNotOurs notOurs -> recordNotOurs(order, notOurs, now);
    };
  }

  private static Decision recordStop(StopOrder order, StopCommand.RecordStop command, Instant now) {
    return switch (order.state()) {
      case StopState.Acknowledged _ -> stopped(order, command, now);
      case StopState.Issued _,
          StopState.Sent _,
          StopState.Stopped _,
          StopState.Mismatched _,
          StopState.Failed _,
          StopState.NotOurs _,
          StopState.Recalled _,
          StopState.Released _,
          StopState.Lapsed _,
          StopState.Converted _ ->
          wrongState(order, StopStateName.ACKNOWLEDGED);
    };
  }

  private static Decision stopped(StopOrder order, StopCommand.RecordStop command, Instant now) {
    Optional<Rejection> forbidden = forbidden(order, command);
    if (forbidden.isPresent()) {
      return reject(forbidden.get());
    }
    if (command.heldFen() > command.balanceBeforeFen()) {
      return reject(
          new Rejection.HeldExceedsBalance(command.heldFen(), command.balanceBeforeFen()));
    }
    Instant earliest = order.request().issueTime();
    Optional<Instant> execute = possible(command.executeTime(), earliest, now);
    if (execute.isEmpty()) {
      return reject(new Rejection.TimeImpossible(given(command.executeTime(), now), earliest, now));
    }
    var answer =
        new BankAnswer.Held(
            command.balanceBeforeFen(),
            command.heldFen(),
            execute.get(),
            command.match(),
            command.reason(),
            command.holder(),
            command.statement(),
            command.operator(),
            now);
    Optional<Rejection> impossible =
        StatementLine.impossible(command.statement(), OutflowRules.earliest(order), now)
            .or(() -> OutflowRules.impossible(order, command.outflows(), command.statement(), now));
    if (impossible.isPresent()) {
      return reject(impossible.get());
    }
    var events = new ArrayList<StopEvent>();
    events.add(
        new StopEvent.StopRecorded(answer, execute.get().plus(order.limits().stop().length())));
    events.addAll(OutflowRules.recorded(order, command.outflows()));
    return new Decision.Accepted(events);
  }

  /**
   * 86号 二(一)2: a field that differs forbids the stop; one that is only consistent wants a reason.
   */
  private static Optional<Rejection> forbidden(StopOrder order, StopCommand.RecordStop command) {
    Limits limits = order.limits();
    var blocking = matched(order, command.match().blocking());
    if (!blocking.isEmpty()) {
      return Optional.of(new Rejection.Mismatch(blocking));
    }
    var unproven = matched(order, command.match().unproven());
    if (unproven.isEmpty()) {
      return Optional.empty();
    }
    if (!limits.unprovenAllowed()) {
      return Optional.of(new Rejection.UnprovenNotAllowed(unproven, limits.policy()));
    }
    return command.reason().isBlank()
        ? Optional.of(new Rejection.UnprovenReasonMissing(unproven))
        : Optional.empty();
  }

  /** Nothing was paid to a victim's own account: its name and number alone are matched. */
  private static List<MatchField> matched(StopOrder order, List<MatchField> fields) {
    return order.request().purpose().protective()
        ? fields.stream()
            .filter(field -> field == MatchField.NAME || field == MatchField.ACCOUNT)
            .toList()
        : fields;
  }

  private static Decision recordMismatch(
      StopOrder order, StopCommand.RecordMismatch command, Instant now) {
    return switch (order.state()) {
      case StopState.Acknowledged _ ->
          accept(
              new StopEvent.MismatchRecorded(
                  new BankAnswer.Mismatch(command.field(), command.operator(), now)));
      case StopState.Issued _,
          StopState.Sent _,
          StopState.Stopped _,
          StopState.Mismatched _,
          StopState.Failed _,
          StopState.NotOurs _,
          StopState.Recalled _,
          StopState.Released _,
          StopState.Lapsed _,
          StopState.Converted _ ->
          wrongState(order, StopStateName.ACKNOWLEDGED);
    };
  }

  private static Decision recordFailure(
      StopOrder order, StopCommand.RecordFailure command, Instant now) {
    return switch (order.state()) {
      case StopState.Acknowledged _ when noCause(command) -> reject(new Rejection.CauseMissing());
      case StopState.Acknowledged _ ->
          accept(
              new StopEvent.FailureRecorded(
                  new BankAnswer.Failure(
                      command.technicalCause(), command.businessCause(), command.operator(), now)));
      case StopState.Issued _,
          StopState.Sent _,
          StopState.Stopped _,
          StopState.Mismatched _,
          StopState.Failed _,
          StopState.NotOurs _,
          StopState.Recalled _,
          StopState.Released _,
          StopState.Lapsed _,
          StopState.Converted _ ->
          wrongState(order, StopStateName.ACKNOWLEDGED);
    };
  }

  private static boolean noCause(StopCommand.RecordFailure command) {
    return command.technicalCause().isBlank() && command.businessCause().isBlank();
  }

  private static Decision recordNotOurs(
      StopOrder order, StopCommand.RecordNotOurs command, Instant now) {
    return switch (order.state()) {
      // ISSUED too: the desk may be faster than the word that the order has reached it.
      case StopState.Issued _ when order.destination() instanceof Destination.Bank ->
          notOurs(command, now);
      case StopState.Sent _, StopState.Acknowledged _ -> notOurs(command, now);
      case StopState.Issued _,
          StopState.Stopped _,
          StopState.Mismatched _,
          StopState.Failed _,
          StopState.NotOurs _,
          StopState.Recalled _,
          StopState.Released _,
          StopState.Lapsed _,
          StopState.Converted _ ->
          wrongState(order, StopStateName.SENT, StopStateName.ACKNOWLEDGED);
    };
  }

  private static Decision notOurs(StopCommand.RecordNotOurs command, Instant now) {
    return accept(
        new StopEvent.NotOursRecorded(
            new BankAnswer.NotOurs(
                command.hint(), command.noSuchAccount(), command.operator(), now)));
  }

  /**
   * The time a bank gives, if it can be: not before {@code earliest} and not after {@code now}, but
   * for the clocks' difference; what then still lies outside counts as the nearest possible time.
   */
  static Optional<Instant> possible(@Nullable Instant given, Instant earliest, Instant now) {
    if (given == null) {
      return Optional.of(now);
    }
    if (given.isBefore(earliest.minus(CLOCK_SKEW_MAX)) || given.isAfter(now.plus(CLOCK_SKEW_MAX))) {
      return Optional.empty();
    }
    Instant notBefore = given.isBefore(earliest) ? earliest : given;
    return Optional.of(notBefore.isAfter(now) ? now : notBefore);
  }

  static Instant given(@Nullable Instant given, Instant now) {
    return given == null ? now : given;
  }
}
