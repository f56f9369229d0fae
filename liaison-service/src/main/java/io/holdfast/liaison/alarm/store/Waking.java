package io.holdfast.liaison.alarm.store;

import io.holdfast.kit.mongo.Aggregates;
import io.holdfast.kit.mongo.Change;
import io.holdfast.kit.mongo.Mutation;
import io.holdfast.kit.mongo.Stored;
import io.holdfast.kit.outbox.Waker;
import io.holdfast.kit.time.LegalClock;
import io.holdfast.liaison.alarm.Alarm;
import io.holdfast.liaison.alarm.Cause;
import io.holdfast.liaison.alarm.Outcome;
import io.holdfast.liaison.alarm.Pager;
import io.holdfast.liaison.alarm.Wake;
import io.holdfast.liaison.alarm.WakeRules;
import io.holdfast.liaison.desk.TaskKind;
import io.holdfast.liaison.desk.store.DeskRecords;
import io.holdfast.liaison.directory.Desk;
import io.holdfast.liaison.roster.Duty;
import io.holdfast.liaison.roster.store.RosterBook;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wakes the duty officer of an alarm. The gateway is asked outside of any write and under a key of
 * the alarm and officer, so that whoever dies in between, or two at once, have it send one message.
 */
final class Waking implements Waker {
  private static final Logger LOG = LoggerFactory.getLogger(Waking.class);

  /** Neutral: whoever sees the telephone learns nothing. */
  private static final String TEXT = "【止付通】有紧急事项待处理，请立即登录工作台。";

  private final Aggregates<Alarm> alarms;
  private final Pager pager;
  private final RosterBook rosters;
  private final DeskRecords desks;
  private final LegalClock clock;

  Waking(
      Aggregates<Alarm> alarms,
      Pager pager,
      RosterBook rosters,
      DeskRecords desks,
      LegalClock clock) {
    this.alarms = alarms;
    this.pager = pager;
    this.rosters = rosters;
    this.desks = desks;
    this.clock = clock;
  }

  @Override
  public void wake(String id) {
    Instant now = clock.instant();
    alarms
        .find(id)
        .ifPresent(
            stored -> {
              if (stored.state().wake() instanceof Wake.Due due && !due.nextTime().isAfter(now)) {
                record(id, tried(stored, due));
              }
            });
  }

  private Outcome tried(Stored<Alarm> stored, Wake.Due due) {
    Alarm alarm = stored.state();
    if (!stands(alarm)) {
      return new Outcome.Overtaken();
    }
    Optional<Duty> duty = rosters.onDuty(alarm.bank(), Desk.LIAISON_DESK, due.role());
    if (duty.isEmpty()) {
      return new Outcome.Refused(due.role());
    }
    try {
      pager.wake(stored.id() + '-' + due.role(), duty.get().phone(), TEXT);
      return new Outcome.Taken(due.role());
    } catch (Pager.Refused e) {
      LOG.warn("the gateway refuses to wake officer {} for alarm {}", due.role(), stored.id());
      return new Outcome.Refused(due.role());
    } catch (RuntimeException e) {
      LOG.warn("officer {} not woken for alarm {}: {}", due.role(), stored.id(), e.toString());
      return new Outcome.NotTaken(due.role());
    }
  }

  /** The task that the alarm has put on the first of its desks is done when somebody has acted. */
  private boolean stands(Alarm alarm) {
    return desks.open(
        alarm.subject(),
        switch (alarm.cause()) {
          case ARRIVED_UNATTENDED -> TaskKind.RING_DESK;
          case NOT_ACKNOWLEDGED -> TaskKind.CHASE_STOP;
        },
        alarm.told().getFirst());
  }

  private void record(String id, Outcome outcome) {
    alarms.change(
        id,
        Mutation.clock("", "Wake"),
        seen -> {
          Alarm alarm = seen.state();
          Cause cause = alarm.cause();
          Wake next = WakeRules.after(alarm.wake(), cause, outcome, clock.instant());
          return next.equals(alarm.wake()) ? Change.none() : Change.to(alarm.with(next));
        });
  }
}
