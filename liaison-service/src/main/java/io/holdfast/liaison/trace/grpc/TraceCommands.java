package io.holdfast.liaison.trace.grpc;

import io.holdfast.kit.access.Call;
import io.holdfast.kit.access.Caller;
import io.holdfast.kit.problem.Problem;
import io.holdfast.kit.problem.Problem.Violation;
import io.holdfast.kit.value.Personal;
import io.holdfast.liaison.trace.Answer;
import io.holdfast.liaison.trace.CallRecord;
import io.holdfast.liaison.trace.ExchangeRole;
import io.holdfast.liaison.trace.HopCode;
import io.holdfast.liaison.trace.IpLeg;
import io.holdfast.liaison.trace.Leg;
import io.holdfast.liaison.trace.Operator;
import io.holdfast.liaison.trace.Paper;
import io.holdfast.liaison.trace.PointCode;
import io.holdfast.liaison.trace.Preservation;
import io.holdfast.liaison.trace.Server;
import io.holdfast.liaison.trace.ServerAddress;
import io.holdfast.liaison.trace.Subject;
import io.holdfast.liaison.trace.Target;
import io.holdfast.proto.liaison.v1.HopAnswer;
import io.holdfast.proto.liaison.v1.OutsideUpstream;
import io.holdfast.proto.liaison.v1.RouteLeg;
import io.holdfast.proto.liaison.v1.TraceOperator;
import io.holdfast.proto.liaison.v1.TracePaper;
import io.holdfast.proto.liaison.v1.TraceServer;
import io.holdfast.proto.liaison.v1.TraceSubject;
import io.holdfast.proto.liaison.v1.Upstream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What callers send, in the domain's words. */
final class TraceCommands {
  private final Carriers carriers;

  /**
   * @param carriers tells whether an institution can be asked
   */
  TraceCommands(Carriers carriers) {
    this.carriers = carriers;
  }

  Answer answer(Call call, HopAnswer answer, String region, Instant now, String correction) {
    return new Answer(
        HopCode.valueOf(answer.getCode().name()),
        role(answer),
        answer.getProvince(),
        answer.getExchange(),
        answer.hasRecord() ? record(answer.getRecord()) : null,
        answer.hasUpstream() ? target(answer.getUpstream(), region) : null,
        answer.hasIpLeg() ? ipLeg(answer.getIpLeg()) : null,
        answer.getReason(),
        operator(call, answer.getOperator()),
        now,
        correction);
  }

  private static ExchangeRole role(HopAnswer answer) {
    return answer.getRoleValue() == 0
        ? ExchangeRole.NOT_TOLD
        : ExchangeRole.valueOf(answer.getRole().name());
  }

  Target target(Upstream upstream, String region) {
    return switch (upstream.getWhoCase()) {
      case INSTITUTION -> {
        carriers.require(upstream.getInstitution(), region);
        yield new Target.Inside(upstream.getInstitution(), upstream.getExchange());
      }
      case OUTSIDE -> outside(upstream.getOutside(), upstream.getExchange());
      // The contract's rule refuses this before.
      case WHO_NOT_SET -> new Target.Unknown();
    };
  }

  private static Target outside(OutsideUpstream outside, String exchange) {
    return new Target.Outside(
        outside.getName(),
        name(outside.getContactName()),
        phone(outside.getContactPhone()),
        exchange);
  }

  private static CallRecord record(io.holdfast.proto.liaison.v1.CallRecord record) {
    if (!record.hasStartTime()) {
      throw invalid(
          "answer.record.startTime",
          "START_TIME_MISSING",
          "请填写话单开始时间。",
          "Give the record's start.");
    }
    return new CallRecord(
        Objects.requireNonNull(HopProtos.time(true, record.getStartTime())),
        record.getDurationSeconds(),
        record.getClockOffsetSeconds(),
        phone(record.getCalledNumber()),
        phone(record.getCallingNumberReceived()),
        record.getNatureValue() == 0
            ? CallRecord.Nature.NOT_TOLD
            : CallRecord.Nature.valueOf(record.getNature().name()),
        record.getScreeningValue() == 0
            ? CallRecord.Screening.NOT_TOLD
            : CallRecord.Screening.valueOf(record.getScreening().name()),
        phone(record.getRedirectingNumber()),
        leg("answer.record.incoming", record.getIncoming()),
        leg("answer.record.outgoing", record.getOutgoing()));
  }

