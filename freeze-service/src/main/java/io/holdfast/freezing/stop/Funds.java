package io.holdfast.freezing.stop;

import io.holdfast.freezing.match.Told;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has come to an order's account, and what is held there. */
interface Funds {
  StopRequest request();

  StopState state();

  @Nullable BankAnswer answer();

  Shares shares();

  List<Inflow> inflows();

  List<TransferOut> laterTransfers();

  @Nullable Instant mistakenTime();

  /** Fen held on the account, for whomever; 0 where it is not stopped. */
  default long heldFen() {
    if (!(state() instanceof StopState.Stopped || state() instanceof StopState.Converted)) {
      return 0;
    }
    Shares.Following shown = shares().following();
    if (shown != null) {
      return shown.heldFen();
    }
    return answer() instanceof BankAnswer.Held held ? held.heldFen() : 0;
  }

  /** Whether what the order was made for is still believed to have come to its account. */
  default boolean founded() {
    return mistakenTime() == null;
  }

  /** Whether nothing of the case is believed to have come to the account any more. */
  default boolean baseless() {
    return !founded() && inflows().isEmpty() && laterTransfers().isEmpty();
  }

  /** Fen of the case that have come to the account. */
  default long receivedFen() {
    return paidFen() + inflows().stream().mapToLong(Inflow::amountFen).sum();
  }

  /** Fen of the transfers it carries that are believed to have come to the account. */
  default long paidFen() {
    return founded() ? amountFen() : amountFen() - request().amountFen();
  }

  /** The order's side of the four-way match: what it was made for, or what it stands on now. */
  default Told told() {
    if (founded()) {
      return request().told();
    }
    var payments = new ArrayList<Told.Payment>();
    laterTransfers()
        .forEach(
            each ->
                payments.add(new Told.Payment(each.amountFen(), each.time(), each.serialNumber())));
    inflows().forEach(each -> payments.add(new Told.Payment(each.amountFen(), each.time(), "")));
    return new Told(request().payee().name(), request().payee().number(), payments);
  }

  /** Fen of the transfers it carries, the later ones with them. */
  default long amountFen() {
    return request().amountFen()
        + laterTransfers().stream().mapToLong(TransferOut::amountFen).sum();
  }
}
