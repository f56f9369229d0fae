package io.holdfast.casefile.desk;

import io.holdfast.casefile.casefile.CaseCommand;
import io.holdfast.casefile.casefile.CaseEvent;
import io.holdfast.casefile.casefile.CaseEvent.CaseAccepted;
import io.holdfast.casefile.casefile.CaseEvent.CaseDeclined;
import io.holdfast.casefile.casefile.CaseEvent.CaseReviewed;
import io.holdfast.casefile.casefile.CaseEvent.EvidenceAdded;
import io.holdfast.casefile.casefile.CaseEvent.LookupRecorded;
import io.holdfast.casefile.casefile.CaseEvent.OrderRecorded;
import io.holdfast.casefile.casefile.CaseEvent.ReportCompleted;
import io.holdfast.casefile.casefile.CaseEvent.SecondOfficerConfirmed;
import io.holdfast.casefile.casefile.CaseEvent.TraceRecorded;
import io.holdfast.casefile.casefile.CaseEvent.TraceRequested;
import io.holdfast.casefile.casefile.CaseEvent.TransfersAdded;
import io.holdfast.casefile.casefile.CaseFile;
import io.holdfast.casefile.casefile.CaseRules;
import io.holdfast.casefile.casefile.Decision.Accepted;
import io.holdfast.casefile.casefile.Decision.Rejected;
import io.holdfast.casefile.wire.CaseFacts;
import io.holdfast.kit.mongo.Change;
import io.holdfast.kit.mongo.Fact;
import io.holdfast.kit.mongo.Stored;
import java.time.Instant;
import java.util.List;

/** What a command makes of a stored case, and whom that is told. */
final class CaseChanges {
  private CaseChanges() {}

  static Change<CaseFile> decided(Stored<CaseFile> stored, CaseCommand command, Instant now) {
    return switch (CaseRules.decide(stored.state(), command, OrderIds.of(stored.id()), now)) {
      case Accepted(var event) -> {
        CaseFile next = CaseRules.evolve(stored.state(), event);
        yield next.equals(stored.state())
            ? Change.none()
            : Change.to(next, facts(stored, next, event));
      }
      case Rejected(var rejection) -> throw Problems.of(rejection);
    };
  }

  private static List<Fact> facts(Stored<CaseFile> stored, CaseFile next, CaseEvent event) {
    var facts = new CaseFacts(stored.id(), stored.policy());
    return switch (event) {
      case TransfersAdded added -> facts.requested(next, added.stops(), added.lookups());
      case ReportCompleted completed ->
          facts.requested(next, completed.stops(), completed.lookups());
      case CaseReviewed _ -> facts.reviewed(next);
      case CaseAccepted _ -> facts.accepted(next);
      case CaseDeclined _ -> facts.declined(next);
      case TraceRequested(var request, _, var time) -> facts.traceRequested(next, request, time);
      case SecondOfficerConfirmed(var word) -> facts.confirmed(next, word);
      case EvidenceAdded _, OrderRecorded _, LookupRecorded _, TraceRecorded _ -> List.of();
    };
  }
}
