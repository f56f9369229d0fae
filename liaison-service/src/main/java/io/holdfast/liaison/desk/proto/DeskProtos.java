package io.holdfast.liaison.desk.proto;

import com.google.protobuf.Timestamp;
import io.holdfast.liaison.desk.BoardClock;
import io.holdfast.liaison.desk.Task;
import io.holdfast.liaison.desk.TaskKind;
import io.holdfast.liaison.desk.TaskView;
import io.holdfast.liaison.directory.Desk;
import io.holdfast.proto.liaison.v1.TaskState;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Tasks and clocks as the contract shows them. */
public final class DeskProtos {
  private DeskProtos() {}

  /** A task as it stood in {@code view}. */
  public static io.holdfast.proto.liaison.v1.Task task(String id, Task task, TaskView view) {
    var message =
        io.holdfast.proto.liaison.v1.Task.newBuilder()
            .setId(id)
            .setKind(kind(task.kind()))
            .setState(view.open() ? TaskState.OPEN : TaskState.DONE)
            .setInstitution(task.mailbox().institution())
            .setDesk(desk(task.mailbox().desk()))
            .setSubject(task.subject())
            .setCaseId(task.caseId())
            .setLabel(task.label())
            .setAmountFen(task.amountFen())
            .setOpenTime(timestamp(view.openTime()))
            .setUrgency(view.urgency().level());
    Instant due = view.dueTime();
    if (due != null) {
      message.setDueTime(timestamp(due));
    }
    Instant done = view.doneTime();
    if (done != null) {
      message.setDoneTime(timestamp(done));
    }
    return message.build();
  }

  /** A clock of the board. */
  public static io.holdfast.proto.liaison.v1.BoardClock clock(String id, BoardClock clock) {
    return io.holdfast.proto.liaison.v1.BoardClock.newBuilder()
        .setId(id)
        .setName(clock.name())
        .setSubject(clock.subject())
        .setCaseId(clock.caseId())
        .setHolder(clock.holder().institution())
        .setHolderDesk(desk(clock.holder().desk()))
        .setStartTime(timestamp(clock.startTime()))
        .setDueTime(timestamp(clock.dueTime()))
        .setMissed(clock.missed())
        .setBasis(clock.basis())
        .build();
  }

  /** A desk's name in the contract. */
  public static io.holdfast.proto.liaison.v1.Desk desk(Desk desk) {
    return switch (desk) {
      case UNIT_DESK -> io.holdfast.proto.liaison.v1.Desk.UNIT_DESK;
      case LIAISON_DESK -> io.holdfast.proto.liaison.v1.Desk.LIAISON_DESK;
      case SECURITY_DESK -> io.holdfast.proto.liaison.v1.Desk.SECURITY_DESK;
      case TRACE_DESK -> io.holdfast.proto.liaison.v1.Desk.TRACE_DESK;
      case SUPERVISOR_DESK -> io.holdfast.proto.liaison.v1.Desk.SUPERVISOR_DESK;
    };
  }

  /** A desk that the contract has let in. */
  public static Desk desk(io.holdfast.proto.liaison.v1.Desk desk) {
    return switch (desk) {
      case UNIT_DESK -> Desk.UNIT_DESK;
      case LIAISON_DESK -> Desk.LIAISON_DESK;
      case SECURITY_DESK -> Desk.SECURITY_DESK;
      case TRACE_DESK -> Desk.TRACE_DESK;
      case SUPERVISOR_DESK -> Desk.SUPERVISOR_DESK;
      case DESK_UNSPECIFIED, UNRECOGNIZED ->
          throw new IllegalArgumentException("desk: " + desk + " (expected: validated before)");
    };
  }

