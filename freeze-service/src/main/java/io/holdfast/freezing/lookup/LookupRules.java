package io.holdfast.freezing.lookup;

import static io.holdfast.freezing.lookup.LookupDecision.accept;
import static io.holdfast.freezing.lookup.LookupDecision.reject;

import io.holdfast.freezing.stop.Destination;
import io.holdfast.freezing.stop.Officer;
import io.holdfast.freezing.stop.Operator;
import io.holdfast.freezing.stop.Payee;
import io.holdfast.freezing.stop.SecondOfficer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What may be done with a lookup, and what comes of it. Pure: a new state or command breaks a
 * switch, on purpose.
 */
public final class LookupRules {
  private LookupRules() {}

  /** Decides at {@code now}; what time has brought about by then happens first. */
  public static LookupDecision decide(AccountQuery query, LookupCommand command, Instant now) {
    List<LookupEvent> due = LookupClocks.due(query, now);
    AccountQuery then = LookupEvolution.evolve(query, due);
    return switch (judge(then, command, now)) {
      case LookupDecision.Rejected rejected -> rejected;
      case LookupDecision.Accepted(var events) -> {
        var all = new ArrayList<>(due);
        all.addAll(events);
        yield new LookupDecision.Accepted(all);
      }
    };
  }

  private static LookupDecision judge(AccountQuery query, LookupCommand command, Instant now) {
    return switch (command) {
      case LookupCommand.Acknowledge _ -> acknowledge(query, now);
      case LookupCommand.Answer(var answer, var operator) -> answer(query, answer, operator, now);
      case LookupCommand.Correct correct -> correct(query, correct, now);
      case LookupCommand.Route(var destination) -> route(query, destination, now);
      case LookupCommand.RecordConsent _ -> consent(query, now);
      case LookupCommand.Recall(var reason) -> recall(query, reason, now);
      case LookupCommand.WithdrawMistaken _ -> withdraw(query, now);
      case LookupCommand.FollowOnward(var reason) ->
          query.next() instanceof LookupNext.HeldBack && !recalled(query)
              ? accept(new LookupEvent.OnwardOrdered(reason))
              : reject(new LookupRejection.NotHeldBack());
      case LookupCommand.Settle(int number, var next) -> settle(query, number, next);
      case LookupCommand.ConfirmSecondOfficer(var officer, var time) ->
          confirm(query.request().confirmation(), officer, time);
      case LookupCommand.FireClocks _ -> accept();
    };
  }

  private static LookupDecision acknowledge(AccountQuery query, Instant now) {
    return switch (query.state()) {
      case LookupState.Issued _ when query.destination() instanceof Destination.Bank ->
          accept(new LookupEvent.LookupAcknowledged(now));
      case LookupState.Sent _ -> accept(new LookupEvent.LookupAcknowledged(now));
      case LookupState.Acknowledged _ -> accept();
      case LookupState.Issued _,
          LookupState.Told _,
          LookupState.PassedOn _,
          LookupState.Unable _,
          LookupState.Recalled _ ->
          wrongState(query, LookupStateName.SENT);
    };
  }

  private static LookupDecision answer(
      AccountQuery query, LookupAnswer answer, Operator operator, Instant now) {
    return switch (query.state()) {
      case LookupState.Acknowledged _ ->
          fault(query, answer)
              .map(LookupDecision::reject)
              .orElseGet(
                  () ->
                      accept(new LookupEvent.LookupAnswered(given(query, answer, operator, now))));
      case LookupState.Issued _,
          LookupState.Sent _,
          LookupState.Told _,
          LookupState.PassedOn _,
          LookupState.Unable _,
          LookupState.Recalled _ ->
          wrongState(query, LookupStateName.ACKNOWLEDGED);
    };
  }

  private static GivenAnswer given(
      AccountQuery query, LookupAnswer answer, Operator operator, Instant now) {
    LookupNext next =
        switch (answer) {
          case LookupAnswer.Told _, LookupAnswer.Onward _ -> new LookupNext.Following(false);
          case LookupAnswer.Unable _ -> new LookupNext.EndsHere();
        };
    return new GivenAnswer(query.nextNumber(), answer, operator, now, next);
  }

  private static Optional<LookupRejection> fault(AccountQuery query, LookupAnswer answer) {
    return switch (answer) {
      case LookupAnswer.Told(var payee, _) when partial(payee) ->
          Optional.of(new LookupRejection.PayeePartial());
      case LookupAnswer.Onward onward
          when onward.institution().isBlank() && onward.institutionName().isBlank() ->
          Optional.of(new LookupRejection.OnwardMissing());
      case LookupAnswer.Unable(var why, _)
          when why == LookupAnswer.Why.CONSENT_MISSING
              && query.consent() instanceof Consent.Recorded ->
          Optional.of(new LookupRejection.ConsentOnRecord());
      case LookupAnswer.Told _, LookupAnswer.Onward _, LookupAnswer.Unable _ -> Optional.empty();
    };
  }

  private static boolean partial(Payee payee) {
    String number = payee.number().reveal();
    return number.isBlank() || number.indexOf('*') >= 0;
  }

