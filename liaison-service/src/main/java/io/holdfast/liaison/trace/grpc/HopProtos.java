package io.holdfast.liaison.trace.grpc;

import com.google.protobuf.Timestamp;
import io.holdfast.liaison.desk.proto.DeskProtos;
import io.holdfast.liaison.trace.Answer;
import io.holdfast.liaison.trace.CallData;
import io.holdfast.liaison.trace.CallRecord;
import io.holdfast.liaison.trace.Clocks;
import io.holdfast.liaison.trace.Delay;
import io.holdfast.liaison.trace.ExchangeRole;
import io.holdfast.liaison.trace.Hop;
import io.holdfast.liaison.trace.IpLeg;
import io.holdfast.liaison.trace.Leg;
import io.holdfast.liaison.trace.PointCode;
import io.holdfast.liaison.trace.Target;
import io.holdfast.liaison.trace.Trace;
import io.holdfast.proto.casefile.v1.ContactDirection;
import io.holdfast.proto.liaison.v1.AddressNature;
import io.holdfast.proto.liaison.v1.HopAnswer;
import io.holdfast.proto.liaison.v1.HopCode;
import io.holdfast.proto.liaison.v1.HopDelay;
import io.holdfast.proto.liaison.v1.HopState;
import io.holdfast.proto.liaison.v1.OutsideUpstream;
import io.holdfast.proto.liaison.v1.RouteLeg;
import io.holdfast.proto.liaison.v1.Screening;
import io.holdfast.proto.liaison.v1.TraceClock;
import io.holdfast.proto.liaison.v1.TraceOperator;
import io.holdfast.proto.liaison.v1.Upstream;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parts of hops as the contract shows them. */
public final class HopProtos {
  private HopProtos() {}

  /** A hop's state. */
  public static HopState state(io.holdfast.liaison.trace.HopState.Name state) {
    return HopState.valueOf("HOP_" + state.name());
  }

  /** How far behind a hop is. */
  public static HopDelay delay(Delay delay) {
    return HopDelay.valueOf(delay.name());
  }

  /** The clocks of a hop that stand at {@code now}. */
  public static List<TraceClock> clocks(Trace trace, Hop hop, Instant now) {
    return Clocks.of(trace, hop, now).stream()
        .map(
            clock ->
                TraceClock.newBuilder()
                    .setName(clock.name().word())
                    .setStartTime(time(clock.startTime()))
                    .setDueTime(time(clock.dueTime()))
                    .setMissed(clock.missed(now))
                    .setBasis(clock.basis())
                    .build())
        .toList();
  }

  /** Who called whom. */
  public static CallData.Direction direction(ContactDirection direction) {
    return switch (direction) {
      case CONTACT_DIRECTION_UNSPECIFIED, UNRECOGNIZED -> CallData.Direction.NOT_GIVEN;
      case INCOMING -> CallData.Direction.INCOMING;
      case OUTGOING -> CallData.Direction.OUTGOING;
    };
  }

  static ContactDirection direction(CallData.Direction direction) {
    return switch (direction) {
      case NOT_GIVEN -> ContactDirection.CONTACT_DIRECTION_UNSPECIFIED;
      case INCOMING -> ContactDirection.INCOMING;
      case OUTGOING -> ContactDirection.OUTGOING;
    };
  }

  static HopAnswer answer(Answer answer) {
    var out =
        HopAnswer.newBuilder()
            .setCode(HopCode.valueOf(answer.code().name()))
            .setRole(role(answer.role()))
            .setProvince(answer.province())
            .setExchange(answer.exchange())
            .setReason(answer.reason())
            .setOperator(
                TraceOperator.newBuilder()
                    .setName(answer.operator().name().reveal())
                    .setPhone(answer.operator().phone().reveal()))
            .setAnswerTime(time(answer.answerTime()))
            .setCorrectionReason(answer.correctionReason());
    CallRecord record = answer.record();
    if (record != null) {
      out.setRecord(record(record));
    }
    Target upstream = answer.upstream();
    if (upstream != null) {
      out.setUpstream(upstream(upstream));
    }
    IpLeg leg = answer.ipLeg();
    if (leg != null) {
      out.setIpLeg(ipLeg(leg));
    }
    return out.build();
  }

