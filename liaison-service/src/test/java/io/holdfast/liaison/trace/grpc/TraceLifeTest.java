package io.holdfast.liaison.trace.grpc;

import static io.holdfast.liaison.trace.grpc.TraceBench.CALLED;
import static io.holdfast.liaison.trace.grpc.TraceBench.CASE;
import static io.holdfast.liaison.trace.grpc.TraceBench.COUNTY;
import static io.holdfast.liaison.trace.grpc.TraceBench.STATION;
import static io.holdfast.liaison.trace.grpc.TraceBench.TRACE;
import static io.holdfast.testkit.Refusals.reason;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.liaison.directory.Desk;
import io.holdfast.proto.access.v1.Role;
import io.holdfast.proto.casefile.v1.Clue;
import io.holdfast.proto.casefile.v1.ClueKind;
import io.holdfast.proto.liaison.v1.AcknowledgeHopRequest;
import io.holdfast.proto.liaison.v1.ApproveTraceRequest;
import io.holdfast.proto.liaison.v1.DeclineTraceRequest;
import io.holdfast.proto.liaison.v1.HopCode;
import io.holdfast.proto.liaison.v1.HopDelay;
import io.holdfast.proto.liaison.v1.HopState;
import io.holdfast.proto.liaison.v1.ListTracesRequest;
import io.holdfast.proto.liaison.v1.PointCode;
import io.holdfast.proto.liaison.v1.Preservation;
import io.holdfast.proto.liaison.v1.RecordPreservationRequest;
import io.holdfast.proto.liaison.v1.RecordServerRequest;
import io.holdfast.proto.liaison.v1.Trace;
import io.holdfast.proto.liaison.v1.TraceServer;
import io.holdfast.proto.liaison.v1.TraceState;
import io.holdfast.testkit.Eventually;
import io.holdfast.testkit.TestTokens;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The life of a trace over the wire. */
class TraceLifeTest extends OnTraceBench {
  @Test
  void aCallIsFollowedFromTheVictimToTheServerAndItsUsers() {
    on(COUNTY, Desk.UNIT_DESK, "APPROVE_TRACE traces/" + TRACE);
    assertThat(states(approved())).containsExactly(HopState.HOP_SENT);
    on(COUNTY, Desk.UNIT_DESK);
    on(bench.carrier, Desk.TRACE_DESK, "ANSWER_HOP " + hop(1));

    var first = bench.staff(bench.carrier);
    first.acknowledgeHop(
        AcknowledgeHopRequest.newBuilder()
            .setId(TRACE)
            .setHop(1)
            .setClockOffsetSeconds(10)
            .build());
    Trace preserved =
        first.recordPreservation(
            RecordPreservationRequest.newBuilder()
                .setId(TRACE)
                .setHop(1)
                .setPreservation(Preservation.newBuilder().setReference("测试留存1"))
                .build());
    assertThat(preserved.getHops(0).getSearchKeys().getWindowText())
        .isEqualTo("20261121175510-20261121180510 +0800");
    assertThat(preserved.getHops(0).getSearchKeys().getDisplayed()).isEqualTo(TraceBench.DISPLAYED);
    first.answerHop(answering(1, upstream()));
    on(bench.carrier, Desk.TRACE_DESK);
    on(bench.second, Desk.TRACE_DESK, "ANSWER_HOP " + hop(2));

    // The second carrier sees the way so far, no case; the first one nothing of the second.
    Trace seen = bench.staff(bench.second).getTrace(named());
    assertThat(seen.getCaseId()).isEmpty();
    assertThat(states(seen)).containsExactly(HopState.HOP_ANSWERED, HopState.HOP_SENT);
    assertThat(seen.getHops(0).getAnswers(0).hasOperator()).isFalse();
    assertThat(seen.getHops(1).getSearchKeys().getReceived()).isEqualTo("09990000110");
    PointCode dpc = seen.getHops(1).getSearchKeys().getLeg().getDpc();
    assertThat(dpc.getAs24Bit()).isEqualTo("10-20-30");
    assertThat(dpc.getAs14Bit()).isEmpty();
    assertThat(first.getTrace(named()).getHopsList()).hasSize(1);

    bench.staff(bench.second).answerHop(answering(2, landing()));
    on(COUNTY, Desk.UNIT_DESK, "FIND_SUBJECTS traces/" + TRACE);
    assertThat(first.getTrace(named()).getState()).isEqualTo(TraceState.TRACING);
    Trace found =
        bench
            .cyber()
            .recordServer(
                RecordServerRequest.newBuilder()
                    .setId(TRACE)
                    .setServer(TraceServer.newBuilder().setServerAddress("192.0.2.7"))
                    .build());
    assertThat(found.getState()).isEqualTo(TraceState.SERVER_FOUND);
    Trace known = bench.cyber().recordSubjects(subjects());
    assertThat(known.getState()).isEqualTo(TraceState.SUBJECTS_FOUND);
    on(COUNTY, Desk.UNIT_DESK);
    Eventually.holds(
        "clues",
        () ->
            bench.told().stream()
                .flatMap(event -> event.getCluesList().stream())
                .map(Clue::getKind)
                .toList()
                .containsAll(
                    List.of(ClueKind.CLUE_NUMBER, ClueKind.CLUE_IP, ClueKind.CLUE_BANK_ACCOUNT)));
    assertThat(
            bench
                .officer()
                .listTraces(ListTracesRequest.newBuilder().setCaseId(CASE).build())
                .getTracesList())
        .hasSize(1);
    assertThat(
            bench
                .staff(bench.second)
                .listTraces(ListTracesRequest.getDefaultInstance())
                .getTraces(0)
                .getCaseId())
        .isEmpty();
    assertThat(
            bench
                .staff(bench.second)
                .listTraces(ListTracesRequest.newBuilder().setCaseId(CASE).build())
                .getTracesList())
        .isEmpty();
  }

