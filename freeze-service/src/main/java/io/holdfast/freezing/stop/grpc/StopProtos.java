package io.holdfast.freezing.stop.grpc;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import io.holdfast.freezing.phone.grpc.PhoneProtos;
import io.holdfast.freezing.stop.Clock;
import io.holdfast.freezing.stop.Clocks;
import io.holdfast.freezing.stop.Destination;
import io.holdfast.freezing.stop.Extension;
import io.holdfast.freezing.stop.Lift;
import io.holdfast.freezing.stop.Officer;
import io.holdfast.freezing.stop.Purpose;
import io.holdfast.freezing.stop.Seal;
import io.holdfast.freezing.stop.SecondOfficer;
import io.holdfast.freezing.stop.StopState;
import io.holdfast.freezing.stop.TransferOut;
import io.holdfast.kit.mongo.Stored;
import io.holdfast.proto.casefile.v1.AccountKind;
import io.holdfast.proto.casefile.v1.OfficerCard;
import io.holdfast.proto.casefile.v1.TransferChannel;
import io.holdfast.proto.freezing.v1.ClockState;
import io.holdfast.proto.freezing.v1.ExtensionState;
import io.holdfast.proto.freezing.v1.OrderClock;
import io.holdfast.proto.freezing.v1.OrderSignature;
import io.holdfast.proto.freezing.v1.RoutingBasis;
import io.holdfast.proto.freezing.v1.SecondOfficerState;
import io.holdfast.proto.freezing.v1.SharedStop;
import io.holdfast.proto.freezing.v1.StopOrder;
import io.holdfast.proto.freezing.v1.StopOrderSummary;
import io.holdfast.proto.freezing.v1.StopPurpose;
import io.holdfast.proto.freezing.v1.StopTransfer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Orders as the contract shows them. */
public final class StopProtos {
  private StopProtos() {}

  /**
   * The order as of {@code now}.
   *
   * @param inFull whether account, names and the signed text are shown at all; the contract's
   *     {@code seen_by} then decides by role
   */
  public static StopOrder order(
      Stored<io.holdfast.freezing.stop.StopOrder> stored, boolean inFull, Instant now) {
    io.holdfast.freezing.stop.StopOrder order = stored.state().at(now);
    var request = order.request();
    StopOrder.Builder out =
        StopOrder.newBuilder()
            .setId(stored.id())
            .setEtag(stored.etag())
            .setOrderNumber(request.orderNumber())
            .setState(state(order.state()))
            .setPolicy(stored.policy())
            .setCaseId(request.caseId())
            .setStation(request.station())
            .setBank(order.destination().bank())
            .setRoutingBasis(basis(order.destination()))
            .setRoutingReason(order.destination().reason())
            .setAccountKind(kind(order))
            .setMaskedAccount(request.payee().number().masked())
            .setAmountFen(order.amountFen())
            .setOfficer(officer(request.officer()))
            .setSecondOfficer(officer(request.secondOfficer()))
            .setOrdinal(OrderWords.ordinal(order))
            .setCountState(OrderWords.count(order.count()))
            .setExtension(extension(order.extension()))
            .setPaper(PaperProtos.paper(order.paper(), inFull))
            .addAllClocks(clocks(order, now))
            .setCreateTime(time(request.issueTime()))
            .setEndReason(OrderWords.endReason(order.state()));
    SecondOfficer word = request.confirmation().at(now);
    out.setSecondOfficerState(secondOfficer(word));
    if (word instanceof SecondOfficer.Confirmed confirmed) {
      out.setSecondOfficer(officer(confirmed.officer()))
          .setSecondOfficerConfirmTime(time(confirmed.confirmTime()));
    }
    for (TransferOut transfer : request.transfers()) {
      out.addTransfers(transfer(transfer, inFull));
    }
    if (order.mistakenTime() != null) {
      out.setTransfersWithdrawnTime(time(order.mistakenTime()));
    }
    if (inFull) {
      out.setAccountNumber(request.payee().number().reveal())
          .setAccountName(request.payee().name().reveal());
    }
    if (order.answer() != null) {
      out.setAnswer(AnswerProtos.answer(order.answer()));
    }
    if (order.sendTime() != null) {
      out.setSendTime(time(order.sendTime()));
    }
    if (order.acknowledgeTime() != null) {
      out.setAcknowledgeTime(time(order.acknowledgeTime()));
    }
    if (order.state() instanceof StopState.Stopped(_, _, var until)) {
      out.setUntilTime(time(until));
    }
    out.setLayer(request.layer().number())
        .setParentStopOrder(request.layer().parent())
        .setLift(OutflowProtos.whole(Lift.of(order, now)))
        .setCorrectsStopOrder(request.corrects().order())
        .setCorrectedByStopOrder(order.correctedBy());
    if (request.foundBy() != null) {
      out.setAccountQuery(request.foundBy().accountQuery())
          .setSeenPayee(OutflowProtos.payee(request.foundBy().seen()));
    }
    if (order.extension() instanceof Extension.Refused refused) {
      out.setExtensionRefusal(AnswerProtos.refusal(refused));
    }
    PhoneProtos.show(order.spoken(), out);
    order.outflows().forEach(each -> out.addOutflows(OutflowProtos.outflow(each, inFull)));
    order.inflows().forEach(each -> out.addInflows(OutflowProtos.inflow(each)));
    order.asked().forEach(each -> out.addAskedBanks(AnswerProtos.asked(each)));
    order
        .earlierExtensions()
        .forEach(each -> out.addEarlierExtensionAnswers(AnswerProtos.earlier(each)));
    order.earlierAnswers().forEach(each -> out.addEarlierAnswers(AnswerProtos.earlier(each)));
    ShareProtos.add(out, order, inFull);
    if (order.seal() != null && !order.joined()) {
      out.setSignature(signature(order.seal(), inFull));
    }
    return out.build();
  }

