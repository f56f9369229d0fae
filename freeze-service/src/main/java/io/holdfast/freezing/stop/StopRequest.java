package io.holdfast.freezing.stop;

import io.holdfast.freezing.match.Told;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the police ask for: never changed once the order is made.
 *
 * @param orderNumber 止付申请编号
 * @param caseId empty for an order born at a bank that no station has adopted
 * @param station the police institution that asks
 * @param stationAncestors those above it, nearest first
 * @param region GB/T 2260 division of the station
 * @param secondOfficer empty name where there is none
 * @param transfers all of the case's transfers to this account
 * @param reportTime when the victim's report was received
 * @param issueTime when this order was made
 * @param layer how far from the victim the account lies
 * @param corrects the mismatched order this one corrects, and how many corrections it is
 * @param confirmation whether the second officer has confirmed for himself
 * @param foundBy the urgent lookup that named the payee; null where the victim knew him
 * @param purpose whose account it is
 */
public record StopRequest(
    String orderNumber,
    String caseId,
    String station,
    List<String> stationAncestors,
    String region,
    Officer officer,
    Officer secondOfficer,
    Payee payee,
    List<TransferOut> transfers,
    Instant reportTime,
    Instant issueTime,
    Limits limits,
    Layer layer,
    Corrects corrects,
    SecondOfficer confirmation,
    @Nullable FoundBy foundBy,
    Purpose purpose) {
  public StopRequest {
    stationAncestors = List.copyOf(stationAncestors);
    transfers = List.copyOf(transfers);
  }

  /**
   * Which order this one corrects.
   *
   * @param order empty: none
   * @param times how often the request has been corrected by now; 0: never
   */
  public record Corrects(String order, int times) {
    /** As first asked. */
    public static final Corrects NOTHING = new Corrects("", 0);
  }

  /**
   * How the payee was found where the victim did not know him.
   *
   * @param answer the number of its answer that did
   * @param seen the payee as the victim saw him
   */
  public record FoundBy(String accountQuery, int answer, Payee seen) {
    /** Who has told of the money that the order is for. */
    public Inflow.Source source() {
      return Inflow.Source.lookup(accountQuery, answer);
    }
  }

  /** The same request with the second officer's word. */
  StopRequest with(SecondOfficer word) {
    return new StopRequest(
        orderNumber,
        caseId,
        station,
        stationAncestors,
        region,
        officer,
        secondOfficer,
        payee,
        transfers,
        reportTime,
        issueTime,
        limits,
        layer,
        corrects,
        word,
        foundBy,
        purpose);
  }

  /** The same as one of a case whose station stands behind it. */
  public StopRequest adopted(String ofCase, Officer by, Officer second) {
    return adopted(ofCase, by, second, confirmation);
  }

  StopRequest adopted(String ofCase, Officer by, Officer second, SecondOfficer word) {
    return new StopRequest(
        orderNumber,
        ofCase,
        station,
        stationAncestors,
        region,
        by,
        second,
        payee,
        transfers,
        reportTime,
        issueTime,
        limits,
        layer,
        corrects,
        word,
        foundBy,
        purpose);
  }

  /** Whether it is of this case; an order of none, and none of its, is of no other's. */
  public boolean isOf(String otherCase) {
    return !caseId.isEmpty() && caseId.equals(otherCase);
  }

  /** Fen, all transfers together. */
  public long amountFen() {
    return transfers.stream().mapToLong(TransferOut::amountFen).sum();
  }

  /** The order's side of the four-way match. */
  public Told told() {
    return new Told(
        payee.name(),
        payee.number(),
        transfers.stream()
            .map(out -> new Told.Payment(out.amountFen(), out.time(), out.serialNumber()))
            .toList());
  }
}
