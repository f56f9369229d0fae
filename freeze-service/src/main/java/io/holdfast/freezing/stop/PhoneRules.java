package io.holdfast.freezing.stop;

import static io.holdfast.freezing.stop.Decision.accept;
import static io.holdfast.freezing.stop.Decision.reject;

import io.holdfast.freezing.phone.Adoption;
import io.holdfast.freezing.phone.Decider;
import io.holdfast.freezing.phone.OralNotice;
import io.holdfast.freezing.phone.Spoken;
import io.holdfast.freezing.stop.StopState.EndCause;
import java.time.Instant;

/**
 * What is spoken about an order: calls, who stands behind it, and the bank's right if nobody does.
 */
final class PhoneRules {
  private PhoneRules() {}

  static Decision judge(StopOrder order, StopCommand.OfPhone command, Instant now) {
    return switch (command) {
      case StopCommand.RecordNotice(var notice) -> notice(order.spoken(), notice);
      case StopCommand.RecordCallback(var proof) ->
          order.spoken().notices().isEmpty()
              ? reject(new Rejection.OralNoticeMissing())
              : accept(new StopEvent.CallbackRecorded(proof));
      case StopCommand.Adopt adopt -> adopt(order, adopt, now);
      case StopCommand.Disown(var by, var reason) -> disown(order, by, reason, now);
      case StopCommand.ReleaseUnadopted(var reason) -> release(order, reason, now);
    };
  }

  private static Decision notice(Spoken spoken, OralNotice notice) {
    return spoken.notices().size() < Spoken.NOTICES_MAX
        ? accept(new StopEvent.OralNoticeRecorded(notice))
        : reject(new Rejection.OralNoticesFull(Spoken.NOTICES_MAX));
  }

  /** Late is better than never, and who disowned by mistake may put it right. */
  private static Decision adopt(StopOrder order, StopCommand.Adopt command, Instant now) {
    return switch (order.spoken().adoption()) {
      case null -> reject(new Rejection.AdoptionNotOwed());
      case Adoption.Awaited(var term) -> adopted(order, term, command, now);
      case Adoption.Unadopted(var term) -> adopted(order, term, command, now);
      case Adoption.Disowned(var term, _, _, _) -> adopted(order, term, command, now);
      case Adoption.Adopted _ when order.request().caseId().equals(command.caseId()) -> accept();
      case Adoption.Adopted _ -> reject(new Rejection.AdoptedAlready(order.request().caseId()));
    };
  }

  private static Decision adopted(
      StopOrder order, Adoption.Term term, StopCommand.Adopt command, Instant now) {
    Instant due = now.plus(order.limits().secondOfficer().length());
    Instant confirmed = command.confirmTime();
    SecondOfficer word =
        confirmed == null
            ? new SecondOfficer.Unconfirmed(due)
            : new SecondOfficer.Confirmed(due, command.secondOfficer(), confirmed);
    Officer officer = command.officer();
    return accept(
        new StopEvent.StopAdopted(
            new Adoption.Adopted(term, new Decider(officer.name(), officer.number()), now),
            order.request().adopted(command.caseId(), officer, command.secondOfficer(), word),
            command.seal()));
  }

  private static Decision disown(StopOrder order, Decider by, String reason, Instant now) {
    return switch (order.spoken().adoption()) {
      case null -> reject(new Rejection.AdoptionNotOwed());
      case Adoption.Awaited(var term) ->
          accept(new StopEvent.StopDisowned(new Adoption.Disowned(term, by, now, reason)));
      case Adoption.Unadopted(var term) ->
          accept(new StopEvent.StopDisowned(new Adoption.Disowned(term, by, now, reason)));
      case Adoption.Disowned _ -> accept();
      case Adoption.Adopted _ -> reject(new Rejection.AdoptedAlready(order.request().caseId()));
    };
  }

  /** The bank's right where nobody stands behind the order; nothing is released by itself. */
  private static Decision release(StopOrder order, String reason, Instant now) {
    Adoption adoption = order.spoken().adoption();
    return adoption != null && adoption.forsaken()
        ? StopRules.release(order, EndCause.NOT_ADOPTED, reason, now)
        : reject(new Rejection.NotUnadopted(adoption == null ? null : adoption.name()));
  }
}
