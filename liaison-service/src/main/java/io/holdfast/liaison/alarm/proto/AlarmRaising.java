package io.holdfast.liaison.alarm.proto;

import io.holdfast.liaison.alarm.Cause;
import io.holdfast.liaison.alarm.store.AlarmBook;
import io.holdfast.liaison.alarm.store.AlarmBook.Raised;
import io.holdfast.liaison.desk.DeskRules;
import io.holdfast.liaison.desk.proto.StopFollower;
import java.util.List;
import java.util.Optional;

/**
 * Raises an alarm over an order that nobody takes in hand. Its tasks lie on their desks by then, so
 * whoever wakes the duty officer finds whether they still do.
 */
public final class AlarmRaising implements StopFollower {
  private final AlarmBook alarms;

  public AlarmRaising(AlarmBook alarms) {
    this.alarms = alarms;
  }

  @Override
  public void told(List<Told> events) {
    alarms.raise(events.stream().flatMap(told -> raised(told).stream()).toList());
  }

  private static Optional<Raised> raised(Told told) {
    if (DeskRules.unattended(told.card(), told.news())) {
      return Optional.of(new Raised(told.card().lying(), Cause.ARRIVED_UNATTENDED));
    }
    return DeskRules.unacknowledged(told.card(), told.news())
        ? Optional.of(new Raised(told.card().lying(), Cause.NOT_ACKNOWLEDGED))
        : Optional.empty();
  }
}