  /** One line of a list. */
  public static StopOrderSummary summary(
      Stored<io.holdfast.freezing.stop.StopOrder> stored, Instant now) {
    io.holdfast.freezing.stop.StopOrder order = stored.state().at(now);
    StopOrderSummary.Builder out =
        StopOrderSummary.newBuilder()
            .setId(stored.id())
            .setOrderNumber(order.request().orderNumber())
            .setState(state(order.state()))
            .setCaseId(order.request().caseId())
            .setBank(order.destination().bank())
            .setMaskedAccount(order.request().payee().number().masked())
            .setAmountFen(order.amountFen())
            .setHeldFen(order.heldFen())
            .setPurpose(purpose(order.request().purpose()))
            .setJoined(order.joined())
            .setPaperState(PaperProtos.state(order.paper().state()))
            .setCreateTime(time(order.request().issueTime()))
            .setLayer(order.request().layer().number())
            .setLiftState(OutflowProtos.lift(Lift.of(order, now)));
    if (order.state() instanceof StopState.Stopped(_, _, var until)) {
      out.setUntilTime(time(until));
    }
    return out.build();
  }

  /** The state's name in the contract. */
  public static io.holdfast.proto.freezing.v1.StopState state(StopState state) {
    return io.holdfast.proto.freezing.v1.StopState.valueOf(state.name().name());
  }

  /** All clocks that matter at {@code now}. */
  public static List<OrderClock> clocks(io.holdfast.freezing.stop.StopOrder order, Instant now) {
    return Clocks.of(order, now).stream().map(StopProtos::clock).toList();
  }

  /** A clock as the contract shows it. */
  public static OrderClock clock(Clock clock) {
    OrderClock.Builder out =
        OrderClock.newBuilder()
            .setName(clock.name().word())
            .setStartTime(time(clock.startTime()))
            .setDueTime(time(clock.dueTime()))
            .setState(ClockState.valueOf(clock.state().name()))
            .setBasis(clock.notice().basis())
            .addAllWarnTimes(clock.warnTimes().stream().map(StopProtos::time).toList());
    if (clock.metTime() != null) {
      out.setMetTime(time(clock.metTime()));
    }
    return out.build();
  }

