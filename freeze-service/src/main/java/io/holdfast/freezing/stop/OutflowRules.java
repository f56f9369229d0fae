package io.holdfast.freezing.stop;

import static io.holdfast.freezing.stop.Decision.accept;
import static io.holdfast.freezing.stop.Decision.reject;
import static io.holdfast.freezing.stop.StopRules.wrongState;

import io.holdfast.freezing.stop.StopState.EndCause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Money that moved on: named by the bank, followed once, never more than had come. */
final class OutflowRules {
  private OutflowRules() {}

  static Decision record(StopOrder order, List<Outflow> told, Instant now) {
    return switch (order.state()) {
      case StopState.Stopped _, StopState.Lapsed _, StopState.Released _, StopState.Converted _ -> {
        Optional<Rejection> impossible = impossible(order, told, statement(order), now);
        yield impossible.isPresent()
            ? reject(impossible.get())
            : new Decision.Accepted(recorded(order, told));
      }
      case StopState.Issued _,
          StopState.Sent _,
          StopState.Acknowledged _,
          StopState.Mismatched _,
          StopState.Failed _,
          StopState.NotOurs _,
          StopState.Recalled _ ->
          wrongState(
              order,
              StopStateName.STOPPED,
              StopStateName.LAPSED,
              StopStateName.RELEASED,
              StopStateName.CONVERTED);
    };
  }

  /** The event of what is new among those told; told again, an outflow is the same one. */
  static List<StopEvent> recorded(StopOrder order, List<Outflow> told) {
    List<Outflow> fresh = fresh(order, told);
    if (fresh.isEmpty()) {
      return List.of();
    }
    var numbered = new ArrayList<Outflow>();
    for (Outflow each : fresh) {
      numbered.add(each.numbered(order.outflows().size() + numbered.size() + 1));
    }
    return List.of(new StopEvent.OutflowsRecorded(numbered));
  }

  /** What is wrong with outflows as told, if anything. */
  static Optional<Rejection> impossible(
      StopOrder order, List<Outflow> told, List<StatementLine> statement, Instant now) {
    Instant earliest = earliest(order);
    for (int i = 0; i < told.size(); i++) {
      Outflow each = told.get(i);
      if (each.kind() == Outflow.Kind.TO_ACCOUNT && unknown(each)) {
        return Optional.of(new Rejection.OutflowPayeeMissing(i + 1));
      }
      if (AnswerRules.possible(each.time(), earliest, now).isEmpty()) {
        return Optional.of(new Rejection.OutflowTimeImpossible(i + 1, each.time(), earliest, now));
      }
      if (!StatementLine.fits(statement, each)) {
        return Optional.of(new Rejection.OutflowLineWrong(i + 1, each.line()));
      }
    }
    List<Outflow> fresh = fresh(order, told);
    if (order.outflows().size() + fresh.size() > Outflow.MAX) {
      return Optional.of(new Rejection.OutflowsFull(Outflow.MAX));
    }
    long gone = sum(order.outflows().stream().filter(Outflow::stands).toList()) + sum(fresh);
    return gone > order.receivedFen()
        ? Optional.of(new Rejection.OutflowsExceedReceived(gone, order.receivedFen()))
        : Optional.empty();
  }

  private static List<Outflow> fresh(StopOrder order, List<Outflow> told) {
    var known = new ArrayList<>(order.outflows().stream().filter(Outflow::stands).toList());
    var fresh = new ArrayList<Outflow>();
    for (Outflow each : told) {
      if (known.stream().noneMatch(each::tells)) {
        fresh.add(each);
        known.add(each);
      }
    }
    return fresh;
  }

  private static boolean unknown(Outflow outflow) {
    Payee payee = outflow.payee();
    return payee == null || payee.number().reveal().isBlank();
  }

  /** Nothing left before the first of it came, as exactly as the victim remembers. */
  static Instant earliest(StopOrder order) {
    Instant first = order.request().issueTime();
    for (TransferOut transfer : order.request().transfers()) {
      first = transfer.time().isBefore(first) ? transfer.time() : first;
    }
    for (TransferOut transfer : order.laterTransfers()) {
      first = transfer.time().isBefore(first) ? transfer.time() : first;
    }
    for (Inflow inflow : order.inflows()) {
      first = inflow.time().isBefore(first) ? inflow.time() : first;
    }
    return first.minus(order.limits().near());
  }

  private static List<StatementLine> statement(StopOrder order) {
    return order.answer() instanceof BankAnswer.Held held ? held.statement() : List.of();
  }

  private static long sum(List<Outflow> outflows) {
    return outflows.stream().mapToLong(Outflow::amountFen).sum();
  }

  static Decision settle(StopOrder order, int number, Outflow.Next next) {
    boolean waits =
        order
            .outflow(number)
            .filter(each -> each.next() instanceof Outflow.Next.Opening)
            .isPresent();
    return waits ? accept(new StopEvent.OutflowSettled(number, next)) : accept();
  }

  static Decision openNextLayer(StopOrder order, int number, String reason) {
    Optional<Outflow> outflow = order.outflow(number);
    if (outflow.isEmpty()) {
      return reject(new Rejection.OutflowUnknown(number));
    }
    return outflow.get().next() instanceof Outflow.Next.HeldBack
        ? accept(new StopEvent.NextLayerOrdered(number, reason))
        : reject(new Rejection.OutflowNotHeldBack(number));
  }

  static Decision join(StopOrder order, Inflow inflow) {
    boolean known = order.inflows().stream().anyMatch(each -> inflow.source().upTo(each.source()));
    return known ? accept() : accept(new StopEvent.InflowJoined(inflow));
  }

  static Decision leave(StopOrder order, Inflow.Source source, Instant now) {
    boolean known = order.inflows().stream().anyMatch(each -> each.source().upTo(source));
    return known ? ending(order, new StopEvent.InflowLeft(source), now) : accept();
  }

  /** The order stays where other money of the case has come to its account meanwhile. */
  static Decision withdrawMistaken(StopOrder order, Instant now) {
    return order.founded() ? ending(order, new StopEvent.PaymentWithdrawn(now), now) : accept();
  }

  /** What was taken back, and with it an order that nothing of the case speaks for any more. */
  private static Decision ending(StopOrder order, StopEvent takenBack, Instant now) {
    var events = new ArrayList<StopEvent>();
    events.add(takenBack);
    StopOrder after = Evolution.evolve(order, takenBack);
    if (after.baseless()) {
      events.addAll(ended(after, now));
    }
    return new Decision.Accepted(events);
  }

  private static List<StopEvent> ended(StopOrder order, Instant now) {
    return switch (order.state()) {
      case StopState.Issued _, StopState.Sent _, StopState.Acknowledged _ ->
          List.of(new StopEvent.StopRecalled(now, EndCause.ANSWER_CORRECTED, ""));
      case StopState.Stopped _ ->
          withdrawing(order, ShareRules.release(order, EndCause.ANSWER_CORRECTED, "", now), now);
      case StopState.Mismatched _,
          StopState.Failed _,
          StopState.NotOurs _,
          StopState.Recalled _,
          StopState.Released _,
          StopState.Lapsed _,
          StopState.Converted _ ->
          List.of();
    };
  }

  /** What this account was said to have passed on was never the case's money either. */
  private static List<StopEvent> withdrawing(StopOrder order, StopEvent end, Instant now) {
    List<Integer> standing =
        order.outflows().stream().filter(Outflow::stands).map(Outflow::number).toList();
    return standing.isEmpty()
        ? List.of(end)
        : List.of(end, new StopEvent.OutflowsWithdrawn(standing, now));
  }
}
