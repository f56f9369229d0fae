package io.holdfast.liaison.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a desk needs to know of a stop order after a change; nothing personal.
 *
 * @param order its id
 * @param station the police institution that asks
 * @param stationAncestors nearest first
 * @param region GB/T 2260
 * @param bank empty while unrouted
 * @param amountFen the sum asked for
 * @param clocks all that matter now
 * @param liftOwed whether the bank owes its word that nothing is held any more
 * @param heldBack how many outflows wait for an officer's word
 * @param awaitsCorrection whether a field differed and has not been put right
 * @param adoption of an order born at a bank
 * @param joined whether it has joined another case's stop, on which alone the bank acts
 * @param issueTime UTC
 */
public record StopCard(
    String order,
    Phase phase,
    String caseId,
    String station,
    List<String> stationAncestors,
    String region,
    String bank,
    String maskedAccount,
    long amountFen,
    Extension extension,
    Paper paper,
    List<Clock> clocks,
    boolean liftOwed,
    int heldBack,
    boolean awaitsCorrection,
    Adoption adoption,
    boolean joined,
    Instant issueTime) {
  /** As far as desks are concerned, where the order stands. */
  public enum Phase {
    /** Not answered by the bank: issued, sent or acknowledged. */
    OPEN,
    /** Answered with 止付, which runs. */
    STOPPED,
    /** The account is not this bank's. */
    NOT_OURS,
    /** Over: mismatched, failed, recalled, annulled, released, lapsed, converted. */
    ENDED
  }

  /** The second stop. */
  public enum Extension {
    NOT_REQUESTED,
    REQUESTED,
    GRANTED,
    REFUSED
  }

  /** The legal papers. */
  public enum Paper {
    /** None are owed. */
    NONE,
    OWED,
    OVERDUE,
    DELIVERED,
    COUNTERSIGNED,
    REFUSED
  }

  /** One of the order's clocks. */
  public record Clock(
      String name, Instant startTime, Instant dueTime, ClockState state, String basis) {}

  /** How a clock stands. */
  public enum ClockState {
    RUNNING,
    MET,
    MISSED
  }

  public StopCard {
    stationAncestors = List.copyOf(stationAncestors);
    clocks = List.copyOf(clocks);
  }

  /** As something that may lie on the bank's desk too long. */
  public Lying lying() {
    return new Lying(order, "stopOrders/" + order, caseId, bank, station, stationAncestors, region);
  }

  Optional<Clock> clock(String name) {
    return clocks.stream().filter(clock -> clock.name().equals(name)).findFirst();
  }
}
