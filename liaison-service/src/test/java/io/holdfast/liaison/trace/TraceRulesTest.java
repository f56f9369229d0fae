package io.holdfast.liaison.trace;

import static io.holdfast.liaison.trace.Given.CALL;
import static io.holdfast.liaison.trace.Given.CALLED;
import static io.holdfast.liaison.trace.Given.NOON;
import static io.holdfast.liaison.trace.Given.SECOND_CARRIER;
import static io.holdfast.liaison.trace.Given.THIRD_CARRIER;
import static io.holdfast.liaison.trace.Given.VICTIM_CARRIER;
import static io.holdfast.liaison.trace.Given.answering;
import static io.holdfast.liaison.trace.Given.approved;
import static io.holdfast.liaison.trace.Given.correcting;
import static io.holdfast.liaison.trace.Given.refusal;
import static io.holdfast.liaison.trace.Given.then;
import static io.holdfast.liaison.trace.Given.upstream;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TraceRulesTest {
  private static final PointCode HERE = new PointCode(24, 0x0A141E);
  private static final PointCode BEFORE = new PointCode(24, 0x0A141F);
  private static final PointCode ELSEWHERE = new PointCode(24, 0x0A1420);

  private static Trace second() {
    Leg incoming = new Leg("t1", 31, BEFORE, HERE);
    Answer answer =
        Given.answer(
            HopCode.UPSTREAM,
            Given.record(CALL, 0, 600, CALLED, incoming, Leg.UNKNOWN),
            Given.inside(SECOND_CARRIER));
    return then(approved(), answering(1, VICTIM_CARRIER, answer));
  }

  private static Answer at(Instant start, int offset, int seconds, String called) {
    return Given.answer(
        HopCode.LANDING,
        Given.record(start, offset, seconds, called, Leg.UNKNOWN, Leg.UNKNOWN),
        null);
  }

  @Test
  void whoAskedDoesNotApprove() {
    assertThat(refusal(Given.requested(), new TraceCommand.Approve("requester")))
        .isEqualTo(new Rejection.RequesterIsApprover());
  }

  @Test
  void theStartMayBeWrongByToleranceAndClockOffsetAndNoSecondMore() {
    Instant edge = CALL.plus(Duration.ofMinutes(5));
    assertThat(then(approved(), answering(1, VICTIM_CARRIER, at(edge, 0, 600, CALLED))).stage())
        .isEqualTo(Stage.LANDED);
    assertThat(
            then(
                    approved(),
                    answering(1, VICTIM_CARRIER, at(edge.plusSeconds(90), 90, 600, CALLED)))
                .stage())
        .isEqualTo(Stage.LANDED);
    assertThat(
            refusal(
                approved(), answering(1, VICTIM_CARRIER, at(edge.plusSeconds(1), 0, 600, CALLED))))
        .isInstanceOf(Rejection.TimeDiffers.class);
    assertThat(refusal(approved(), answering(1, VICTIM_CARRIER, at(edge, -1, 600, CALLED))))
        .isInstanceOf(Rejection.TimeDiffers.class);
  }

  @Test
  void lengthAndNumberMustBeTheCalls() {
    assertThat(then(approved(), answering(1, VICTIM_CARRIER, at(CALL, 0, 630, CALLED))).stage())
        .isEqualTo(Stage.LANDED);
    assertThat(refusal(approved(), answering(1, VICTIM_CARRIER, at(CALL, 0, 631, CALLED))))
        .isEqualTo(new Rejection.DurationDiffers(631, 600, Duration.ofSeconds(30)));
    assertThat(
            then(approved(), answering(1, VICTIM_CARRIER, at(CALL, 0, 600, "0086" + CALLED)))
                .stage())
        .isEqualTo(Stage.LANDED);
    assertThat(
            then(approved(), answering(1, VICTIM_CARRIER, at(CALL, 0, 600, "0" + CALLED))).stage())
        .isEqualTo(Stage.LANDED);
    assertThat(refusal(approved(), answering(1, VICTIM_CARRIER, at(CALL, 0, 600, "13999000002"))))
        .isEqualTo(new Rejection.NumberDiffers());
  }

  @Test
  void theLegOutOfAHopIsTheLegIntoTheOneBefore() {
    Leg same = new Leg("their own name", 31, BEFORE, HERE);
    Leg other = new Leg("their own name", 31, ELSEWHERE, HERE);
    Leg otherCircuit = new Leg("", 32, null, null);
    assertThat(then(second(), answering(2, SECOND_CARRIER, landing(same))).stage())
        .isEqualTo(Stage.LANDED);
    assertThat(refusal(second(), answering(2, SECOND_CARRIER, landing(other))))
        .isEqualTo(new Rejection.RouteDiffers(1));
    assertThat(refusal(second(), answering(2, SECOND_CARRIER, landing(otherCircuit))))
        .isEqualTo(new Rejection.RouteDiffers(1));
  }

  private static Answer landing(Leg outgoing) {
    return Given.answer(HopCode.LANDING, Given.record("t2", outgoing), null);
  }

  @Test
  void aCallComesThroughATrunkGroupOnce() {
    Trace third =
        then(
            approved(),
            answering(1, VICTIM_CARRIER, upstream(SECOND_CARRIER, "t1")),
            answering(2, SECOND_CARRIER, upstream(VICTIM_CARRIER, "t2")));
    assertThat(refusal(third, answering(3, VICTIM_CARRIER, upstream(THIRD_CARRIER, "t1"))))
        .isEqualTo(new Rejection.Loop(1));
    assertThat(then(third, answering(3, VICTIM_CARRIER, upstream(THIRD_CARRIER, "t3"))).hops())
        .hasSize(4);
  }

  @Test
  void theLastAllowedHopEndsTheTrail() {
    Trace trace =
        then(
            Given.requested(1, Given.inside(VICTIM_CARRIER), new Paper.Limit.OfPolicy()),
            new TraceCommand.Approve("head"),
            answering(1, VICTIM_CARRIER, upstream(SECOND_CARRIER, "t1")));
    assertThat(trace.hops()).hasSize(1);
    assertThat(trace.hops().getFirst().state())
        .isEqualTo(new HopState.DeadEnd(NOON, HopState.Cause.HOPS_EXHAUSTED));
  }

  @Test
  void aCorrectionKeepsBothVersionsAndWithdrawsWhatWasOpenedOnTheWrongOne() {
    Trace wrong =
        then(
            approved(),
            answering(1, VICTIM_CARRIER, upstream(SECOND_CARRIER, "t1")),
            answering(2, SECOND_CARRIER, upstream(THIRD_CARRIER, "t2")));
    Trace right = then(wrong, correcting(1, VICTIM_CARRIER, upstream(THIRD_CARRIER, "t1")));
    assertThat(right.hops()).hasSize(2);
    assertThat(right.hops().getFirst().answers()).hasSize(2);
    assertThat(right.hops().getLast().target()).isEqualTo(Given.inside(THIRD_CARRIER));
    assertThat(right.hops().getLast().answers()).isEmpty();
    assertThat(right.past())
        .extracting(past -> past.hop().target().institution())
        .containsExactly(SECOND_CARRIER, THIRD_CARRIER);
  }

  @Test
  void aCorrectionThatNamesTheSameUpstreamCostsNobodyHisWork() {
    Trace trace = then(second(), answering(2, SECOND_CARRIER, landing(Leg.UNKNOWN)));
    Answer milder =
        Given.answer(
            HopCode.UPSTREAM,
            Given.record(CALL, 0, 605, CALLED, new Leg("t1", 31, BEFORE, HERE), Leg.UNKNOWN),
            Given.inside(SECOND_CARRIER));
    assertThat(then(trace, correcting(1, VICTIM_CARRIER, milder)).stage()).isEqualTo(Stage.LANDED);
  }

  @Test
  void notOursAsksTheHopBeforeAgainUntilItIsTakenBack() {
    Trace doubted = then(second(), answering(2, SECOND_CARRIER, Given.none(HopCode.NOT_OURS)));
    assertThat(names(doubted)).containsExactly("DISPUTED", "NOT_OURS");
    Trace takenBack = then(doubted, correcting(2, SECOND_CARRIER, landing(Leg.UNKNOWN)));
    assertThat(names(takenBack)).containsExactly("ANSWERED", "LANDED");
    Trace mended = then(doubted, answering(1, VICTIM_CARRIER, upstream(THIRD_CARRIER, "t1")));
    assertThat(names(mended)).containsExactly("ANSWERED", "SENT");
    assertThat(mended.carriers()).containsExactly(VICTIM_CARRIER, THIRD_CARRIER);
    Trace insisting = then(doubted, answering(1, VICTIM_CARRIER, upstream(SECOND_CARRIER, "t1")));
    assertThat(names(insisting)).containsExactly("ANSWERED", "SENT");
    Trace byOfficer = then(doubted, new TraceCommand.RouteHop(2, Given.inside(THIRD_CARRIER)));
    assertThat(names(byOfficer)).containsExactly("ANSWERED", "SENT");
  }

  private static List<String> names(Trace trace) {
    return trace.hops().stream().map(hop -> hop.state().name().name()).toList();
  }

  @Test
  void aForeignUpstreamIsAskedOnPaperByTheStation() {
    Answer border = Given.answer(HopCode.FOREIGN_GATEWAY, Given.record("t1"), Given.outside());
    Trace trace = then(approved(), answering(1, VICTIM_CARRIER, border));
    assertThat(refusal(trace, Given.acknowledging(2, VICTIM_CARRIER)))
        .isEqualTo(new Rejection.HopNotYours());
    assertThat(refusal(trace, new TraceCommand.AcknowledgeHop(2, Given.POLICE, "", null)))
        .isEqualTo(new Rejection.Missing(Rejection.Field.PAPER_NUMBER));
    Trace handed = then(trace, new TraceCommand.AcknowledgeHop(2, Given.POLICE, "测调证字3号", null));
    assertThat(then(handed, new TraceCommand.AnswerHop(2, Given.POLICE, Given.landing())).stage())
        .isEqualTo(Stage.LANDED);
    assertThat(refusal(approved(), new TraceCommand.AnswerHop(1, Given.POLICE, Given.landing())))
        .isEqualTo(new Rejection.HopNotOnPaper(1));
  }

  @Test
  void clocksRunFromTheAskingAndEscalateAfterTheirGrace() {
    Trace trace = approved();
    Hop hop = trace.hops().getFirst();
    Instant due = NOON.plus(Duration.ofHours(24));
    assertThat(Clocks.of(trace, hop, NOON))
        .extracting(Clock::name)
        .containsExactly(ClockName.ACKNOWLEDGE, ClockName.PRESERVE, ClockName.ANSWER);
    assertThat(Clocks.delay(trace, hop, due.minusMillis(1))).isEqualTo(Delay.ON_TIME);
    assertThat(Clocks.delay(trace, hop, due)).isEqualTo(Delay.OVERDUE);
    assertThat(Clocks.delay(trace, hop, due.plus(Duration.ofHours(4)))).isEqualTo(Delay.ESCALATED);
    Trace late = then(trace, answering(1, VICTIM_CARRIER, Given.landing()), due.plusSeconds(1));
    assertThat(late.stage()).isEqualTo(Stage.LANDED);
    assertThat(Clocks.next(late)).isEmpty();
  }

  @Test
  void thePapersOwnLimitGoesBeforeThePolicys() {
    var until = new Paper("测", new Paper.Limit.Until(NOON.plusSeconds(60)));
    var lasting = new Paper("测", new Paper.Limit.Lasting(Duration.ofHours(6)));
    ClockLimit policy = Given.limit(Duration.ofHours(24));
    assertThat(until.due(NOON, policy)).isEqualTo(NOON.plusSeconds(60));
    assertThat(until.due(NOON.plusSeconds(60), policy))
        .isEqualTo(NOON.plusSeconds(60).plus(Duration.ofHours(24)));
    assertThat(lasting.due(NOON, policy)).isEqualTo(NOON.plus(Duration.ofHours(6)));
  }

  @Test
  void aNewPaperSendsWhatWaitedForItOutAgain() {
    Trace waiting =
        then(approved(), answering(1, VICTIM_CARRIER, Given.none(HopCode.PAPER_INVALID)));
    var paper = new Paper("测调证字2号", new Paper.Limit.Lasting(Duration.ofHours(1)));
    Trace again = then(waiting, new TraceCommand.RenewPaper("head", paper));
    assertThat(again.hops().getFirst().state())
        .isEqualTo(new HopState.Sent(NOON, NOON.plus(Duration.ofHours(1))));
  }

  @Test
  void serversAreAddressesNeverNames() {
    assertThat(List.of("192.0.2.1", "192.0.2.1:5060", "2001:db8::1", "[2001:db8::1]:5060", "[::1]"))
        .allMatch(ServerAddress::valid);
    assertThat(
            List.of(
                "",
                "host",
                "host:5060",
                "192.0.2",
                "192.0.2.256",
                "192.0.2.1:0",
                "1:2",
                "192.0.2.1:65536",
                "[192.0.2.1]:5060",
                "[2001:db8::1",
                "[host]:1"))
        .noneMatch(ServerAddress::valid);
  }

  @Test
  void pointCodesAreReadInBothNotations() {
    assertThat(PointCode.read("10-20-30", 24)).contains(new PointCode(24, 0x0A141E));
    assertThat(PointCode.read("660510", 0).orElseThrow().as24Bit()).isEqualTo("10-20-30");
    assertThat(PointCode.read("660510", 0).orElseThrow().as14Bit()).isEmpty();
    assertThat(PointCode.read("7-255-7", 14)).contains(new PointCode(14, 16383));
    assertThat(PointCode.read("16383", 14).orElseThrow().as14Bit()).isEqualTo("7-255-7");
    assertThat(PointCode.read("2-100-3", 14).orElseThrow().as24Bit()).isEqualTo("0-19-35");
    assertThat(PointCode.read("8-0-0", 14)).isEmpty();
    assertThat(PointCode.read("256-0-0", 24)).isEmpty();
    assertThat(PointCode.read("16777216", 24)).isEmpty();
    assertThat(PointCode.read("16384", 14)).isEmpty();
    assertThat(PointCode.read("1-2", 24)).isEmpty();
  }
}
