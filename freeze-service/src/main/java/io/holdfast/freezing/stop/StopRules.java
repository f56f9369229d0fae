package io.holdfast.freezing.stop;

import static io.holdfast.freezing.stop.Decision.accept;
import static io.holdfast.freezing.stop.Decision.reject;

import io.holdfast.freezing.stop.StopState.EndCause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What may be done with an order, and what comes of it. Pure: a new state or command breaks a
 * switch, on purpose.
 */
public final class StopRules {
  private StopRules() {}

  /**
   * Decides on a command at {@code now}. What time has brought about by then happens first and is
   * told with it, so that a command meets the same order whether a sweeper has passed or not.
   */
  public static Decision decide(StopOrder order, StopCommand command, Instant now) {
    List<StopEvent> due = Clocks.due(order, now);
    StopOrder then = Evolution.evolve(order, due);
    return switch (judge(then, command, now)) {
      case Decision.Rejected rejected -> rejected;
      case Decision.Accepted(var events) -> {
        var all = new ArrayList<>(due);
        all.addAll(events);
        yield new Decision.Accepted(all.isEmpty() ? all : ShareRules.completed(order, all, now));
      }
    };
  }

  private static Decision judge(StopOrder order, StopCommand command, Instant now) {
    return order.spoken().awaitsCase() && wantsCase(order, command)
        ? reject(new Rejection.AdoptionMissing())
        : judged(order, command, now);
  }

  /**
   * What the police may want only of an order they stand behind; who shares its stop stands behind
   * his own.
   */
  private static boolean wantsCase(StopOrder order, StopCommand command) {
    boolean shared = !order.shares().interests().isEmpty();
    return (command instanceof StopCommand.RequestExtension && !shared)
        || (command instanceof StopCommand.KeepInterest(var of) && of.isEmpty())
        || command instanceof StopCommand.MarkCorrected
        || command instanceof StopCommand.OpenNextLayer
        || command instanceof StopCommand.Route
        || command instanceof StopCommand.Convert;
  }

  private static Decision judged(StopOrder order, StopCommand command, Instant now) {
    if (order.joined() && ShareRules.ofBank(command)) {
      return wrongState(order);
    }
    return switch (command) {
      case StopCommand.Acknowledge _ -> acknowledge(order, now);
      case StopCommand.Answer answer -> AnswerRules.judge(order, answer, now);
      case StopCommand.CorrectAnswer correct -> CorrectionRules.correctAnswer(order, correct, now);
      case StopCommand.RecordOutflows(var outflows) -> OutflowRules.record(order, outflows, now);
      case StopCommand.SettleOutflow(int number, var next) ->
          OutflowRules.settle(order, number, next);
      case StopCommand.OpenNextLayer(int number, var reason) ->
          OutflowRules.openNextLayer(order, number, reason);
      case StopCommand.JoinInflow(var inflow) -> OutflowRules.join(order, inflow);
      case StopCommand.LeaveInflow(var source) -> OutflowRules.leave(order, source, now);
      case StopCommand.WithdrawMistaken _ -> OutflowRules.withdrawMistaken(order, now);
      case StopCommand.MarkCorrected(var put) -> CorrectionRules.markCorrected(order, put);
      case StopCommand.ConfirmLift confirm -> CorrectionRules.confirmLift(order, confirm, now);
      case StopCommand.Recall(var reason) -> recall(order, reason, now);
      case StopCommand.Release(var reason) -> release(order, EndCause.POLICE, reason, now);
      case StopCommand.ReleaseOverdue(var reason) -> releaseOverdue(order, reason, now);
      case StopCommand.RequestExtension request -> ExtensionRules.request(order, request, now);
      case StopCommand.RecordExtension grant -> ExtensionRules.record(order, grant, now);
      case StopCommand.RefuseExtension refusal -> ExtensionRules.refuse(order, refusal, now);
      case StopCommand.CorrectToExtension right -> ExtensionCorrection.correct(order, right, now);
      case StopCommand.CorrectToRefusal right -> ExtensionCorrection.correct(order, right, now);
      case StopCommand.Route(var destination, var seal) -> route(order, destination, seal);
      case StopCommand.Convert(var freeze) -> convert(order, freeze, now);
      case StopCommand.TakeCount(int place) -> takeCount(order, place);
      case StopCommand.ExceedCount(int max) -> exceedCount(order, max, now);
      case StopCommand.PostponeCount(var retry) -> postponeCount(order, retry);
      case StopCommand.ConfirmSecondOfficer(var officer, var time) ->
          confirm(order.request().confirmation(), officer, time);
      case StopCommand.FireClocks _ -> accept();
      case StopCommand.OfShares shares -> ShareRules.judge(order, shares, now);
      case StopCommand.OfPaper paper -> PaperRules.judge(order, paper, now);
      case StopCommand.OfPhone phone -> PhoneRules.judge(order, phone, now);
    };
  }

