package io.holdfast.liaison.desk;

import java.time.Instant;
import java.util.List;

/**
 * A clock on the supervisors' board.
 *
 * @param holder who must act before it ends
 * @param missed whether it has ended with the duty still standing
 * @param basis the article it rests on
 * @param running whether it is on the board
 * @param owners who sees it: the police institution and its ancestors
 * @param region GB/T 2260
 * @param seq the event of its subject that last changed it
 */
public record BoardClock(
    String name,
    String subject,
    String caseId,
    Mailbox holder,
    Instant startTime,
    Instant dueTime,
    boolean missed,
    String basis,
    boolean running,
    List<String> owners,
    String region,
    long seq) {
  public BoardClock {
    owners = List.copyOf(owners);
  }

  static BoardClock of(Plan plan, String name, Plan.Running clock, long seq) {
    return new BoardClock(
        name,
        plan.subject(),
        plan.caseId(),
        clock.holder(),
        clock.startTime(),
        clock.dueTime(),
        clock.missed(),
        clock.basis(),
        true,
        plan.owners(),
        plan.region(),
        seq);
  }

  BoardClock takenDown(long seq) {
    return new BoardClock(
        name, subject, caseId, holder, startTime, dueTime, missed, basis, false, owners, region,
        seq);
  }

  boolean showsTheSameAs(BoardClock other) {
    return running
        && other.running
        && holder.equals(other.holder)
        && startTime.equals(other.startTime)
        && dueTime.equals(other.dueTime)
        && missed == other.missed
        && basis.equals(other.basis);
  }
}
