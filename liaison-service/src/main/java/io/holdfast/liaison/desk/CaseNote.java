package io.holdfast.liaison.desk;

import java.util.List;

/**
 * What a desk needs to know of a case after a change; nothing personal.
 *
 * @param stationAncestors nearest first
 * @param receiptNumber 受案回执 number, shown as the task's label
 * @param totalLossFen the victim's loss
 */
public record CaseNote(
    String caseId,
    Phase phase,
    String station,
    List<String> stationAncestors,
    String receiptNumber,
    long totalLossFen) {
  /** As far as desks are concerned, where the case stands. */
  public enum Phase {
    /** 已受案. */
    RECEIVED,
    /** 审查: waits for the county's decision (程序规定 174, 178). */
    REVIEW,
    /** Decided: filed or not. */
    DECIDED
  }

  public CaseNote {
    stationAncestors = List.copyOf(stationAncestors);
  }
}
