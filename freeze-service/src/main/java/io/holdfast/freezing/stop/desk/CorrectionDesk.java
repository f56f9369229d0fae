package io.holdfast.freezing.stop.desk;

import io.holdfast.freezing.stop.Payee;
import io.holdfast.freezing.stop.StopCommand;
import io.holdfast.freezing.stop.StopOrder;
import io.holdfast.freezing.stop.StopRequest;
import io.holdfast.freezing.stop.TransferOut;
import io.holdfast.kit.access.Call;
import io.holdfast.kit.id.Ids;
import io.holdfast.kit.mongo.Aggregates;
import io.holdfast.kit.mongo.Mutation;
import io.holdfast.kit.mongo.Stored;
import io.holdfast.kit.problem.Problem;
import io.holdfast.kit.value.Personal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts a mismatched request right and sends it again as another order, linked to the first. The
 * first one needs its place at the account no longer, so that no stop is used up.
 */
public final class CorrectionDesk {
  private final Aggregates<StopOrder> orders;
  private final StopDesk desk;
  private final OrderMaker maker;

  public CorrectionDesk(Aggregates<StopOrder> orders, StopDesk desk, OrderMaker maker) {
    this.orders = orders;
    this.desk = desk;
    this.maker = maker;
  }

  /**
   * What is put right; what is empty or null stays.
   *
   * @param transfers by their numbers in the order
   */
  public record Wanted(@Nullable Payee payee, List<Put> transfers) {
    public Wanted {
      transfers = List.copyOf(transfers);
    }
  }

  /**
   * One transfer put right.
   *
   * @param amountFen fen; 0: as it was
   */
  public record Put(int number, long amountFen, @Nullable Instant time) {}

  /** Marks the order as corrected; the one in its place goes out at once. */
  public Stored<StopOrder> correct(Call call, String id, Mutation by, Wanted wanted) {
    return desk.act(
        call,
        id,
        by,
        seen -> {
          StopRequest request = corrected(id, seen.state().request(), wanted);
          var put = new StopOrder.Correction(Ids.derived("corrected", id), request);
          return new StopCommand.MarkCorrected(put);
        });
  }

  /** Makes the order that goes out in the place of a corrected one. */
  public void resend(String id, Mutation by) {
    StopOrder.Correction put =
        orders.find(id).map(stored -> stored.state().correction()).orElse(null);
    if (put != null) {
      maker.make(Map.of(put.stopOrder(), put.request()), by, put.request().issueTime());
    }
  }

  private StopRequest corrected(String id, StopRequest before, Wanted wanted) {
    Payee payee = wanted.payee() == null ? before.payee() : payee(before.payee(), wanted.payee());
    List<TransferOut> transfers =
        before.transfers().stream().map(transfer -> put(transfer, wanted.transfers())).toList();
    if (payee.equals(before.payee()) && transfers.equals(before.transfers())) {
      throw Problem.of(StopReason.CORRECTION_CHANGES_NOTHING);
    }
    int times = before.corrects().times() + 1;
    return new StopRequest(
        number(before) + 'c' + times,
        before.caseId(),
        before.station(),
        before.stationAncestors(),
        before.region(),
        before.officer(),
        before.secondOfficer(),
        payee,
        transfers,
        before.reportTime(),
        desk.now(),
        before.limits(),
        before.layer(),
        new StopRequest.Corrects(id, times),
        before.confirmation(),
        before.foundBy(),
        before.purpose());
  }

  /** The number as first drawn. */
  private static String number(StopRequest request) {
    String mark = "c" + request.corrects().times();
    String number = request.orderNumber();
    return request.corrects().times() > 0 && number.endsWith(mark)
        ? number.substring(0, number.length() - mark.length())
        : number;
  }

  private static Payee payee(Payee before, Payee put) {
    return new Payee(
        put.kind() == io.holdfast.freezing.routing.RoutedKind.ANY ? before.kind() : put.kind(),
        put.institutionName().isBlank() ? before.institutionName() : put.institutionName(),
        put.chosenInstitution().isBlank() ? before.chosenInstitution() : put.chosenInstitution(),
        given(before.number(), put.number()),
        given(before.name(), put.name()));
  }

  private static Personal given(Personal before, Personal put) {
    return put.reveal().isBlank() ? before : put;
  }

  private static TransferOut put(TransferOut transfer, List<Put> puts) {
    for (Put put : puts) {
      if (put.number() == transfer.number()) {
        return new TransferOut(
            transfer.number(),
            put.amountFen() > 0 ? put.amountFen() : transfer.amountFen(),
            put.time() == null ? transfer.time() : put.time(),
            transfer.channel(),
            transfer.serialNumber(),
            transfer.payerInstitutionName(),
            transfer.payerNumber(),
            transfer.payerName());
      }
    }
    return transfer;
  }
}
