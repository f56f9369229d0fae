package io.holdfast.liaison.trace.events;

import io.holdfast.kit.outbox.EventHandler;
import io.holdfast.liaison.desk.proto.DeskProtos;
import io.holdfast.liaison.desk.store.DeskWork;
import io.holdfast.proto.liaison.v1.TraceEvent;
import java.util.List;
import java.util.stream.Stream;

/**
 * Puts on desks and boards what happens to traces. They are this service's own, but take the same
 * way as everybody's events, so that nothing is lost between the trace's write and the desk's.
 */
public final class TraceEvents implements EventHandler<TraceEvent> {
  private final DeskWork work;

  public TraceEvents(DeskWork work) {
    this.work = work;
  }

  @Override
  public Class<TraceEvent> type() {
    return TraceEvent.class;
  }

  @Override
  public void handle(List<Received<TraceEvent>> batch) {
    work.apply(batch.stream().flatMap(TraceEvents::steps).toList());
  }

  private static Stream<DeskWork.Step> steps(Received<TraceEvent> received) {
    return TracePlans.of(received.data()).stream()
        .map(
            plan ->
                new DeskWork.Step(
                    plan,
                    received.event().getSeq(),
                    DeskProtos.instant(received.event().getTime())));
  }
}
