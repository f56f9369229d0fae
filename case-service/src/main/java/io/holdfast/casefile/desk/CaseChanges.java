package io.holdfast.casefile.desk;

import io.holdfast.casefile.casefile.CaseClocks;
import io.holdfast.casefile.casefile.CaseCommand;
import io.holdfast.casefile.casefile.CaseEvent;
import io.holdfast.casefile.casefile.CaseEvent.CaseAccepted;
import io.holdfast.casefile.casefile.CaseEvent.CaseDeclined;
import io.holdfast.casefile.casefile.CaseEvent.CaseReviewed;
import io.holdfast.casefile.casefile.CaseEvent.EvidenceAdded;
import io.holdfast.casefile.casefile.CaseEvent.LookupRecorded;
import io.holdfast.casefile.casefile.CaseEvent.NoticeRecorded;
import io.holdfast.casefile.casefile.CaseEvent.OrderRecorded;
import io.holdfast.casefile.casefile.CaseEvent.ProtectionReleased;
import io.holdfast.casefile.casefile.CaseEvent.ReportCompleted;
import io.holdfast.casefile.casefile.CaseEvent.SecondOfficerConfirmed;
import io.holdfast.casefile.casefile.CaseEvent.TraceRecorded;
import io.holdfast.casefile.casefile.CaseEvent.TraceRequested;
import io.holdfast.casefile.casefile.CaseEvent.TransfersAdded;
import io.holdfast.casefile.casefile.CaseEvent.VictimProtected;
import io.holdfast.casefile.casefile.CaseFile;
import io.holdfast.casefile.casefile.CaseRules;
import io.holdfast.casefile.casefile.Decision.Accepted;
import io.holdfast.casefile.casefile.Decision.Rejected;
import io.holdfast.casefile.wire.CaseFacts;
import io.holdfast.kit.mongo.Change;
import io.holdfast.kit.mongo.Fact;
import io.holdfast.kit.mongo.Stored;
import io.holdfast.proto.access.v1.Receiver;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a command makes of a stored case, and whom that is told. */
final class CaseChanges {
  private CaseChanges() {}

  /**
   * @param clocks starts the clocks that the change brings about
   */
  static Change<CaseFile> decided(
      Stored<CaseFile> stored, CaseCommand command, CaseClocks.Starter clocks, Instant now) {
    return switch (CaseRules.decide(stored.state(), command, OrderIds.of(stored.id()), now)) {
      case Accepted(var event) -> {
        CaseFile next = CaseClocks.followed(CaseRules.evolve(stored.state(), event), clocks, now);
        yield next.equals(stored.state())
            ? Change.none()
            : Change.to(next, facts(stored, next, event, now));
      }
      case Rejected(var rejection) -> throw Problems.of(rejection);
    };
  }

  private static List<Fact> facts(
      Stored<CaseFile> stored, CaseFile next, CaseEvent event, Instant now) {
    var all = new ArrayList<>(own(stored, next, event, now));
    var facts = new CaseFacts(stored.id(), stored.policy(), now);
    // Whatever is told to the desks carries all clocks.
    if (all.stream().noneMatch(fact -> fact.to().contains(Receiver.LIAISON_SERVICE))) {
      CaseClocks.met(stored.state(), next).forEach(clock -> all.add(facts.clockMet(next, clock)));
    }
    return all;
  }

  /** What time has made of a case. */
  static Change<CaseFile> woken(Stored<CaseFile> stored, Instant now) {
    CaseFile next = CaseClocks.told(stored.state(), now);
    if (next.equals(stored.state())) {
      return Change.none();
    }
    var facts = new CaseFacts(stored.id(), stored.policy(), now);
    return Change.to(
        next,
        CaseClocks.news(stored.state(), next).stream()
            .map(clock -> facts.clockTold(next, clock))
            .toList());
  }

  private static List<Fact> own(
      Stored<CaseFile> stored, CaseFile next, CaseEvent event, Instant now) {
    var facts = new CaseFacts(stored.id(), stored.policy(), now);
    return switch (event) {
      case TransfersAdded added ->
          facts.transfers(stored.state(), next, added.stops(), added.lookups());
      case ReportCompleted completed ->
          facts.transfers(stored.state(), next, completed.stops(), completed.lookups());
      case VictimProtected done -> facts.requested(next, done.stops(), List.of());
      case ProtectionReleased done ->
          facts.protectionReleased(next, done.orders(), done.wordForm());
      case CaseReviewed _ -> facts.reviewed(next);
      case CaseAccepted _ -> facts.accepted(next);
      case CaseDeclined _ -> facts.declined(next);
      case TraceRequested(var request, _, var time) -> facts.traceRequested(next, request, time);
      case SecondOfficerConfirmed(var word) -> facts.confirmed(next, word);
      // The clock it meets tells the desks.
      case NoticeRecorded _ -> List.of();
      case EvidenceAdded _, OrderRecorded _, LookupRecorded _, TraceRecorded _ -> List.of();
    };
  }
}
