package io.holdfast.casefile.events;

import io.holdfast.casefile.casefile.CaseCommand.Asked;
import io.holdfast.casefile.casefile.CaseCommand.RecordOrder;
import io.holdfast.casefile.casefile.CaseFile;
import io.holdfast.casefile.casefile.CaseRules;
import io.holdfast.casefile.casefile.Decision.Accepted;
import io.holdfast.casefile.casefile.Decision.Rejected;
import io.holdfast.casefile.casefile.OrderNames;
import io.holdfast.casefile.casefile.OrderState;
import io.holdfast.kit.mongo.Aggregates;
import io.holdfast.kit.mongo.Change;
import io.holdfast.kit.mongo.Mutation;
import io.holdfast.kit.outbox.EventHandler;
import io.holdfast.proto.event.v1.Event;
import io.holdfast.proto.freezing.v1.StopChange;
import io.holdfast.proto.freezing.v1.StopOrderEvent;
import io.holdfast.proto.freezing.v1.StopState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells cases what becomes of their stop orders. All events of one case in a batch are one write;
 * each order's link keeps the number of the last event heard of it, so that a repeat changes
 * nothing.
 */
public final class StopOrderEvents implements EventHandler<StopOrderEvent> {
  private static final Logger LOG = LoggerFactory.getLogger(StopOrderEvents.class);

  private final Aggregates<CaseFile> cases;

  public StopOrderEvents(Aggregates<CaseFile> cases) {
    this.cases = cases;
  }

  @Override
  public Class<StopOrderEvent> type() {
    return StopOrderEvent.class;
  }

  @Override
  public void handle(List<Received<StopOrderEvent>> batch) {
    Map<String, List<Received<StopOrderEvent>>> byCase = new LinkedHashMap<>();
    for (Received<StopOrderEvent> received : batch) {
      byCase
          .computeIfAbsent(received.data().getCard().getCaseId(), _ -> new ArrayList<>())
          .add(received);
    }
    byCase.forEach(this::record);
  }

  private void record(String caseId, List<Received<StopOrderEvent>> told) {
    if (cases.find(caseId).isEmpty()) {
      LOG.warn("{} events of stop orders for case {}, which is not here", told.size(), caseId);
      return;
    }
    cases.change(
        caseId,
        // Which of several orders' events took effect stands in the links.
        Mutation.unnumbered(told.getLast().event()),
        stored -> {
          CaseFile next = stored.state();
          for (Received<StopOrderEvent> received : told) {
            next = after(next, caseId, received);
          }
          return next.equals(stored.state()) ? Change.none() : Change.to(next);
        });
  }

  private static CaseFile after(CaseFile file, String caseId, Received<StopOrderEvent> received) {
    RecordOrder command = command(received);
    return switch (CaseRules.decide(file, command, OrderNames.NONE, command.time())) {
      case Accepted(var event) -> CaseRules.evolve(file, event);
      case Rejected(var rejection) -> {
        LOG.warn("event {} for case {}: {}", received.event().getId(), caseId, rejection);
        yield file;
      }
    };
  }

  private static RecordOrder command(Received<StopOrderEvent> received) {
    Event event = received.event();
    StopOrderEvent data = received.data();
    return new RecordOrder(
        data.getCard().getStopOrder(),
        event.getSeq(),
        change(data.getChange(), data.getClock()),
        state(data.getCard().getState()),
        event.getActor().getInstitution(),
        data.getAmountFen(),
        Instant.ofEpochSecond(event.getTime().getSeconds(), event.getTime().getNanos()),
        new Asked(
            data.getCard().getOrderNumber(),
            data.getCard().getMaskedAccount(),
            data.getCard().getAmountFen(),
            Math.max(1, data.getCard().getLayer())),
        data.getChange() == StopChange.STOP_MERGED ? data.getNextStopOrder() : "");
  }

  /** A clock's warning names the clock: {@code CLOCK_WARNED:stop}. */
  private static String change(StopChange change, String clock) {
    return clock.isEmpty() ? change.name() : change.name() + ':' + clock;
  }

  private static OrderState state(StopState state) {
    return switch (state) {
      case STOP_STATE_UNSPECIFIED, UNRECOGNIZED -> OrderState.ASKED;
      case ISSUED -> OrderState.ISSUED;
      case SENT -> OrderState.SENT;
      case ACKNOWLEDGED -> OrderState.ACKNOWLEDGED;
      case STOPPED -> OrderState.STOPPED;
      case MISMATCHED -> OrderState.MISMATCHED;
      case FAILED -> OrderState.FAILED;
      case NOT_OURS -> OrderState.NOT_OURS;
      case RECALLED -> OrderState.RECALLED;
      case ANNULLED -> OrderState.ANNULLED;
      case RELEASED -> OrderState.RELEASED;
      case LAPSED -> OrderState.LAPSED;
      case CONVERTED -> OrderState.CONVERTED;
    };
  }
}
