package io.holdfast.casefile.wire;

import io.holdfast.casefile.report.Account;
import io.holdfast.casefile.report.AccountKind;
import io.holdfast.casefile.report.Transfer;
import io.holdfast.casefile.report.TransferChannel;
import io.holdfast.kit.value.Personal;
import io.holdfast.kit.value.Personal.Kind;

/** Accounts and transfers. */
public final class AccountProtos {
  private AccountProtos() {}

  /** A transfer as it was sent; number and order are the service's own to give. */
  public static Transfer fromProto(io.holdfast.proto.casefile.v1.Transfer sent) {
    return new Transfer(
        0,
        sent.hasPayer() ? fromProto(sent.getPayer()) : Account.NONE,
        fromProto(sent.getPayee()),
        sent.getAmountFen(),
        Times.fromProto(sent.getTransferTime()),
        channel(sent.getChannel()),
        sent.getSerialNumber(),
        "");
  }

  static io.holdfast.proto.casefile.v1.Transfer toProto(Transfer transfer) {
    var proto =
        io.holdfast.proto.casefile.v1.Transfer.newBuilder()
            .setNumber(transfer.number())
            .setPayee(toProto(transfer.payee()))
            .setAmountFen(transfer.amountFen())
            .setTransferTime(Times.toProto(transfer.transferTime()))
            .setChannel(channel(transfer.channel()))
            .setSerialNumber(transfer.serialNumber())
            .setStopOrder(transfer.stopOrder());
    if (!transfer.payer().equals(Account.NONE)) {
      proto.setPayer(toProto(transfer.payer()));
    }
    return proto.build();
  }

  static io.holdfast.proto.casefile.v1.Account toProto(Account account) {
    return io.holdfast.proto.casefile.v1.Account.newBuilder()
        .setKind(kind(account.kind()))
        .setInstitutionName(account.institutionName())
        .setInstitution(account.institution())
        .setAccountNumber(account.number().reveal())
        .setAccountName(account.name().reveal())
        .build();
  }

  /** An account as it was sent. */
  public static Account fromProto(io.holdfast.proto.casefile.v1.Account sent) {
    return new Account(
        kind(sent.getKind()),
        sent.getInstitutionName(),
        sent.getInstitution(),
        Personal.of(Kind.ACCOUNT, sent.getAccountNumber()),
        Personal.of(Kind.NAME, sent.getAccountName()));
  }

  /** A kind of account; not given where the sender knows none. */
  public static AccountKind kind(io.holdfast.proto.casefile.v1.AccountKind sent) {
    return switch (sent) {
      case ACCOUNT_KIND_UNSPECIFIED, UNRECOGNIZED -> AccountKind.NOT_GIVEN;
      case CARD -> AccountKind.CARD;
      case PASSBOOK -> AccountKind.PASSBOOK;
      case COMPANY_ACCOUNT -> AccountKind.COMPANY_ACCOUNT;
      case WALLET -> AccountKind.WALLET;
      case QR_CODE -> AccountKind.QR_CODE;
    };
  }

  private static io.holdfast.proto.casefile.v1.AccountKind kind(AccountKind kind) {
    return switch (kind) {
      case NOT_GIVEN -> io.holdfast.proto.casefile.v1.AccountKind.ACCOUNT_KIND_UNSPECIFIED;
      case CARD -> io.holdfast.proto.casefile.v1.AccountKind.CARD;
      case PASSBOOK -> io.holdfast.proto.casefile.v1.AccountKind.PASSBOOK;
      case COMPANY_ACCOUNT -> io.holdfast.proto.casefile.v1.AccountKind.COMPANY_ACCOUNT;
      case WALLET -> io.holdfast.proto.casefile.v1.AccountKind.WALLET;
      case QR_CODE -> io.holdfast.proto.casefile.v1.AccountKind.QR_CODE;
    };
  }

  private static TransferChannel channel(io.holdfast.proto.casefile.v1.TransferChannel sent) {
    return switch (sent) {
      case TRANSFER_CHANNEL_UNSPECIFIED, UNRECOGNIZED -> TransferChannel.NOT_GIVEN;
      case COUNTER -> TransferChannel.COUNTER;
      case ATM -> TransferChannel.ATM;
      case ONLINE_BANK -> TransferChannel.ONLINE_BANK;
      case MOBILE_BANK -> TransferChannel.MOBILE_BANK;
      case THIRD_PARTY_PAYMENT -> TransferChannel.THIRD_PARTY_PAYMENT;
    };
  }

  private static io.holdfast.proto.casefile.v1.TransferChannel channel(TransferChannel channel) {
    return switch (channel) {
      case NOT_GIVEN -> io.holdfast.proto.casefile.v1.TransferChannel.TRANSFER_CHANNEL_UNSPECIFIED;
      case COUNTER -> io.holdfast.proto.casefile.v1.TransferChannel.COUNTER;
      case ATM -> io.holdfast.proto.casefile.v1.TransferChannel.ATM;
      case ONLINE_BANK -> io.holdfast.proto.casefile.v1.TransferChannel.ONLINE_BANK;
      case MOBILE_BANK -> io.holdfast.proto.casefile.v1.TransferChannel.MOBILE_BANK;
      case THIRD_PARTY_PAYMENT -> io.holdfast.proto.casefile.v1.TransferChannel.THIRD_PARTY_PAYMENT;
    };
  }
}
