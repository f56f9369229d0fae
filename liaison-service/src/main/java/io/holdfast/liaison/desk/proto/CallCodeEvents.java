package io.holdfast.liaison.desk.proto;

import io.holdfast.kit.outbox.EventHandler;
import io.holdfast.liaison.desk.AdoptionRules;
import io.holdfast.liaison.desk.store.DeskWork;
import io.holdfast.proto.freezing.v1.WrongCallCodes;
import java.util.List;

/** Alarms a bank's desks over wrong one-time codes. */
public final class CallCodeEvents implements EventHandler<WrongCallCodes> {
  private final DeskWork work;

  public CallCodeEvents(DeskWork work) {
    this.work = work;
  }

  @Override
  public Class<WrongCallCodes> type() {
    return WrongCallCodes.class;
  }

  @Override
  public void handle(List<Received<WrongCallCodes>> batch) {
    work.apply(batch.stream().map(CallCodeEvents::step).toList());
  }

  private static DeskWork.Step step(Received<WrongCallCodes> received) {
    WrongCallCodes told = received.data();
    return new DeskWork.Step(
        AdoptionRules.wrongCodes(
            told.getTries(), told.getBank(), told.getRegion(), told.getCount()),
        received.event().getSeq(),
        DeskProtos.instant(received.event().getTime()));
  }
}
