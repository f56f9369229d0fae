package io.holdfast.freezing.phone.desk;

import io.holdfast.freezing.match.BankRecord;
import io.holdfast.freezing.match.Match;
import io.holdfast.freezing.phone.CallingOfficer;
import io.holdfast.freezing.stop.Payee;
import io.holdfast.freezing.stop.StopCommand;
import io.holdfast.freezing.stop.TransferOut;
import io.holdfast.kit.value.Personal;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a bank tells of a stop it made on a call or for a victim at its counter.
 *
 * @param station the police unit that is said to ask
 * @param callCode the checked one-time code; empty: none
 * @param callback the call back; null: none
 * @param executeTime when the account was stopped; null: now
 * @param record what the bank's books say
 * @param stop what it did, on the match of its record with what was told
 */
public record Opening(
    String station,
    CallingOfficer caller,
    Personal calleeName,
    Personal calleePhone,
    Instant callTime,
    boolean victimPresent,
    String callCode,
    @Nullable Callback callback,
    Payee payee,
    List<TransferOut> transfers,
    @Nullable Instant executeTime,
    BankRecord record,
    Function<Match, StopCommand> stop,
    Entry entry) {
  public Opening {
    transfers = List.copyOf(transfers);
  }

  /** A call back as told. */
  public record Callback(Personal dialled, Instant time, Personal answeredBy, boolean confirmed) {}

  /**
   * What is said for times that are late or odd.
   *
   * @param lateReason may be empty
   * @param confirmed whether odd times are right as they stand
   */
  public record Entry(String lateReason, boolean confirmed) {}
}
