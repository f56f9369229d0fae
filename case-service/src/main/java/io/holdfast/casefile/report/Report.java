package io.holdfast.casefile.report;

import io.holdfast.kit.value.Personal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the victim told, as it stands in the register (受案登记表).
 *
 * @param receiveTime when the police were told, UTC
 * @param officer 经办人
 * @param secondOfficer 协查人
 * @param impersonatedIdentity 冒充身份
 * @param place where it happened
 * @param totalLossFen fen
 * @param lossReason why the total differs from the sum of the transfers; empty where it does not
 * @param liabilityPromise whether the victim has signed for the truth of the request
 * @param lookupConsent whether the victim has signed that his bank or payment firm tells where his
 *     payments went
 */
public record Report(
    Channel channel,
    Instant receiveTime,
    OfficerCard officer,
    OfficerCard secondOfficer,
    Victim victim,
    Reporter reporter,
    FraudType fraudType,
    String impersonatedIdentity,
    Personal narrative,
    Personal place,
    @Nullable Instant crimeStartTime,
    @Nullable Instant crimeEndTime,
    List<Contact> contacts,
    List<Transfer> transfers,
    long totalLossFen,
    String lossReason,
    boolean liabilityPromise,
    boolean lookupConsent) {
  /** Most contacts of a case. */
  public static final int CONTACTS_MAX = 100;

  /** Most transfers of a case. */
  public static final int TRANSFERS_MAX = 100;

  public Report {
    contacts = List.copyOf(contacts);
    transfers = List.copyOf(transfers);
  }

  /** Fen, all transfers together. */
  public long transferredFen() {
    return transfers.stream().mapToLong(Transfer::amountFen).sum();
  }

  /** The same report filed by {@code otherOfficer}. */
  public Report by(OfficerCard otherOfficer) {
    return new Report(
        channel,
        receiveTime,
        otherOfficer,
        secondOfficer,
        victim,
        reporter,
        fraudType,
        impersonatedIdentity,
        narrative,
        place,
        crimeStartTime,
        crimeEndTime,
        contacts,
        transfers,
        totalLossFen,
        lossReason,
        liabilityPromise,
        lookupConsent);
  }

  /** The same report with other transfers and total. */
  public Report with(List<Transfer> otherTransfers, long otherTotalLossFen) {
    return new Report(
        channel,
        receiveTime,
        officer,
        secondOfficer,
        victim,
        reporter,
        fraudType,
        impersonatedIdentity,
        narrative,
        place,
        crimeStartTime,
        crimeEndTime,
        contacts,
        otherTransfers,
        otherTotalLossFen,
        lossReason,
        liabilityPromise,
        lookupConsent);
  }

  /**
   * What is told here, and from {@code earlier} what is not. Time of receipt and first officer are
   * the earlier ones: orders went out with them.
   *
   * @param allContacts those of both
   * @param allTransfers those of both
   */
  public Report completing(Report earlier, List<Contact> allContacts, List<Transfer> allTransfers) {
    long sum = allTransfers.stream().mapToLong(Transfer::amountFen).sum();
    long untold = earlier.totalLossFen - earlier.transferredFen() + sum;
    return new Report(
        channel == Channel.NOT_GIVEN ? earlier.channel : channel,
        earlier.receiveTime,
        earlier.officer,
        secondOfficer.isEmpty() ? earlier.secondOfficer : secondOfficer,
        victim.completing(earlier.victim),
        reporter.name().isEmpty() && reporter.phone().isEmpty() ? earlier.reporter : reporter,
        fraudType == FraudType.NOT_GIVEN ? earlier.fraudType : fraudType,
        impersonatedIdentity.isEmpty() ? earlier.impersonatedIdentity : impersonatedIdentity,
        narrative.isEmpty() ? earlier.narrative : narrative,
        place.isEmpty() ? earlier.place : place,
        crimeStartTime == null ? earlier.crimeStartTime : crimeStartTime,
        crimeEndTime == null ? earlier.crimeEndTime : crimeEndTime,
        allContacts,
        allTransfers,
        totalLossFen == 0 ? Math.max(0, untold) : totalLossFen,
        lossReason.isEmpty() ? earlier.lossReason : lossReason,
        liabilityPromise || earlier.liabilityPromise,
        lookupConsent || earlier.lookupConsent);
  }

  /** The same report with other contacts. */
  public Report contacted(List<Contact> otherContacts) {
    return new Report(
        channel,
        receiveTime,
        officer,
        secondOfficer,
        victim,
        reporter,
        fraudType,
        impersonatedIdentity,
        narrative,
        place,
        crimeStartTime,
        crimeEndTime,
        otherContacts,
        transfers,
        totalLossFen,
        lossReason,
        liabilityPromise,
        lookupConsent);
  }

  /** The same report with another second officer. */
  public Report seconded(OfficerCard otherOfficer) {
    return new Report(
        channel,
        receiveTime,
        officer,
        otherOfficer,
        victim,
        reporter,
        fraudType,
        impersonatedIdentity,
        narrative,
        place,
        crimeStartTime,
        crimeEndTime,
        contacts,
        transfers,
        totalLossFen,
        lossReason,
        liabilityPromise,
        lookupConsent);
  }

  /** The same report with more transfers behind its own, whose sum is added to the loss. */
  public Report adding(List<Transfer> more) {
    var all = new ArrayList<>(transfers);
    all.addAll(more);
    long added = more.stream().mapToLong(Transfer::amountFen).sum();
    return with(all, totalLossFen + added);
  }
}
