package io.holdfast.liaison.desk.proto;

import io.holdfast.kit.outbox.EventHandler;
import io.holdfast.liaison.desk.DeskRules;
import io.holdfast.liaison.desk.store.DeskWork;
import io.holdfast.proto.event.v1.Event;
import io.holdfast.proto.freezing.v1.StopOrderEvent;
import java.util.List;

/** Puts on desks and boards what happens to stop orders. */
public final class StopOrderEvents implements EventHandler<StopOrderEvent> {
  private final DeskWork work;

  public StopOrderEvents(DeskWork work) {
    this.work = work;
  }

  @Override
  public Class<StopOrderEvent> type() {
    return StopOrderEvent.class;
  }

  @Override
  public void handle(List<Received<StopOrderEvent>> batch) {
    work.apply(batch.stream().map(StopOrderEvents::step).toList());
  }

  private static DeskWork.Step step(Received<StopOrderEvent> received) {
    StopOrderEvent event = received.data();
    Event envelope = received.event();
    return new DeskWork.Step(
        DeskRules.stop(Cards.stop(event.getCard()), Cards.news(event)),
        envelope.getSeq(),
        DeskProtos.instant(envelope.getTime()));
  }
}