  private static io.holdfast.proto.liaison.v1.ExchangeRole role(ExchangeRole role) {
    return role == ExchangeRole.NOT_TOLD
        ? io.holdfast.proto.liaison.v1.ExchangeRole.EXCHANGE_ROLE_UNSPECIFIED
        : io.holdfast.proto.liaison.v1.ExchangeRole.valueOf(role.name());
  }

  private static io.holdfast.proto.liaison.v1.CallRecord record(CallRecord record) {
    return io.holdfast.proto.liaison.v1.CallRecord.newBuilder()
        .setStartTime(time(record.startTime()))
        .setDurationSeconds(record.durationSeconds())
        .setClockOffsetSeconds(record.offsetSeconds())
        .setCalledNumber(record.called().reveal())
        .setCallingNumberReceived(record.calling().reveal())
        .setNature(
            record.nature() == CallRecord.Nature.NOT_TOLD
                ? AddressNature.ADDRESS_NATURE_UNSPECIFIED
                : AddressNature.valueOf(record.nature().name()))
        .setScreening(
            record.screening() == CallRecord.Screening.NOT_TOLD
                ? Screening.SCREENING_UNSPECIFIED
                : Screening.valueOf(record.screening().name()))
        .setRedirectingNumber(record.redirecting().reveal())
        .setIncoming(leg(record.incoming()))
        .setOutgoing(leg(record.outgoing()))
        .build();
  }

  static RouteLeg leg(Leg leg) {
    var out = RouteLeg.newBuilder().setTrunkGroup(leg.trunkGroup());
    Integer cic = leg.cic();
    if (cic != null) {
      out.setCic(cic);
    }
    PointCode opc = leg.opc();
    if (opc != null) {
      out.setOpc(pointCode(opc));
    }
    PointCode dpc = leg.dpc();
    if (dpc != null) {
      out.setDpc(pointCode(dpc));
    }
    return out.build();
  }

  private static io.holdfast.proto.liaison.v1.PointCode pointCode(PointCode code) {
    return io.holdfast.proto.liaison.v1.PointCode.newBuilder()
        .setText(code.bits() == 14 ? code.as14Bit() : code.as24Bit())
        .setBits(code.bits())
        .setValue(code.value())
        .setAs24Bit(code.as24Bit())
        .setAs14Bit(code.as14Bit())
        .build();
  }

  private static Upstream upstream(Target target) {
    return switch (target) {
      case Target.Unknown _ -> Upstream.getDefaultInstance();
      case Target.Inside(var institution, var exchange) ->
          Upstream.newBuilder().setInstitution(institution).setExchange(exchange).build();
      case Target.Outside outside ->
          Upstream.newBuilder()
              .setOutside(outside(outside))
              .setExchange(outside.exchange())
              .build();
    };
  }

  static OutsideUpstream outside(Target.Outside outside) {
    return OutsideUpstream.newBuilder()
        .setName(outside.name())
        .setContactName(outside.contactName().reveal())
        .setContactPhone(outside.contactPhone().reveal())
        .build();
  }

  private static io.holdfast.proto.liaison.v1.IpLeg ipLeg(IpLeg leg) {
    return io.holdfast.proto.liaison.v1.IpLeg.newBuilder()
        .setServerAddress(leg.server().reveal())
        .setSipCallId(leg.sipCallId())
        .setSipFrom(leg.sipFrom().reveal())
        .setGateway(leg.gateway())
        .setHost(leg.host())
        .setTenant(leg.tenant().reveal())
        .build();
  }

  static Timestamp time(Instant time) {
    return DeskProtos.timestamp(time);
  }

  static @Nullable Instant time(boolean given, Timestamp time) {
    return given ? DeskProtos.instant(time) : null;
  }
}