  /** Whether the second officer has confirmed. */
  public static SecondOfficerState secondOfficer(SecondOfficer word) {
    return switch (word) {
      case SecondOfficer.Unconfirmed _ -> SecondOfficerState.OFFICER_UNCONFIRMED;
      case SecondOfficer.Overdue _ -> SecondOfficerState.OFFICER_OVERDUE;
      case SecondOfficer.Confirmed _ -> SecondOfficerState.OFFICER_CONFIRMED;
    };
  }

  /** Where an extension stands. */
  public static ExtensionState extension(Extension extension) {
    return switch (extension) {
      case Extension.NotRequested _ -> ExtensionState.NOT_REQUESTED;
      case Extension.Requested _ -> ExtensionState.REQUESTED;
      case Extension.Granted _ -> ExtensionState.GRANTED;
      case Extension.Refused _ -> ExtensionState.REFUSED_BY_BANK;
    };
  }

  /** How a destination was found. */
  public static RoutingBasis basis(Destination destination) {
    return switch (destination) {
      case Destination.Bank bank -> RoutingBasis.valueOf(bank.basis().name());
      case Destination.Unrouted _ -> RoutingBasis.UNROUTED;
    };
  }

  private static AccountKind kind(io.holdfast.freezing.stop.StopOrder order) {
    return OutflowProtos.kind(order.request().payee().kind());
  }

  /** How its stop is shared with other cases. */
  public static SharedStop shared(io.holdfast.freezing.stop.StopOrder order) {
    return ShareProtos.shared(order);
  }

  /** Whose account it is. */
  public static StopPurpose purpose(Purpose purpose) {
    return purpose.protective() ? StopPurpose.VICTIMS_OWN : StopPurpose.SUSPECT_ACCOUNT;
  }

  static StopTransfer transfer(TransferOut transfer, boolean inFull) {
    StopTransfer.Builder out =
        StopTransfer.newBuilder()
            .setNumber(transfer.number())
            .setAmountFen(transfer.amountFen())
            .setTransferTime(time(transfer.time()))
            .setChannel(channel(transfer.channel()))
            .setSerialNumber(transfer.serialNumber())
            .setPayerInstitutionName(transfer.payerInstitutionName());
    if (inFull) {
      out.setPayerAccountNumber(transfer.payerNumber().reveal())
          .setPayerAccountName(transfer.payerName().reveal());
    }
    return out.build();
  }

  /** A channel as the contract names it. */
  public static TransferChannel channel(TransferOut.Channel channel) {
    return channel == TransferOut.Channel.NOT_TOLD
        ? TransferChannel.TRANSFER_CHANNEL_UNSPECIFIED
        : TransferChannel.valueOf(channel.name());
  }

  /** An officer as a bank may check him. */
  public static OfficerCard officer(Officer officer) {
    return OfficerCard.newBuilder()
        .setName(officer.name().reveal())
        .setOfficerNumber(officer.number())
        .setPhone(officer.phone().reveal())
        .build();
  }

  private static OrderSignature signature(Seal seal, boolean inFull) {
    OrderSignature.Builder out =
        OrderSignature.newBuilder()
            .setSignature(ByteString.copyFrom(Base64.getDecoder().decode(seal.signature())))
            .setKeyId(seal.keyId());
    if (inFull) {
      out.setSignedBytes(
          ByteString.copyFrom(seal.signedText().reveal().getBytes(StandardCharsets.UTF_8)));
    }
    return out.build();
  }

  /** A time as the contract carries it. */
  public static Timestamp time(Instant time) {
    return Timestamp.newBuilder()
        .setSeconds(time.getEpochSecond())
        .setNanos(time.getNano())
        .build();
  }

  /**
   * A time as the domain takes it, to the millisecond as it is stored; null where none was given.
   */
  public static @Nullable Instant time(boolean given, Timestamp time) {
    return given
        ? Instant.ofEpochSecond(time.getSeconds(), time.getNanos() / 1_000_000 * 1_000_000L)
        : null;
  }
}
