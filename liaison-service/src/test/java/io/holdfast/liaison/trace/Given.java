package io.holdfast.liaison.trace;

import io.holdfast.kit.value.Personal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Made-up traces (测试) for tests. */
final class Given {
  static final Instant NOON = Instant.parse("2026-11-21T04:00:00Z");
  static final Instant CALL = NOON.minus(Duration.ofHours(2));
  static final String VICTIM_CARRIER = "carrier-a";
  static final String SECOND_CARRIER = "carrier-b";
  static final String THIRD_CARRIER = "carrier-c";
  static final String CALLED = "13999000001";
  static final Asked POLICE = new Asked.Police("station");

  private static final ClockLimit HOUR = limit(Duration.ofHours(1));

  private Given() {}

  static ClockLimit limit(Duration length) {
    return new ClockLimit(length, List.of(length.dividedBy(4)), "测试");
  }

  static Limits limits(int hopsMax) {
    return new Limits(
        "cn-2026",
        HOUR,
        limit(Duration.ofHours(2)),
        limit(Duration.ofHours(24)),
        limit(Duration.ofHours(4)),
        Duration.ofSeconds(30),
        hopsMax);
  }

  static Target inside(String institution) {
    return new Target.Inside(institution, "");
  }

  static Target outside() {
    return new Target.Outside("测试虚拟运营商", name("测试联系人"), phone("099000001"), "");
  }

  static Personal name(String text) {
    return Personal.of(Personal.Kind.NAME, text);
  }

  static Personal phone(String text) {
    return Personal.of(Personal.Kind.PHONE, text);
  }

  static Trace requested() {
    return requested(20, inside(VICTIM_CARRIER), new Paper.Limit.OfPolicy());
  }

  static Trace requested(int hopsMax, Target first, Paper.Limit limit) {
    var call =
        new CallData(
            CallData.Direction.INCOMING,
            phone("+000110"),
            phone(""),
            phone("+86 " + CALLED),
            CALL,
            600,
            Duration.ofMinutes(5));
    return Trace.requested(
        new TraceRequest(
            "case",
            1,
            "station",
            List.of("county"),
            "999001",
            call,
            first,
            new Officer(name("测试民警"), "999101", phone("099000002")),
            "requester",
            NOON,
            limits(hopsMax)),
        new Paper("测调证字1号", limit));
  }

  static Trace approved() {
    return then(requested(), new TraceCommand.Approve("head"));
  }

  static CallRecord record(String trunk) {
    return record(trunk, Leg.UNKNOWN);
  }

  static CallRecord record(String trunk, Leg outgoing) {
    return record(CALL, 0, 600, CALLED, new Leg(trunk, null, null, null), outgoing);
  }

  static CallRecord record(
      Instant start, int offset, int seconds, String called, Leg incoming, Leg outgoing) {
    return new CallRecord(
        start,
        seconds,
        offset,
        phone(called),
        phone("09990001"),
        CallRecord.Nature.NATIONAL_NUMBER,
        CallRecord.Screening.NETWORK_PROVIDED,
        phone(""),
        incoming,
        outgoing);
  }

  static Answer answer(HopCode code, @Nullable CallRecord record, @Nullable Target upstream) {
    return new Answer(
        code,
        ExchangeRole.TRANSIT,
        "99",
        "测试局",
        record,
        upstream,
        null,
        record == null ? "测试原因" : "",
        new Operator(name("测试话务员"), phone("")),
        NOON,
        "");
  }

  static Answer upstream(String carrier, String trunk) {
    return answer(HopCode.UPSTREAM, record(trunk), inside(carrier));
  }

  static Answer landing() {
    return answer(HopCode.LANDING, record("trunk-landing"), null);
  }

  static Answer none(HopCode code) {
    return answer(code, null, code == HopCode.PORTED_TO ? inside(SECOND_CARRIER) : null);
  }

  static TraceCommand.AnswerHop answering(int hop, String carrier, Answer answer) {
    return new TraceCommand.AnswerHop(hop, new Asked.Carrier(carrier), answer);
  }

  static TraceCommand.CorrectHopAnswer correcting(int hop, String carrier, Answer answer) {
    return new TraceCommand.CorrectHopAnswer(hop, new Asked.Carrier(carrier), answer);
  }

  static TraceCommand.AcknowledgeHop acknowledging(int hop, String carrier) {
    return new TraceCommand.AcknowledgeHop(hop, new Asked.Carrier(carrier), "", null);
  }

  static Trace then(Trace trace, TraceCommand... commands) {
    Trace next = trace;
    for (TraceCommand command : commands) {
      next = then(next, command, NOON);
    }
    return next;
  }

  static Trace then(Trace trace, TraceCommand command, Instant now) {
    return switch (TraceRules.decide(trace, command, now)) {
      case Decision.Accepted(var events) -> Evolution.evolve(trace, events);
      case Decision.Rejected(var rejection) -> throw new AssertionError("rejected: " + rejection);
    };
  }

  static Rejection refusal(Trace trace, TraceCommand command) {
    return refusal(trace, command, NOON);
  }

  static Rejection refusal(Trace trace, TraceCommand command, Instant now) {
    return switch (TraceRules.decide(trace, command, now)) {
      case Decision.Accepted(var events) -> throw new AssertionError("accepted: " + events);
      case Decision.Rejected(var rejection) -> rejection;
    };
  }

  /** A trace whose hop 1 (or 2, for what needs a hop before it) stands in each state. */
  static Trace in(HopState.Name state) {
    Trace start = approved();
    return switch (state) {
      case UNROUTED ->
          then(
              requested(20, new Target.Unknown(), new Paper.Limit.OfPolicy()),
              new TraceCommand.Approve("head"));
      case SENT -> start;
      case ACKNOWLEDGED -> then(start, acknowledging(1, VICTIM_CARRIER));
      case ANSWERED -> then(start, answering(1, VICTIM_CARRIER, upstream(SECOND_CARRIER, "t1")));
      case LANDED -> then(start, answering(1, VICTIM_CARRIER, landing()));
      case DEAD_END -> then(start, answering(1, VICTIM_CARRIER, none(HopCode.NO_RECORD)));
      case NOT_OURS -> then(start, answering(1, VICTIM_CARRIER, none(HopCode.NOT_OURS)));
      case PAPER_INVALID -> then(start, answering(1, VICTIM_CARRIER, none(HopCode.PAPER_INVALID)));
      case DISPUTED ->
          then(in(HopState.Name.ANSWERED), new TraceCommand.DisputeHop(1, POLICE, "测试"));
    };
  }
}
