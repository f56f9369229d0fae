package io.holdfast.freezing.stop.events;

import com.google.protobuf.Timestamp;
import io.holdfast.freezing.routing.directory.DirectoryRoutes;
import io.holdfast.freezing.stop.Layer;
import io.holdfast.freezing.stop.Limits;
import io.holdfast.freezing.stop.Officer;
import io.holdfast.freezing.stop.Payee;
import io.holdfast.freezing.stop.Purpose;
import io.holdfast.freezing.stop.SecondOfficer;
import io.holdfast.freezing.stop.StopCommand;
import io.holdfast.freezing.stop.StopRequest;
import io.holdfast.freezing.stop.TransferOut;
import io.holdfast.kit.value.Personal;
import io.holdfast.proto.casefile.v1.Account;
import io.holdfast.proto.casefile.v1.CaseCard;
import io.holdfast.proto.casefile.v1.OfficerCard;
import io.holdfast.proto.casefile.v1.SecondOfficerConfirmed;
import io.holdfast.proto.casefile.v1.StopsRequested;
import io.holdfast.proto.casefile.v1.Transfer;
import io.holdfast.proto.casefile.v1.TransferChannel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What case-service asks for, in the domain's words. */
public final class RequestProtos {
  private RequestProtos() {}

  static StopRequest request(
      CaseCard card,
      StopsRequested asked,
      io.holdfast.proto.casefile.v1.StopRequest stop,
      Limits limits,
      Instant now) {
    return new StopRequest(
        stop.getOrderNumber(),
        card.getCaseId(),
        card.getStation(),
        card.getStationAncestorsList(),
        card.getRegion(),
        officer(asked.getOfficer()),
        officer(asked.getSecondOfficer()),
        payee(stop.getPayee()),
        stop.getTransfersList().stream().map(RequestProtos::transfer).toList(),
        asked.hasReceiveTime() ? time(asked.getReceiveTime()) : now,
        now,
        limits,
        Layer.FIRST,
        StopRequest.Corrects.NOTHING,
        confirmation(asked, limits, now),
        null,
        purpose(stop));
  }

  /** Whose account it is: the victim's own only with his consent. */
  static Purpose purpose(io.holdfast.proto.casefile.v1.StopRequest stop) {
    return stop.hasConsent()
        ? new Purpose.Protective(
            time(stop.getConsent().getConsentTime()), stop.getConsent().getForm())
        : Purpose.SUSPECT;
  }

  private static SecondOfficer confirmation(StopsRequested asked, Limits limits, Instant now) {
    return confirmation(
        asked.getSecondOfficer(),
        asked.hasSecondOfficerConfirmTime() ? asked.getSecondOfficerConfirmTime() : null,
        now.plus(limits.secondOfficer().length()));
  }

  /**
   * Whether the second officer has confirmed by now.
   *
   * @param confirmTime null: not yet
   */
  public static SecondOfficer confirmation(
      OfficerCard officer, @Nullable Timestamp confirmTime, Instant due) {
    return confirmTime == null
        ? new SecondOfficer.Unconfirmed(due)
        : new SecondOfficer.Confirmed(due, officer(officer), time(confirmTime));
  }

  /** The second officer's own word. */
  static StopCommand confirmation(SecondOfficerConfirmed told) {
    return new StopCommand.ConfirmSecondOfficer(
        officer(told.getOfficer()), time(told.getConfirmTime()));
  }

  /** An officer as told. */
  public static Officer officer(OfficerCard card) {
    return new Officer(
        name(card.getName()),
        card.getOfficerNumber(),
        Personal.of(Personal.Kind.PHONE, card.getPhone()));
  }

  /** An account as told. */
  public static Payee payee(Account account) {
    return new Payee(
        DirectoryRoutes.kind(account.getKind()),
        account.getInstitutionName(),
        account.getInstitution(),
        number(account.getAccountNumber()),
        name(account.getAccountName()));
  }

  /** A transfer as told. */
  public static TransferOut transfer(Transfer transfer) {
    Account payer = transfer.getPayer();
    return new TransferOut(
        transfer.getNumber(),
        transfer.getAmountFen(),
        time(transfer.getTransferTime()),
        channel(transfer.getChannel()),
        transfer.getSerialNumber(),
        payer.getInstitutionName(),
        number(payer.getAccountNumber()),
        name(payer.getAccountName()));
  }

  /** A channel as told. */
  public static TransferOut.Channel channel(TransferChannel channel) {
    return switch (channel) {
      case COUNTER -> TransferOut.Channel.COUNTER;
      case ATM -> TransferOut.Channel.ATM;
      case ONLINE_BANK -> TransferOut.Channel.ONLINE_BANK;
      case MOBILE_BANK -> TransferOut.Channel.MOBILE_BANK;
      case THIRD_PARTY_PAYMENT -> TransferOut.Channel.THIRD_PARTY_PAYMENT;
      case TRANSFER_CHANNEL_UNSPECIFIED, UNRECOGNIZED -> TransferOut.Channel.NOT_TOLD;
    };
  }

  private static Personal name(String text) {
    return Personal.of(Personal.Kind.NAME, text);
  }

  private static Personal number(String text) {
    return Personal.of(Personal.Kind.ACCOUNT, text);
  }

  /** A time as told, to the millisecond as it is stored. */
  public static Instant time(Timestamp time) {
    return Instant.ofEpochSecond(time.getSeconds(), time.getNanos() / 1_000_000 * 1_000_000L);
  }
}
