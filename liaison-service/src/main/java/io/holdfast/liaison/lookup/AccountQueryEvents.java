package io.holdfast.liaison.lookup;

import io.holdfast.kit.outbox.EventHandler;
import io.holdfast.liaison.alarm.Cause;
import io.holdfast.liaison.alarm.store.AlarmBook;
import io.holdfast.liaison.alarm.store.AlarmBook.Raised;
import io.holdfast.liaison.desk.Mailbox;
import io.holdfast.liaison.desk.proto.DeskProtos;
import io.holdfast.liaison.desk.store.DeskWork;
import io.holdfast.proto.freezing.v1.AccountQueryEvent;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Puts urgent lookups on desks and boards, and raises an alarm over one that nobody takes in hand,
 * as over a stop order.
 */
public final class AccountQueryEvents implements EventHandler<AccountQueryEvent> {
  private final DeskWork work;
  private final UnaryOperator<Set<Mailbox>> forsaken;
  private final AlarmBook alarms;

  /**
   * @param forsaken those of the desks at which neither man nor machine is, now
   */
  public AccountQueryEvents(DeskWork work, UnaryOperator<Set<Mailbox>> forsaken, AlarmBook alarms) {
    this.work = work;
    this.forsaken = forsaken;
    this.alarms = alarms;
  }

  @Override
  public Class<AccountQueryEvent> type() {
    return AccountQueryEvent.class;
  }

  @Override
  public void handle(List<Received<AccountQueryEvent>> batch) {
    Set<Mailbox> arrivals = new LinkedHashSet<>();
    for (Received<AccountQueryEvent> received : batch) {
      if (LookupPlans.arrives(received.data())) {
        arrivals.add(LookupPlans.desk(received.data().getCard()));
      }
    }
    Set<Mailbox> nobodyAt = arrivals.isEmpty() ? Set.of() : forsaken.apply(arrivals);
    work.apply(batch.stream().map(received -> step(received, nobodyAt)).toList());
    alarms.raise(batch.stream().flatMap(received -> raised(received.data(), nobodyAt)).toList());
  }

  private static DeskWork.Step step(Received<AccountQueryEvent> received, Set<Mailbox> nobodyAt) {
    AccountQueryEvent event = received.data();
    return new DeskWork.Step(
        LookupPlans.of(event, nobodyAt.contains(LookupPlans.desk(event.getCard()))),
        received.event().getSeq(),
        DeskProtos.instant(received.event().getTime()));
  }

  private static Stream<Raised> raised(AccountQueryEvent event, Set<Mailbox> nobodyAt) {
    var lying = LookupPlans.lying(event.getCard());
    if (LookupPlans.arrives(event) && nobodyAt.contains(LookupPlans.desk(event.getCard()))) {
      return Stream.of(new Raised(lying, Cause.ARRIVED_UNATTENDED));
    }
    return LookupPlans.unacknowledged(event)
        ? Stream.of(new Raised(lying, Cause.NOT_ACKNOWLEDGED))
        : Stream.empty();
  }
}