  @Test
  void whoAskedDecidesNothingAndADeclinedTraceIsOver() {
    var own = bench.stub(TestTokens.person("chen", STATION, TraceBench.REGION, Role.UNIT_HEAD));
    var approve = ApproveTraceRequest.newBuilder().setId(TRACE).build();
    assertThat(reason(() -> own.approveTrace(approve))).isEqualTo("TRACE_REQUESTER_IS_APPROVER");
    Trace declined =
        bench
            .head()
            .declineTrace(
                DeclineTraceRequest.newBuilder().setId(TRACE).setReason("测试：手续不全").build());
    assertThat(declined.getState()).isEqualTo(TraceState.DECLINED);
    assertThat(declined.getEndReason()).isEqualTo("测试：手续不全");
    assertThat(reason(() -> bench.head().approveTrace(approve))).isEqualTo("TRACE_WRONG_STATE");
  }

  @Test
  void whatIsNotAnsweredIsOverdueThenEscalated() {
    approved();
    on(bench.carrier, Desk.TRACE_DESK, "ANSWER_HOP " + hop(1));
    bench.clock.advance(Duration.ofHours(24));
    Trace overdue = bench.officer().getTrace(named());
    assertThat(overdue.getHops(0).getDelay()).isEqualTo(HopDelay.OVERDUE);
    Eventually.holds("told overdue", () -> clocks().contains("trace-hop"));
    assertThat(bench.on(COUNTY, Desk.SUPERVISOR_DESK)).isEmpty();
    Eventually.holds(
        "on the board",
        () ->
            bench.records.boardOf(STATION, 100, "").items().stream()
                .anyMatch(entry -> entry.value().name().equals("trace-escalate")));
    bench.clock.advance(Duration.ofHours(4));
    on(COUNTY, Desk.SUPERVISOR_DESK, "ESCALATED_HOP " + hop(1));
    assertThat(bench.officer().getTrace(named()).getHops(0).getDelay())
        .isEqualTo(HopDelay.ESCALATED);
    bench.staff(bench.carrier).answerHop(answering(1, HopCode.NO_RECORD));
    on(COUNTY, Desk.SUPERVISOR_DESK);
    Eventually.holds(
        "off the board", () -> bench.records.boardOf(STATION, 100, "").items().isEmpty());
  }

  private List<String> clocks() {
    return bench.told().stream().map(event -> event.getClock()).toList();
  }

  @Test
  void aTraceIsStoredSealedAndMadeOnce() {
    bench.requested(bench.asked().build());
    assertThat(bench.officer().listTraces(ListTracesRequest.getDefaultInstance()).getTracesList())
        .hasSize(1);
    approved();
    Trace whole = bench.officer().getTrace(named());
    assertThat(whole.getCalledNumber()).isEqualTo(CALLED);
    assertThat(bench.server.audit())
        .as("reading numbers is on record")
        .anyMatch(entry -> entry.action().equals("liaison.GetTrace"));
  }
}
