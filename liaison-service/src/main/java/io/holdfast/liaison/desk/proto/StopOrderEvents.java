package io.holdfast.liaison.desk.proto;

import io.holdfast.kit.outbox.EventHandler;
import io.holdfast.liaison.desk.DeskRules;
import io.holdfast.liaison.desk.Mailbox;
import io.holdfast.liaison.desk.proto.StopFollower.Told;
import io.holdfast.liaison.desk.store.DeskWork;
import io.holdfast.liaison.directory.Desk;
import io.holdfast.proto.freezing.v1.StopOrderEvent;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Puts on desks and boards what happens to stop orders. */
public final class StopOrderEvents implements EventHandler<StopOrderEvent> {
  private final DeskWork work;
  private final UnaryOperator<Set<Mailbox>> forsaken;
  private final List<StopFollower> followers;

  /**
   * @param forsaken those of the desks at which neither man nor machine is, now
   * @param followers who acts on the events afterwards, in this order
   */
  public StopOrderEvents(
      DeskWork work, UnaryOperator<Set<Mailbox>> forsaken, List<StopFollower> followers) {
    this.work = work;
    this.forsaken = forsaken;
    this.followers = List.copyOf(followers);
  }

  @Override
  public Class<StopOrderEvent> type() {
    return StopOrderEvent.class;
  }

  @Override
  public void handle(List<Received<StopOrderEvent>> batch) {
    Set<Mailbox> nobodyAt = nobodyAt(batch);
    List<Told> told = batch.stream().map(received -> told(received, nobodyAt)).toList();
    work.apply(told.stream().map(StopOrderEvents::step).toList());
    followers.forEach(follower -> follower.told(told));
  }

  private Set<Mailbox> nobodyAt(List<Received<StopOrderEvent>> batch) {
    Set<Mailbox> arrivals = new LinkedHashSet<>();
    for (Received<StopOrderEvent> received : batch) {
      if (Cards.arrives(received.data())) {
        arrivals.add(desk(received.data()));
      }
    }
    return arrivals.isEmpty() ? Set.of() : forsaken.apply(arrivals);
  }

  private static Mailbox desk(StopOrderEvent event) {
    return new Mailbox(event.getCard().getBank(), Desk.LIAISON_DESK);
  }

  private static Told told(Received<StopOrderEvent> received, Set<Mailbox> nobodyAt) {
    StopOrderEvent event = received.data();
    return new Told(
        Cards.stop(event.getCard()),
        Cards.news(event, nobodyAt.contains(desk(event))),
        received.event(),
        event);
  }

  private static DeskWork.Step step(Told told) {
    return new DeskWork.Step(
        DeskRules.stop(told.card(), told.news()),
        told.envelope().getSeq(),
        DeskProtos.instant(told.envelope().getTime()));
  }
}
