package io.holdfast.liaison.attendance.grpc;

import io.holdfast.liaison.attendance.store.PresenceBook;
import io.holdfast.liaison.desk.proto.DeskProtos;
import io.holdfast.liaison.directory.Desk;
import io.holdfast.proto.liaison.v1.AttendanceBoard;
import io.holdfast.proto.liaison.v1.AttendedDesk;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The desks where orders arrive and somebody is, as one message, read anew when it is asked for and
 * more than {@link #FRESH} old. Its version is the time at which a change was noticed, so that it
 * rises over restarts and from replica to replica.
 */
public final class AttendanceView {
  /** How old an answer may be. */
  static final Duration FRESH = Duration.ofMillis(500);

  private static final List<Desk> WHERE_ORDERS_ARRIVE =
      List.of(Desk.LIAISON_DESK, Desk.SUPERVISOR_DESK);

  private final PresenceBook presence;
  private final InstantSource system;
  private final ReentrantLock lock = new ReentrantLock();
  // Guarded by the lock.
  private AttendanceBoard current = AttendanceBoard.getDefaultInstance();
  private Instant readTime = Instant.EPOCH;

  public AttendanceView(PresenceBook presence, InstantSource system) {
    this.presence = presence;
    this.system = system;
  }

  AttendanceBoard get() {
    lock.lock();
    try {
      Instant now = system.instant();
      if (readTime.plus(FRESH).isBefore(now)) {
        AttendanceBoard read = read();
        if (current.getVersion() == 0 || !read.getDesksList().equals(current.getDesksList())) {
          current =
              read.toBuilder()
                  .setVersion(Math.max(current.getVersion() + 1, now.toEpochMilli()))
                  .build();
        }
        readTime = now;
      }
      return current;
    } finally {
      lock.unlock();
    }
  }

  private AttendanceBoard read() {
    var board = AttendanceBoard.newBuilder();
    for (Desk desk : WHERE_ORDERS_ARRIVE) {
      presence
          .attended(desk)
          .forEach(
              (mailbox, attendance) ->
                  board.addDesks(
                      AttendedDesk.newBuilder()
                          .setInstitution(mailbox.institution())
                          .setDesk(DeskProtos.desk(desk))
                          .setState(AttendanceProtos.state(attendance))));
    }
    return board.build();
  }
}
