package io.holdfast.liaison.attendance.grpc;

import io.holdfast.liaison.attendance.Attendance;
import io.holdfast.liaison.desk.Mailbox;
import io.holdfast.liaison.desk.proto.DeskProtos;
import io.holdfast.liaison.directory.DeskContact;
import io.holdfast.liaison.directory.Institution;
import io.holdfast.proto.liaison.v1.AttendanceState;
import io.holdfast.proto.liaison.v1.DeskAttendance;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Attendance as the contract shows it. */
final class AttendanceProtos {
  private AttendanceProtos() {}

  static DeskAttendance desk(Mailbox mailbox, Attendance attendance, String phone) {
    var message =
        DeskAttendance.newBuilder()
            .setInstitution(mailbox.institution())
            .setDesk(DeskProtos.desk(mailbox.desk()))
            .setState(state(attendance))
            .setDeskPhone(phone);
    switch (attendance) {
      case Attendance.Attended(var since, var people, var lastSign, var system) -> {
        message.setSinceTime(DeskProtos.timestamp(since)).setPeople(people);
        message.setSystemConnected(system);
        sign(message, lastSign);
      }
      case Attendance.SystemConnected(var lastSign) -> {
        message.setSystemConnected(true);
        sign(message, lastSign);
      }
      case Attendance.NobodyThere(var lastSign) -> sign(message, lastSign);
    }
    return message.build();
  }

  private static void sign(DeskAttendance.Builder message, @Nullable Instant lastSign) {
    if (lastSign != null) {
      message.setLastSignTime(DeskProtos.timestamp(lastSign));
    }
  }

  static AttendanceState state(Attendance attendance) {
    return switch (attendance) {
      case Attendance.Attended _ -> AttendanceState.ATTENDED;
      case Attendance.SystemConnected _ -> AttendanceState.SYSTEM_CONNECTED;
      case Attendance.NobodyThere _ -> AttendanceState.NOBODY_THERE;
    };
  }

  /** Whom to ring at a desk: its own number, else the institution's. */
  static String phone(Institution institution, Mailbox mailbox) {
    return institution.desks().stream()
        .filter(contact -> contact.desk() == mailbox.desk())
        .map(DeskContact::phone)
        .filter(phone -> !phone.isEmpty())
        .findFirst()
        .orElse(institution.phone());
  }
}
