package io.holdfast.liaison.trace.grpc;

import static io.holdfast.liaison.trace.grpc.TraceBench.COUNTY;
import static io.holdfast.liaison.trace.grpc.TraceBench.STATION;
import static io.holdfast.liaison.trace.grpc.TraceBench.TRACE;
import static io.holdfast.liaison.trace.grpc.TraceBench.at;
import static io.holdfast.testkit.Refusals.reason;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.kit.id.Ids;
import io.holdfast.liaison.directory.Desk;
import io.holdfast.proto.liaison.v1.AcknowledgeHopRequest;
import io.holdfast.proto.liaison.v1.ApproveTraceRequest;
import io.holdfast.proto.liaison.v1.CloseTraceRequest;
import io.holdfast.proto.liaison.v1.CorrectHopAnswerRequest;
import io.holdfast.proto.liaison.v1.DisputeHopRequest;
import io.holdfast.proto.liaison.v1.HopAnswer;
import io.holdfast.proto.liaison.v1.HopCode;
import io.holdfast.proto.liaison.v1.HopState;
import io.holdfast.proto.liaison.v1.OutsideUpstream;
import io.holdfast.proto.liaison.v1.RenewTracePaperRequest;
import io.holdfast.proto.liaison.v1.RouteHopRequest;
import io.holdfast.proto.liaison.v1.Trace;
import io.holdfast.proto.liaison.v1.TracePaper;
import io.holdfast.proto.liaison.v1.TraceState;
import io.holdfast.proto.liaison.v1.Upstream;
import io.holdfast.testkit.Eventually;
import org.junit.jupiter.api.Test;

/** How the way of a trace is mended: corrections, disputes, other carriers, paper. */
class TraceWayTest extends OnTraceBench {
  @Test
  void aCorrectionTakesTheTaskFromWhomItNoLongerConcerns() {
    approved();
    bench.staff(bench.carrier).answerHop(answering(1, upstream()));
    on(bench.second, Desk.TRACE_DESK, "ANSWER_HOP " + hop(2));
    Trace corrected =
        bench
            .staff(bench.carrier)
            .correctHopAnswer(
                CorrectHopAnswerRequest.newBuilder()
                    .setId(TRACE)
                    .setHop(1)
                    .setAnswer(landing())
                    .setReason("测试：填错一行")
                    .build());
    assertThat(states(corrected)).containsExactly(HopState.HOP_LANDED);
    assertThat(corrected.getHops(0).getAnswersList()).hasSize(2);
    assertThat(corrected.getHops(0).getAnswers(1).getCorrectionReason()).isEqualTo("测试：填错一行");
    on(bench.second, Desk.TRACE_DESK);
    assertThat(reason(() -> bench.staff(bench.second).getTrace(named())))
        .isEqualTo("ACCESS_DENIED");
    assertThat(bench.officer().getTrace(named()).getPastHopsList()).hasSize(1);
    Eventually.holds(
        "clues withdrawn",
        () ->
            bench.told().stream()
                .anyMatch(event -> event.getCluesWithdrawnOfHopsList().contains(1)));
  }

  @Test
  void aDisputedAnswerGoesBackAndNotOursAsksTheOneBefore() {
    approved();
    bench.staff(bench.carrier).answerHop(answering(1, upstream()));
    bench.staff(bench.second).answerHop(answering(2, HopCode.NOT_OURS));
    on(bench.carrier, Desk.TRACE_DESK, "ANSWER_HOP " + hop(1));
    on(STATION, Desk.UNIT_DESK, "ROUTE_HOP " + hop(2));
    bench.staff(bench.carrier).answerHop(answering(1, upstream()));
    on(bench.second, Desk.TRACE_DESK, "ANSWER_HOP " + hop(2));
    Trace disputed =
        bench
            .staff(bench.second)
            .disputeHop(
                DisputeHopRequest.newBuilder().setId(TRACE).setHop(1).setReason("测试：时间不符").build());
    assertThat(states(disputed)).containsExactly(HopState.HOP_DISPUTED, HopState.HOP_SENT);
  }

