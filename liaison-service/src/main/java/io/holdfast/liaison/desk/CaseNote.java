package io.holdfast.liaison.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a desk needs to know of a case after a change; nothing personal.
 *
 * @param stationAncestors nearest first
 * @param region GB/T 2260
 * @param receiptNumber 受案回执 number, shown as the task's label
 * @param totalLossFen the victim's loss
 * @param clocks what the case owes or has owed
 */
public record CaseNote(
    String caseId,
    Phase phase,
    String station,
    List<String> stationAncestors,
    String region,
    String receiptNumber,
    long totalLossFen,
    List<Clock> clocks) {
  /** As far as desks are concerned, where the case stands. */
  public enum Phase {
    /** 已受案. */
    RECEIVED,
    /** 审查: waits for the county's decision (程序规定 174, 178). */
    REVIEW,
    /** 已立案. */
    FILED,
    /** 不予立案: the reporter is owed a notice (程序规定 178). */
    NOT_FILED
  }

  /**
   * Something the case owes by a time.
   *
   * @param warned whether a warning before its end has gone out
   */
  public record Clock(
      String name,
      Instant startTime,
      Instant dueTime,
      ClockState state,
      boolean warned,
      String basis) {
    /** How pressing it is. */
    Urgency urgency() {
      return switch (state) {
        case RUNNING -> warned ? Urgency.WARNED : Urgency.NONE;
        case MET -> Urgency.NONE;
        case MISSED -> Urgency.MISSED;
      };
    }
  }

  /** How such a clock stands. */
  public enum ClockState {
    RUNNING,
    MET,
    MISSED
  }

  public CaseNote {
    stationAncestors = List.copyOf(stationAncestors);
    clocks = List.copyOf(clocks);
  }

  /** The clock of that name, while what it is for is owed. */
  Optional<Clock> owed(String name) {
    return clocks.stream()
        .filter(clock -> clock.name().equals(name) && clock.state() != ClockState.MET)
        .findFirst();
  }
}
