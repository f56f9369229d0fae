package io.holdfast.freezing.stop;

import java.time.Duration;

/**
 * The rules an order was made under and is judged by for life: the policy's values, taken along so
 * that no later policy can change them.
 *
 * @param policy the policy's id
 * @param stop 86号: 48 小时 from the bank's execution
 * @param paper 24 hours for the papers, from the stop that went ahead of them
 * @param countersign the security desk's, from delivery; its end goes by working days and stands in
 *     the delivery
 * @param acknowledge for the bank to take the order in hand, from its going out
 * @param lift for the bank to confirm that a hold is lifted, from its end
 * @param secondOfficer for the second officer to confirm for himself, from the order's issue
 * @param paperRemedy what a unit has at least after its papers were refused, once
 * @param near how far told and booked time may lie apart and still be the same
 * @param late how much later than told a credit may be booked
 * @param stopsMax how often an account may be stopped
 * @param countPerCase whether that is counted per account and case instead of per account
 * @param unprovenAllowed whether a bank may stop on a merely consistent match, with a reason
 * @param overdueRelease whether a bank may release when the papers are overdue
 * @param layersMax how many layers of accounts are followed by themselves
 * @param ordersPerCaseMax how many orders a case may have before an officer decides on each
 * @param reroutesMax how often an order goes on to another bank by itself
 * @param correctionsMax how often a mismatched request may be corrected and sent again
 * @param releaseNotice for the stations that share a stop to speak before it is released
 * @param interestsMax how many further interests one stop bears
 */
public record Limits(
    String policy,
    ClockLimit stop,
    ClockLimit paper,
    Notice countersign,
    ClockLimit acknowledge,
    ClockLimit lift,
    ClockLimit secondOfficer,
    Duration paperRemedy,
    Duration near,
    Duration late,
    int stopsMax,
    boolean countPerCase,
    boolean unprovenAllowed,
    boolean overdueRelease,
    int layersMax,
    int ordersPerCaseMax,
    int reroutesMax,
    int correctionsMax,
    ClockLimit releaseNotice,
    int interestsMax) {}