  private static Leg leg(String field, RouteLeg leg) {
    return new Leg(
        leg.getTrunkGroup(),
        leg.hasCic() ? leg.getCic() : null,
        leg.hasOpc() ? pointCode(field + ".opc", leg.getOpc()) : null,
        leg.hasDpc() ? pointCode(field + ".dpc", leg.getDpc()) : null);
  }

  private static PointCode pointCode(String field, io.holdfast.proto.liaison.v1.PointCode code) {
    return PointCode.read(code.getText(), code.getBits())
        .orElseThrow(
            () ->
                invalid(
                    field,
                    "POINT_CODE",
                    "信令点编码应为 8-8-8（24位）、3-8-3（14位）或整数。",
                    "Expected 8-8-8 (24 bits), 3-8-3 (14 bits) or an integer that fits."));
  }

  private static IpLeg ipLeg(io.holdfast.proto.liaison.v1.IpLeg leg) {
    return new IpLeg(
        leg.getServerAddress().isEmpty()
            ? text("")
            : server("answer.ipLeg.serverAddress", leg.getServerAddress()),
        leg.getSipCallId(),
        text(leg.getSipFrom()),
        leg.getGateway(),
        leg.getHost(),
        name(leg.getTenant()));
  }

  /** A person stands behind his own answer; a machine has to name one. */
  private static Operator operator(Call call, TraceOperator stated) {
    Caller caller = call.caller();
    Personal own = caller.name();
    if (stated.getName().isBlank() && caller.machine()) {
      throw invalid(
          "answer.operator.name",
          "OPERATOR_MISSING",
          "系统答复须写明经办人。",
          "A machine names the person who stands behind the answer.");
    }
    return new Operator(
        stated.getName().isBlank() && own != null ? own : name(stated.getName()),
        phone(stated.getPhone()));
  }

  static Preservation preservation(
      io.holdfast.proto.liaison.v1.Preservation preservation, Instant now) {
    @Nullable Instant told =
        HopProtos.time(preservation.hasPreserveTime(), preservation.getPreserveTime());
    return new Preservation(
        told == null ? now : told,
        preservation.getReference(),
        HopProtos.time(preservation.hasRetentionEndTime(), preservation.getRetentionEndTime()));
  }

  static Paper paper(TracePaper paper) {
    return new Paper(
        paper.getNumber(),
        switch (paper.getLimitCase()) {
          case END_TIME ->
              new Paper.Limit.Until(
                  Objects.requireNonNull(HopProtos.time(true, paper.getEndTime())));
          case LENGTH ->
              new Paper.Limit.Lasting(Duration.ofSeconds(paper.getLength().getSeconds()));
          case LIMIT_NOT_SET -> new Paper.Limit.OfPolicy();
        });
  }

  static Server server(TraceServer server, Instant now) {
    return new Server(
        server("server.serverAddress", server.getServerAddress()),
        server.getHost(),
        name(server.getTenant()),
        text(server.getNote()),
        now);
  }

  static Subject subject(TraceSubject subject) {
    return new Subject(
        Subject.Kind.valueOf(subject.getKind().name().substring("CLUE_".length())),
        text(subject.getValue()),
        text(subject.getNote()));
  }

  private static Personal server(String field, String address) {
    if (!ServerAddress.valid(address)) {
      throw invalid(
          field,
          "SERVER_ADDRESS",
          "服务器地址应为 IPv4 或 IPv6，可带端口。",
          "Expected an IPv4 or IPv6 address, with or without a port.");
    }
    return text(address);
  }

  private static Personal name(String text) {
    return Personal.of(Personal.Kind.NAME, text);
  }

  private static Personal phone(String text) {
    return Personal.of(Personal.Kind.PHONE, text);
  }

  private static Personal text(String text) {
    return Personal.of(Personal.Kind.TEXT, text);
  }

  private static Problem invalid(String field, String rule, String zh, String en) {
    return Problem.invalid(List.of(new Violation(field, rule, zh, en)));
  }
}
