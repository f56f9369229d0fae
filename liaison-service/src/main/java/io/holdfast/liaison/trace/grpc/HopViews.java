package io.holdfast.liaison.trace.grpc;

import static io.holdfast.liaison.trace.grpc.HopProtos.time;

import io.holdfast.liaison.trace.Answer;
import io.holdfast.liaison.trace.CallData;
import io.holdfast.liaison.trace.CallRecord;
import io.holdfast.liaison.trace.Clocks;
import io.holdfast.liaison.trace.Dispute;
import io.holdfast.liaison.trace.Hop;
import io.holdfast.liaison.trace.HopState;
import io.holdfast.liaison.trace.Preservation;
import io.holdfast.liaison.trace.Target;
import io.holdfast.liaison.trace.Trace;
import io.holdfast.proto.liaison.v1.HopDispute;
import io.holdfast.proto.liaison.v1.SearchKeys;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Hops as those see them who deal with them, and as those see them who come after. */
final class HopViews {
  /** As exchanges in China write times. */
  private static final DateTimeFormatter WINDOW =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withZone(ZoneId.of("Asia/Shanghai"));

  private HopViews() {}

  /** Everything of a hop. */
  static io.holdfast.proto.liaison.v1.Hop whole(Trace trace, Hop hop, Instant now) {
    var out =
        common(hop)
            .setDelay(HopProtos.delay(Clocks.delay(trace, hop, now)))
            .setPaperNumber(hop.paperNumber())
            .setOpenTime(time(hop.openTime()))
            .setSearchKeys(keys(trace, hop))
            .addAllClocks(HopProtos.clocks(trace, hop, now));
    if (hop.target() instanceof Target.Outside outside) {
      out.setOutside(HopProtos.outside(outside));
    }
    Instant acknowledged = hop.acknowledgeTime();
    if (acknowledged != null) {
      out.setAcknowledgeTime(time(acknowledged));
    }
    due(hop).ifPresent(due -> out.setDueTime(time(due)));
    Preservation preservation = hop.preservation();
    if (preservation != null) {
      out.setPreservation(preservation(preservation));
    }
    hop.answers().forEach(answer -> out.addAnswers(HopProtos.answer(answer)));
    hop.disputes().forEach(dispute -> out.addDisputes(dispute(dispute)));
    return out.build();
  }

  /** Only where the call went through: who, and the legs and numbers on record. */
  static io.holdfast.proto.liaison.v1.Hop routing(Hop hop) {
    var out = common(hop);
    hop.answer()
        .map(HopProtos::answer)
        .ifPresent(
            answer ->
                out.addAnswers(
                    answer.toBuilder()
                        .clearOperator()
                        .clearReason()
                        .clearIpLeg()
                        .clearUpstream()
                        .clearCorrectionReason()));
    return out.build();
  }

  private static io.holdfast.proto.liaison.v1.Hop.Builder common(Hop hop) {
    return io.holdfast.proto.liaison.v1.Hop.newBuilder()
        .setNumber(hop.number())
        .setState(HopProtos.state(hop.state().name()))
        .setCarrier(hop.target().institution())
        .setExchange(exchange(hop.target()));
  }

  private static String exchange(Target target) {
    return switch (target) {
      case Target.Unknown _ -> "";
      case Target.Inside(_, var exchange) -> exchange;
      case Target.Outside(_, _, _, var exchange) -> exchange;
    };
  }

  /** Until when a hop is to be answered; empty where nobody is asked. */
  static Optional<Instant> due(Hop hop) {
    return switch (hop.state()) {
      case HopState.Sent(_, var due) -> Optional.of(due);
      case HopState.Acknowledged(_, var due) -> Optional.of(due);
      case HopState.Disputed(_, var due, _, _) -> Optional.of(due);
      case HopState.Unrouted _,
          HopState.Answered _,
          HopState.Landed _,
          HopState.DeadEnd _,
          HopState.NotOurs _,
          HopState.PaperInvalid _ ->
          Optional.empty();
    };
  }

  private static SearchKeys keys(Trace trace, Hop hop) {
    CallData call = trace.request().call();
    Instant start = call.startTime().plusSeconds(hop.clockOffsetSeconds());
    Instant from = start.minus(call.tolerance());
    Instant to = start.plus(call.tolerance());
    var keys =
        SearchKeys.newBuilder()
            .setDisplayed(call.displayed().reveal())
            .setCalledNumber(call.called().reveal())
            .setWindowStartTime(time(from))
            .setWindowEndTime(time(to))
            .setWindowText(WINDOW.format(from) + "-" + WINDOW.format(to) + " +0800");
    CallRecord before =
        trace.hop(hop.number() - 1).flatMap(Hop::answer).map(Answer::record).orElse(null);
    if (before != null) {
      keys.setReceived(before.calling().reveal()).setLeg(HopProtos.leg(before.incoming()));
    }
    return keys.build();
  }

  private static io.holdfast.proto.liaison.v1.Preservation preservation(Preservation preservation) {
    var out =
        io.holdfast.proto.liaison.v1.Preservation.newBuilder()
            .setPreserveTime(time(preservation.preserveTime()))
            .setReference(preservation.reference());
    Instant end = preservation.retentionEndTime();
    return end == null ? out.build() : out.setRetentionEndTime(time(end)).build();
  }

  private static HopDispute dispute(Dispute dispute) {
    return HopDispute.newBuilder()
        .setInstitution(dispute.institution())
        .setReason(dispute.reason())
        .setDisputeTime(time(dispute.disputeTime()))
        .build();
  }
}