  private static LookupDecision correct(
      AccountQuery query, LookupCommand.Correct command, Instant now) {
    return switch (query.state()) {
      case LookupState.Told _, LookupState.PassedOn _, LookupState.Unable _ -> {
        if (query.earlierAnswers().size() >= EarlierLookupAnswer.MAX) {
          yield reject(new LookupRejection.CorrectedTooOften(EarlierLookupAnswer.MAX));
        }
        Optional<LookupRejection> fault = fault(query, command.answer());
        if (fault.isPresent()) {
          yield reject(fault.get());
        }
        GivenAnswer before = Objects.requireNonNull(query.answer());
        GivenAnswer given = given(query, command.answer(), command.operator(), now);
        yield accept(
            new LookupEvent.LookupCorrected(new EarlierLookupAnswer(before, command.reason(), now)),
            new LookupEvent.LookupAnswered(
                same(before, given) ? given.with(before.next()) : given));
      }
      case LookupState.Issued _,
          LookupState.Sent _,
          LookupState.Acknowledged _,
          LookupState.Recalled _ ->
          wrongState(
              query, LookupStateName.TOLD, LookupStateName.PASSED_ON, LookupStateName.UNABLE);
    };
  }

  /** Whether both answers lead to the same: then what rests on the first rests on the second. */
  static boolean same(GivenAnswer before, GivenAnswer after) {
    return switch (after.answer()) {
      case LookupAnswer.Told(var payee, _) ->
          before.answer() instanceof LookupAnswer.Told(var told, _) && told.equals(payee);
      case LookupAnswer.Onward onward ->
          before.answer() instanceof LookupAnswer.Onward told
              && told.institution().equals(onward.institution())
              && told.institutionName().equals(onward.institutionName())
              && told.serialNumber().equals(onward.serialNumber());
      case LookupAnswer.Unable _ -> false;
    };
  }

  private static LookupDecision route(
      AccountQuery query, Destination.Bank destination, Instant now) {
    if (query.notTheirs().contains(destination.institution())) {
      return reject(new LookupRejection.AskedBefore(destination.institution()));
    }
    return switch (query.state()) {
      case LookupState.Issued _ when query.destination() instanceof Destination.Unrouted ->
          accept(new LookupEvent.LookupRouted(destination));
      case LookupState.Unable(_, var why) when why == LookupAnswer.Why.PAYER_NOT_OURS ->
          query.earlierAnswers().size() >= EarlierLookupAnswer.MAX
              ? reject(new LookupRejection.CorrectedTooOften(EarlierLookupAnswer.MAX))
              : accept(
                  new LookupEvent.LookupCorrected(earlier(query, "ROUTED_ANEW", now)),
                  new LookupEvent.LookupRouted(destination));
      case LookupState.Issued _,
          LookupState.Sent _,
          LookupState.Acknowledged _,
          LookupState.Told _,
          LookupState.PassedOn _,
          LookupState.Unable _,
          LookupState.Recalled _ ->
          wrongState(query, LookupStateName.UNABLE);
    };
  }

  private static EarlierLookupAnswer earlier(AccountQuery query, String reason, Instant now) {
    return new EarlierLookupAnswer(Objects.requireNonNull(query.answer()), reason, now);
  }

  /** Where its want was the answer, the same institution is asked again. */
  private static LookupDecision consent(AccountQuery query, Instant now) {
    return switch (query.consent()) {
      case Consent.Recorded _ -> accept();
      case Consent.Missing _ ->
          switch (query.state()) {
            case LookupState.Unable(_, var why)
                when why == LookupAnswer.Why.CONSENT_MISSING
                    && query.destination() instanceof Destination.Bank bank ->
                accept(
                    new LookupEvent.ConsentRecorded(now),
                    new LookupEvent.LookupCorrected(earlier(query, "CONSENT_RECORDED", now)),
                    new LookupEvent.LookupRouted(
                        new Destination.Bank(
                            bank.institution(), bank.basis(), bank.reason(), now)));
            case LookupState.Issued _,
                LookupState.Sent _,
                LookupState.Acknowledged _,
                LookupState.Told _,
                LookupState.PassedOn _,
                LookupState.Unable _ ->
                accept(new LookupEvent.ConsentRecorded(now));
            case LookupState.Recalled _ ->
                wrongState(query, LookupStateName.SENT, LookupStateName.UNABLE);
          };
    };
  }

  private static LookupDecision recall(AccountQuery query, String reason, Instant now) {
    return switch (query.state()) {
      case LookupState.Issued _,
          LookupState.Sent _,
          LookupState.Acknowledged _,
          LookupState.Unable _ ->
          accept(new LookupEvent.LookupRecalled(now, LookupState.Cause.POLICE, reason));
      case LookupState.Told _, LookupState.PassedOn _, LookupState.Recalled _ ->
          wrongState(
              query,
              LookupStateName.ISSUED,
              LookupStateName.SENT,
              LookupStateName.ACKNOWLEDGED,
              LookupStateName.UNABLE);
    };
  }

  private static LookupDecision withdraw(AccountQuery query, Instant now) {
    return recalled(query)
        ? accept()
        : accept(new LookupEvent.LookupRecalled(now, LookupState.Cause.ANSWER_CORRECTED, ""));
  }

  private static boolean recalled(AccountQuery query) {
    return query.state() instanceof LookupState.Recalled;
  }

  private static LookupDecision settle(AccountQuery query, int number, LookupNext next) {
    GivenAnswer answer = query.answer();
    return answer != null
            && answer.number() == number
            && answer.next() instanceof LookupNext.Following
            && !recalled(query)
        ? accept(new LookupEvent.AnswerSettled(number, next))
        : accept();
  }

  private static LookupDecision confirm(SecondOfficer word, Officer officer, Instant time) {
    return word instanceof SecondOfficer.Confirmed
        ? accept()
        : accept(
            new LookupEvent.SecondOfficerConfirmed(
                new SecondOfficer.Confirmed(word.dueTime(), officer, time)));
  }

  private static LookupDecision wrongState(AccountQuery query, LookupStateName... allowed) {
    return reject(new LookupRejection.WrongState(query.state().name(), List.of(allowed)));
  }
}
