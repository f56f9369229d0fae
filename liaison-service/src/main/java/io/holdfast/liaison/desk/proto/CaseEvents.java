package io.holdfast.liaison.desk.proto;

import io.holdfast.kit.outbox.EventHandler;
import io.holdfast.liaison.desk.FilingRules;
import io.holdfast.liaison.desk.store.DeskWork;
import io.holdfast.proto.casefile.v1.CaseEvent;
import io.holdfast.proto.event.v1.Event;
import java.util.List;

/** Puts cases on desks and their clocks on boards. */
public final class CaseEvents implements EventHandler<CaseEvent> {
  private final DeskWork work;

  public CaseEvents(DeskWork work) {
    this.work = work;
  }

  @Override
  public Class<CaseEvent> type() {
    return CaseEvent.class;
  }

  @Override
  public void handle(List<Received<CaseEvent>> batch) {
    work.apply(batch.stream().map(CaseEvents::step).toList());
  }

  private static DeskWork.Step step(Received<CaseEvent> received) {
    Event envelope = received.event();
    return new DeskWork.Step(
        FilingRules.of(Cards.note(received.data().getCard())),
        envelope.getSeq(),
        DeskProtos.instant(envelope.getTime()));
  }
}
