package io.holdfast.freezing.lookup;

import io.holdfast.freezing.stop.Officer;
import io.holdfast.freezing.stop.Payee;
import io.holdfast.freezing.stop.SecondOfficer;
import io.holdfast.freezing.stop.TransferOut;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What the police ask.
 *
 * @param queryNumber 紧急查询编号
 * @param station the police institution that asks
 * @param stationAncestors those above it, nearest first
 * @param region GB/T 2260 division of the station
 * @param secondOfficer empty name where there is none
 * @param confirmation whether the second officer has confirmed for himself
 * @param transfer the payment, with its serial number as the asked institution knows it
 * @param seen the payee as the victim saw him
 * @param target who is to be asked: the payer's institution with his account, or the next one by
 *     name
 * @param reportTime when the victim's report was received
 * @param issueTime when this lookup was made
 */
public record LookupRequest(
    String queryNumber,
    String caseId,
    String station,
    List<String> stationAncestors,
    String region,
    Officer officer,
    Officer secondOfficer,
    SecondOfficer confirmation,
    TransferOut transfer,
    Payee seen,
    Payee target,
    Instant reportTime,
    Instant issueTime,
    LookupLimits limits,
    Step step) {
  public LookupRequest {
    stationAncestors = List.copyOf(stationAncestors);
  }

  /**
   * Where in a chain of institutions it stands.
   *
   * @param number 1: the payer's own institution
   * @param parent the lookup that led here; empty in the first step
   * @param asked the institutions asked before it in the chain
   */
  public record Step(int number, String parent, List<String> asked) {
    /** The payer's own institution. */
    public static final Step FIRST = new Step(1, "", List.of());

    public Step {
      asked = List.copyOf(asked);
    }

    Step next(String query, String institution) {
      var all = new ArrayList<>(asked);
      all.add(institution);
      return new Step(number + 1, query, all);
    }
  }

  LookupRequest with(SecondOfficer word) {
    return new LookupRequest(
        queryNumber,
        caseId,
        station,
        stationAncestors,
        region,
        officer,
        secondOfficer,
        word,
        transfer,
        seen,
        target,
        reportTime,
        issueTime,
        limits,
        step);
  }

  /**
   * What the next institution is asked.
   *
   * @param query this lookup's id
   * @param institution who was asked here
   */
  public LookupRequest onward(
      String query, String institution, LookupAnswer.Onward onward, Payee next, Instant now) {
    return new LookupRequest(
        queryNumber + '.' + (step.number() + 1),
        caseId,
        station,
        stationAncestors,
        region,
        officer,
        secondOfficer,
        confirmation,
        transfer.known(onward.serialNumber()),
        seen,
        next,
        reportTime,
        now,
        limits,
        step.next(query, institution));
  }
}