  private static Decision acknowledge(StopOrder order, Instant now) {
    return switch (order.state()) {
      case StopState.Issued _ when order.destination() instanceof Destination.Bank ->
          accept(new StopEvent.StopAcknowledged(now));
      case StopState.Sent _ -> accept(new StopEvent.StopAcknowledged(now));
      case StopState.Acknowledged _ -> accept();
      case StopState.Issued _,
          StopState.Stopped _,
          StopState.Mismatched _,
          StopState.Failed _,
          StopState.NotOurs _,
          StopState.Recalled _,
          StopState.Released _,
          StopState.Lapsed _,
          StopState.Converted _ ->
          wrongState(order, StopStateName.SENT);
    };
  }

  private static Decision recall(StopOrder order, String reason, Instant now) {
    return switch (order.state()) {
      case StopState.Issued _, StopState.Sent _, StopState.Acknowledged _ ->
          accept(new StopEvent.StopRecalled(now, EndCause.POLICE, reason));
      case StopState.Stopped _,
          StopState.Mismatched _,
          StopState.Failed _,
          StopState.NotOurs _,
          StopState.Recalled _,
          StopState.Released _,
          StopState.Lapsed _,
          StopState.Converted _ ->
          wrongState(order, StopStateName.ISSUED, StopStateName.SENT, StopStateName.ACKNOWLEDGED);
    };
  }

  static Decision release(StopOrder order, EndCause cause, String reason, Instant now) {
    return switch (order.state()) {
      case StopState.Stopped _ -> accept(ShareRules.release(order, cause, reason, now));
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

  /** The bank's right when the 24 hours are missed; nothing is released by itself. */
  private static Decision releaseOverdue(StopOrder order, String reason, Instant now) {
    if (!order.limits().overdueRelease()) {
      return reject(new Rejection.OverdueReleaseNotAllowed(order.limits().policy()));
    }
    return order.paper().state() instanceof PaperState.Overdue
        ? release(order, EndCause.PAPER_OVERDUE, reason, now)
        : reject(new Rejection.PaperNotOverdue(order.paper().state().name()));
  }

  private static Decision route(StopOrder order, Destination.Bank destination, Seal seal) {
    return switch (order.state()) {
      case StopState.Issued _ when order.destination() instanceof Destination.Unrouted ->
          accept(new StopEvent.StopRouted(destination, seal));
      case StopState.NotOurs _ -> reroute(order, destination, seal);
      case StopState.Issued _,
          StopState.Sent _,
          StopState.Acknowledged _,
          StopState.Stopped _,
          StopState.Mismatched _,
          StopState.Failed _,
          StopState.Recalled _,
          StopState.Released _,
          StopState.Lapsed _,
          StopState.Converted _ ->
          wrongState(order, StopStateName.NOT_OURS);
    };
  }

  /** To any bank but those whose account it is not: so it never goes in a circle. */
  private static Decision reroute(StopOrder order, Destination.Bank destination, Seal seal) {
    String bank = destination.institution();
    if (order.refusedBy(bank) || order.destination().bank().equals(bank)) {
      return reject(new Rejection.BankAskedBefore(bank));
    }
    return order.asked().size() >= AskedBank.MAX
        ? reject(new Rejection.BanksAskedFull(AskedBank.MAX))
        : accept(new StopEvent.StopRouted(destination, seal));
  }

  private static Decision convert(StopOrder order, String freeze, Instant now) {
    return switch (order.state()) {
      case StopState.Stopped _ -> accept(new StopEvent.StopConverted(now, freeze));
      case StopState.Converted(_, var by) when by.equals(freeze) -> accept();
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

  private static Decision takeCount(StopOrder order, int place) {
    return order.count() instanceof Count.Pending
        ? accept(new StopEvent.CountTaken(place))
        : accept();
  }

  /** A stop beyond the count is withdrawn as soon as that is known, even one already made. */
  private static Decision exceedCount(StopOrder order, int max, Instant now) {
    if (!(order.count() instanceof Count.Pending)) {
      return accept();
    }
    return switch (order.state()) {
      case StopState.Issued _, StopState.Sent _, StopState.Acknowledged _, StopState.Stopped _ ->
          accept(new StopEvent.StopWithdrawn(now, max));
      case StopState.Mismatched _,
          StopState.Failed _,
          StopState.NotOurs _,
          StopState.Recalled _,
          StopState.Released _,
          StopState.Lapsed _,
          StopState.Converted _ ->
          accept(new StopEvent.CountExceeded(max));
    };
  }

  private static Decision postponeCount(StopOrder order, Instant retry) {
    return order.count() instanceof Count.Pending
        ? accept(new StopEvent.CountPostponed(retry))
        : accept();
  }

  /** Whatever became of the order, his word stands; given twice it is given once. */
  private static Decision confirm(SecondOfficer word, Officer officer, Instant time) {
    return switch (word) {
      case SecondOfficer.Confirmed _ -> accept();
      case SecondOfficer.Unconfirmed(var due) ->
          accept(
              new StopEvent.SecondOfficerConfirmed(
                  new SecondOfficer.Confirmed(due, officer, time)));
      case SecondOfficer.Overdue(var due) ->
          accept(
              new StopEvent.SecondOfficerConfirmed(
                  new SecondOfficer.Confirmed(due, officer, time)));
    };
  }

  static Decision wrongState(StopOrder order, StopStateName... allowed) {
    return reject(new Rejection.WrongState(order.state().name(), List.of(allowed)));
  }
}
