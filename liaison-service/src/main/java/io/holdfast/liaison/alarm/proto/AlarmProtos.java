package io.holdfast.liaison.alarm.proto;

import io.holdfast.kit.mongo.Stored;
import io.holdfast.liaison.alarm.Alarm;
import io.holdfast.liaison.alarm.Cause;
import io.holdfast.liaison.alarm.Wake;
import io.holdfast.liaison.desk.Mailbox;
import io.holdfast.liaison.desk.proto.DeskProtos;
import io.holdfast.liaison.roster.grpc.RosterDesk;
import io.holdfast.proto.liaison.v1.AlarmCause;
import io.holdfast.proto.liaison.v1.AlarmedDesk;
import io.holdfast.proto.liaison.v1.WakeState;

/** Alarms as the contract shows them. */
public final class AlarmProtos {
  private AlarmProtos() {}

  /** An alarm. */
  public static io.holdfast.proto.liaison.v1.Alarm alarm(Stored<Alarm> stored) {
    Alarm alarm = stored.state();
    var message =
        io.holdfast.proto.liaison.v1.Alarm.newBuilder()
            .setId(stored.id())
            .setCause(cause(alarm.cause()))
            .setClock(alarm.cause().clock())
            .setSubject(alarm.subject())
            .setCaseId(alarm.caseId())
            .setBank(alarm.bank())
            .setRaiseTime(DeskProtos.timestamp(alarm.raiseTime()));
    for (Mailbox told : alarm.told()) {
      message.addTold(
          AlarmedDesk.newBuilder()
              .setInstitution(told.institution())
              .setDesk(DeskProtos.desk(told.desk())));
    }
    switch (alarm.wake()) {
      case Wake.Off() -> message.setWake(WakeState.NOT_WAKING);
      case Wake.Due _ -> message.setWake(WakeState.WAKING);
      case Wake.Woken(var role, var time) ->
          message
              .setWake(WakeState.WOKEN)
              .setWoken(RosterDesk.role(role))
              .setWakeTime(DeskProtos.timestamp(time));
      case Wake.Failed(var time) ->
          message.setWake(WakeState.WAKING_FAILED).setWakeTime(DeskProtos.timestamp(time));
      case Wake.NotNeeded(var time) ->
          message.setWake(WakeState.WAKING_NOT_NEEDED).setWakeTime(DeskProtos.timestamp(time));
    }
    return message.build();
  }

  private static AlarmCause cause(Cause cause) {
    return switch (cause) {
      case ARRIVED_UNATTENDED -> AlarmCause.ARRIVED_UNATTENDED;
      case NOT_ACKNOWLEDGED -> AlarmCause.NOT_ACKNOWLEDGED;
    };
  }
}
