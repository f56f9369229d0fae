package io.holdfast.casefile.events;

import io.holdfast.casefile.casefile.CaseCommand;
import io.holdfast.casefile.casefile.CaseFile;
import io.holdfast.casefile.casefile.CaseRules;
import io.holdfast.casefile.casefile.Decision.Accepted;
import io.holdfast.casefile.casefile.Decision.Rejected;
import io.holdfast.casefile.casefile.OrderNames;
import io.holdfast.kit.mongo.Aggregates;
import io.holdfast.kit.mongo.Change;
import io.holdfast.kit.mongo.Mutation;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes into a case what was heard of one of its links; a repeat changes nothing. */
final class Recorder {
  private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);

  private final Aggregates<CaseFile> cases;

  Recorder(Aggregates<CaseFile> cases) {
    this.cases = cases;
  }

  /** Whether the case is here; where not, the log tells which event was for it. */
  boolean knows(String caseId, String eventId) {
    if (cases.find(caseId).isPresent()) {
      return true;
    }
    LOG.warn("event {} for case {}, which is not here", eventId, caseId);
    return false;
  }

  void record(String caseId, String eventId, Mutation by, CaseCommand command, Instant time) {
    cases.change(
        caseId,
        by,
        stored ->
            switch (CaseRules.decide(stored.state(), command, OrderNames.NONE, time)) {
              case Accepted(var event) -> {
                CaseFile next = CaseRules.evolve(stored.state(), event);
                yield next.equals(stored.state()) ? Change.none() : Change.to(next);
              }
              case Rejected(var rejection) -> {
                LOG.warn("event {} for case {}: {}", eventId, caseId, rejection);
                yield Change.none();
              }
            });
  }
}