  private static io.holdfast.proto.liaison.v1.TaskKind kind(TaskKind kind) {
    return switch (kind) {
      case ANSWER_STOP -> io.holdfast.proto.liaison.v1.TaskKind.ANSWER_STOP;
      case ANSWER_EXTENSION -> io.holdfast.proto.liaison.v1.TaskKind.ANSWER_EXTENSION;
      case DELIVER_PAPER -> io.holdfast.proto.liaison.v1.TaskKind.DELIVER_PAPER;
      case COUNTERSIGN_PAPER -> io.holdfast.proto.liaison.v1.TaskKind.COUNTERSIGN_PAPER;
      case ROUTE_STOP -> io.holdfast.proto.liaison.v1.TaskKind.ROUTE_STOP;
      case STOP_ENDING -> io.holdfast.proto.liaison.v1.TaskKind.STOP_ENDING;
      case DECIDE_FILING -> io.holdfast.proto.liaison.v1.TaskKind.DECIDE_FILING;
      case CONFIRM_LIFT -> io.holdfast.proto.liaison.v1.TaskKind.CONFIRM_LIFT;
      case DECIDE_LAYER -> io.holdfast.proto.liaison.v1.TaskKind.DECIDE_LAYER;
      case MEND_STOP -> io.holdfast.proto.liaison.v1.TaskKind.MEND_STOP;
      case APPROVE_TRACE -> io.holdfast.proto.liaison.v1.TaskKind.APPROVE_TRACE;
      case ANSWER_HOP -> io.holdfast.proto.liaison.v1.TaskKind.ANSWER_HOP;
      case ROUTE_HOP -> io.holdfast.proto.liaison.v1.TaskKind.ROUTE_HOP;
      case RENEW_TRACE_PAPER -> io.holdfast.proto.liaison.v1.TaskKind.RENEW_TRACE_PAPER;
      case ESCALATED_HOP -> io.holdfast.proto.liaison.v1.TaskKind.ESCALATED_HOP;
      case GIVE_WORD -> io.holdfast.proto.liaison.v1.TaskKind.GIVE_WORD;
      case FIND_SUBJECTS -> io.holdfast.proto.liaison.v1.TaskKind.FIND_SUBJECTS;
      case RING_DESK -> io.holdfast.proto.liaison.v1.TaskKind.RING_DESK;
      case CHASE_STOP -> io.holdfast.proto.liaison.v1.TaskKind.CHASE_STOP;
      case ANSWER_LOOKUP -> io.holdfast.proto.liaison.v1.TaskKind.ANSWER_LOOKUP;
      case ROUTE_LOOKUP -> io.holdfast.proto.liaison.v1.TaskKind.ROUTE_LOOKUP;
      case MEND_LOOKUP -> io.holdfast.proto.liaison.v1.TaskKind.MEND_LOOKUP;
      case MOVE_CASE -> io.holdfast.proto.liaison.v1.TaskKind.MOVE_CASE;
      case SERVE_NOTICE -> io.holdfast.proto.liaison.v1.TaskKind.SERVE_NOTICE;
      case STOP_FAILED -> io.holdfast.proto.liaison.v1.TaskKind.STOP_FAILED;
      case STOP_WITHDRAWN -> io.holdfast.proto.liaison.v1.TaskKind.STOP_WITHDRAWN;
      case EXTENSION_REFUSED -> io.holdfast.proto.liaison.v1.TaskKind.EXTENSION_REFUSED;
      case ADOPT_STOP -> io.holdfast.proto.liaison.v1.TaskKind.ADOPT_STOP;
      case UNADOPTED_STOP -> io.holdfast.proto.liaison.v1.TaskKind.UNADOPTED_STOP;
      case WRONG_CALL_CODES -> io.holdfast.proto.liaison.v1.TaskKind.WRONG_CALL_CODES;
    };
  }

  /** A time as the contract shows it. */
  public static Timestamp timestamp(Instant time) {
    return Timestamp.newBuilder()
        .setSeconds(time.getEpochSecond())
        .setNanos(time.getNano())
        .build();
  }

  /** A time the contract shows; the store keeps milliseconds, so no more is read. */
  public static Instant instant(Timestamp time) {
    return Instant.ofEpochSecond(time.getSeconds(), time.getNanos()).truncatedTo(ChronoUnit.MILLIS);
  }
}