  @Test
  void whatIsPortedOrUnroutedGoesToTheRightCarrier() {
    approved();
    HopAnswer ported =
        HopAnswer.newBuilder()
            .setCode(HopCode.PORTED_TO)
            .setUpstream(Upstream.newBuilder().setInstitution(bench.second))
            .build();
    bench.staff(bench.carrier).answerHop(answering(1, ported));
    on(bench.carrier, Desk.TRACE_DESK);
    on(bench.second, Desk.TRACE_DESK, "ANSWER_HOP " + hop(1));
    bench.staff(bench.second).answerHop(answering(1, HopCode.NOT_OURS));
    on(STATION, Desk.UNIT_DESK, "ROUTE_HOP " + hop(1));
    Trace routed =
        bench
            .officer()
            .routeHop(
                RouteHopRequest.newBuilder()
                    .setId(TRACE)
                    .setHop(1)
                    .setTo(Upstream.newBuilder().setInstitution(bench.carrier))
                    .build());
    assertThat(states(routed)).containsExactly(HopState.HOP_SENT);
    assertThat(routed.getPastHopsList()).hasSize(2);
    on(STATION, Desk.UNIT_DESK);
  }

  @Test
  void whereTheOfficerNamesNobodyTheNumberRangeProposesOrTheStationRoutes() {
    bench.range("86139990", bench.second);
    String proposed = Ids.derived("trace", "2");
    bench.requested(bench.asked().setTrace(proposed).clearCarrier().build());
    var approve = ApproveTraceRequest.newBuilder();
    assertThat(bench.head().approveTrace(approve.setId(proposed).build()).getHops(0).getCarrier())
        .isEqualTo(bench.second);
    String unrouted = Ids.derived("trace", "3");
    bench.requested(
        bench.asked().setTrace(unrouted).setCalledNumber("0990-1234567").clearCarrier().build());
    assertThat(states(bench.head().approveTrace(approve.setId(unrouted).build())))
        .containsExactly(HopState.HOP_UNROUTED);
    on(STATION, Desk.UNIT_DESK, "ROUTE_HOP traces/" + unrouted + "/hops/1");
  }

  @Test
  void anUpstreamOutsideIsAskedOnPaperByTheStationsOfficer() {
    approved();
    HopAnswer border =
        HopAnswer.newBuilder()
            .setCode(HopCode.FOREIGN_GATEWAY)
            .setRecord(record("T-国际-1"))
            .setUpstream(
                Upstream.newBuilder()
                    .setOutside(
                        OutsideUpstream.newBuilder()
                            .setName("测试境外运营商")
                            .setContactName("测试联系人")
                            .setContactPhone("+000999")))
            .build();
    bench.staff(bench.carrier).answerHop(answering(1, border));
    on(STATION, Desk.UNIT_DESK, "ANSWER_HOP " + hop(2));
    var acknowledge = AcknowledgeHopRequest.newBuilder().setId(TRACE).setHop(2);
    assertThat(reason(() -> bench.officer().acknowledgeHop(acknowledge.build())))
        .isEqualTo("VALIDATION_FAILED");
    Trace handed = bench.officer().acknowledgeHop(acknowledge.setPaperNumber("测2号").build());
    assertThat(handed.getHops(1).getOutside().getContactName()).isEqualTo("测试联系人");
    Trace ended = bench.officer().answerHop(answering(2, HopCode.RETENTION_EXPIRED));
    assertThat(ended.getState()).isEqualTo(TraceState.DEAD_END);
    on(STATION, Desk.UNIT_DESK);
    Trace closed =
        bench
            .officer()
            .closeTrace(CloseTraceRequest.newBuilder().setId(TRACE).setReason("测试：无法继续").build());
    assertThat(closed.getState()).isEqualTo(TraceState.CLOSED);
  }

  @Test
  void aPaperThatDoesNotServeIsRenewedByTheHead() {
    approved();
    bench.staff(bench.carrier).answerHop(answering(1, HopCode.PAPER_INVALID));
    on(COUNTY, Desk.UNIT_DESK, "RENEW_TRACE_PAPER traces/" + TRACE);
    Trace renewed =
        bench
            .head()
            .renewTracePaper(
                RenewTracePaperRequest.newBuilder()
                    .setId(TRACE)
                    .setPaper(
                        TracePaper.newBuilder()
                            .setNumber("测3号")
                            .setLength(com.google.protobuf.Duration.newBuilder().setSeconds(3_600)))
                    .build());
    assertThat(states(renewed)).containsExactly(HopState.HOP_SENT);
    assertThat(renewed.getHops(0).getDueTime()).isEqualTo(at(TraceBench.noon().plusSeconds(3_600)));
    on(COUNTY, Desk.UNIT_DESK);
  }
}
