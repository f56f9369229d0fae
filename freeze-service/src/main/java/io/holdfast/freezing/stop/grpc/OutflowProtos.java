package io.holdfast.freezing.stop.grpc;

import io.holdfast.freezing.routing.RoutedKind;
import io.holdfast.freezing.stop.Holder;
import io.holdfast.freezing.stop.Inflow;
import io.holdfast.freezing.stop.Lift;
import io.holdfast.freezing.stop.Outflow;
import io.holdfast.freezing.stop.Payee;
import io.holdfast.freezing.stop.events.RequestProtos;
import io.holdfast.kit.value.Personal;
import io.holdfast.proto.casefile.v1.Account;
import io.holdfast.proto.casefile.v1.AccountKind;
import io.holdfast.proto.casefile.v1.IdType;
import io.holdfast.proto.freezing.v1.AccountHolder;
import io.holdfast.proto.freezing.v1.LiftState;
import io.holdfast.proto.freezing.v1.OutflowKind;
import io.holdfast.proto.freezing.v1.OutflowNext;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Money that moved on, and the end of a hold, between contract and domain. */
public final class OutflowProtos {
  private OutflowProtos() {}

  static List<Outflow> told(List<io.holdfast.proto.freezing.v1.Outflow> outflows) {
    return outflows.stream().map(OutflowProtos::told).toList();
  }

  private static Outflow told(io.holdfast.proto.freezing.v1.Outflow told) {
    var time = told.getOutflowTime();
    return new Outflow(
        0,
        kind(told.getKind()),
        told.hasPayee() ? RequestProtos.payee(told.getPayee()) : null,
        told.getAmountFen(),
        Instant.ofEpochSecond(time.getSeconds(), time.getNanos() / 1_000_000 * 1_000_000L),
        told.getSerialNumber(),
        told.getPlace(),
        told.getStatementLine(),
        new Outflow.Next.EndsHere());
  }

  private static Outflow.Kind kind(OutflowKind kind) {
    return switch (kind) {
      case TO_ACCOUNT -> Outflow.Kind.TO_ACCOUNT;
      case CASH -> Outflow.Kind.CASH;
      case PURCHASE -> Outflow.Kind.PURCHASE;
      case OUTFLOW_KIND_UNSPECIFIED, UNRECOGNIZED ->
          throw new IllegalArgumentException("validation lets no outflow without a kind through");
    };
  }

  static @Nullable Holder holder(boolean given, AccountHolder holder) {
    return given
        ? new Holder(
            Personal.of(Personal.Kind.NAME, holder.getName()),
            holder.getIdType().name(),
            Personal.of(Personal.Kind.ID_NUMBER, holder.getIdNumber()),
            Personal.of(Personal.Kind.PHONE, holder.getPhone()))
        : null;
  }

  static AccountHolder holder(Holder holder) {
    return AccountHolder.newBuilder()
        .setName(holder.name().reveal())
        .setIdType(IdType.valueOf(holder.idType()))
        .setIdNumber(holder.idNumber().reveal())
        .setPhone(holder.phone().reveal())
        .build();
  }

  /**
   * @param inFull whether the account it went to is shown
   */
  static io.holdfast.proto.freezing.v1.Outflow outflow(Outflow outflow, boolean inFull) {
    var out =
        io.holdfast.proto.freezing.v1.Outflow.newBuilder()
            .setNumber(outflow.number())
            .setKind(kind(outflow.kind()))
            .setAmountFen(outflow.amountFen())
            .setOutflowTime(StopProtos.time(outflow.time()))
            .setSerialNumber(outflow.serialNumber())
            .setPlace(outflow.place())
            .setStatementLine(outflow.line())
            .setNext(next(outflow.next()))
            .setStopOrder(outflow.follower());
    if (outflow.next() instanceof Outflow.Next.HeldBack(var bound)) {
      out.setBound(bound.word());
    }
    Payee payee = outflow.payee();
    if (payee != null) {
      out.setPayee(account(payee, inFull));
    }
    return out.build();
  }

  /** An account in full. */
  public static Account payee(Payee payee) {
    return account(payee, true);
  }

  private static Account account(Payee payee, boolean inFull) {
    var out =
        Account.newBuilder()
            .setKind(kind(payee.kind()))
            .setInstitutionName(payee.institutionName())
            .setInstitution(payee.chosenInstitution());
    if (inFull) {
      out.setAccountNumber(payee.number().reveal()).setAccountName(payee.name().reveal());
    }
    return out.build();
  }

  static AccountKind kind(RoutedKind kind) {
    return switch (kind) {
      case ANY -> AccountKind.ACCOUNT_KIND_UNSPECIFIED;
      case CARD -> AccountKind.CARD;
      case PASSBOOK -> AccountKind.PASSBOOK;
      case COMPANY_ACCOUNT -> AccountKind.COMPANY_ACCOUNT;
      case WALLET -> AccountKind.WALLET;
      case QR_CODE -> AccountKind.QR_CODE;
    };
  }

  /** A kind as the contract names it. */
  public static OutflowKind kind(Outflow.Kind kind) {
    return OutflowKind.valueOf(kind.name());
  }

  /** What was done about an outflow, as the contract names it. */
  public static OutflowNext next(Outflow.Next next) {
    return switch (next) {
      case Outflow.Next.EndsHere _ -> OutflowNext.ENDS_HERE;
      case Outflow.Next.Opening _ -> OutflowNext.OPENING;
      case Outflow.Next.Opened _ -> OutflowNext.OPENED;
      case Outflow.Next.Joined _ -> OutflowNext.JOINED;
      case Outflow.Next.HeldBack _ -> OutflowNext.HELD_BACK;
      case Outflow.Next.Withdrawn _ -> OutflowNext.WITHDRAWN;
    };
  }

  static io.holdfast.proto.freezing.v1.Inflow inflow(Inflow inflow) {
    return io.holdfast.proto.freezing.v1.Inflow.newBuilder()
        .setStopOrder(inflow.source().stopOrder())
        .setOutflow(inflow.source().outflow())
        .setAmountFen(inflow.amountFen())
        .setInflowTime(StopProtos.time(inflow.time()))
        .build();
  }

  /** Where a lift stands, by its bare name. */
  public static LiftState lift(Lift lift) {
    return switch (lift) {
      case Lift.NotOwed _ -> LiftState.LIFT_NOT_OWED;
      case Lift.Owed _ -> LiftState.LIFT_OWED;
      case Lift.Overdue _ -> LiftState.LIFT_OVERDUE;
      case Lift.Confirmed _ -> LiftState.LIFT_CONFIRMED;
    };
  }

  /** Where a lift stands, with its times. */
  static io.holdfast.proto.freezing.v1.Lift whole(Lift lift) {
    var out = io.holdfast.proto.freezing.v1.Lift.newBuilder().setState(lift(lift));
    switch (lift) {
      case Lift.NotOwed _ -> {}
      case Lift.Owed(var start, var due) -> term(out, start, due);
      case Lift.Overdue(var start, var due) -> term(out, start, due);
      case Lift.Confirmed(var start, var due, var told) ->
          term(out, start, due)
              .setLiftTime(StopProtos.time(told.liftTime()))
              .setConfirmTime(StopProtos.time(told.confirmTime()))
              .setOperatorName(told.operator().name().reveal());
    }
    return out.build();
  }

  private static io.holdfast.proto.freezing.v1.Lift.Builder term(
      io.holdfast.proto.freezing.v1.Lift.Builder out, Instant start, Instant due) {
    return out.setStartTime(StopProtos.time(start)).setDueTime(StopProtos.time(due));
  }
}
