package io.holdfast.liaison.trace.grpc;

import static io.holdfast.liaison.trace.grpc.TraceBench.CALLED;
import static io.holdfast.liaison.trace.grpc.TraceBench.CASE;
import static io.holdfast.liaison.trace.grpc.TraceBench.COUNTY;
import static io.holdfast.liaison.trace.grpc.TraceBench.STATION;
import static io.holdfast.liaison.trace.grpc.TraceBench.TRACE;
import static io.holdfast.liaison.trace.grpc.TraceBench.at;
import static io.holdfast.liaison.trace.grpc.TraceBench.call;
import static io.holdfast.testkit.Refusals.bytes;
import static io.holdfast.testkit.Refusals.reason;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.kit.id.Ids;
import io.holdfast.liaison.directory.Desk;
import io.holdfast.proto.access.v1.Role;
import io.holdfast.proto.casefile.v1.Clue;
import io.holdfast.proto.casefile.v1.ClueKind;
import io.holdfast.proto.liaison.v1.AcknowledgeHopRequest;
import io.holdfast.proto.liaison.v1.AnswerHopRequest;
import io.holdfast.proto.liaison.v1.ApproveTraceRequest;
import io.holdfast.proto.liaison.v1.CallRecord;
import io.holdfast.proto.liaison.v1.CloseTraceRequest;
import io.holdfast.proto.liaison.v1.CorrectHopAnswerRequest;
import io.holdfast.proto.liaison.v1.DeclineTraceRequest;
import io.holdfast.proto.liaison.v1.DisputeHopRequest;
import io.holdfast.proto.liaison.v1.GetTraceRequest;
import io.holdfast.proto.liaison.v1.Hop;
import io.holdfast.proto.liaison.v1.HopAnswer;
import io.holdfast.proto.liaison.v1.HopCode;
import io.holdfast.proto.liaison.v1.HopDelay;
import io.holdfast.proto.liaison.v1.HopState;
import io.holdfast.proto.liaison.v1.IpLeg;
import io.holdfast.proto.liaison.v1.ListTracesRequest;
import io.holdfast.proto.liaison.v1.OutsideUpstream;
import io.holdfast.proto.liaison.v1.PointCode;
import io.holdfast.proto.liaison.v1.Preservation;
import io.holdfast.proto.liaison.v1.RecordPreservationRequest;
import io.holdfast.proto.liaison.v1.RecordServerRequest;
import io.holdfast.proto.liaison.v1.RecordSubjectsRequest;
import io.holdfast.proto.liaison.v1.RenewTracePaperRequest;
import io.holdfast.proto.liaison.v1.RouteHopRequest;
import io.holdfast.proto.liaison.v1.RouteLeg;
import io.holdfast.proto.liaison.v1.Trace;
import io.holdfast.proto.liaison.v1.TraceOperator;
import io.holdfast.proto.liaison.v1.TracePaper;
import io.holdfast.proto.liaison.v1.TraceServer;
import io.holdfast.proto.liaison.v1.TraceState;
import io.holdfast.proto.liaison.v1.TraceSubject;
import io.holdfast.proto.liaison.v1.Upstream;
import io.holdfast.testkit.Eventually;
import io.holdfast.testkit.StoreExtension;
import io.holdfast.testkit.TestTokens;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The life of a trace over the wire, and every refusal of its methods. */
class TracesGrpcTest {
  @RegisterExtension final StoreExtension stores = new StoreExtension();

  @SuppressWarnings("NullAway.Init")
  private TraceBench bench;

  private long scansBefore;

  @BeforeEach
  void open() {
    scansBefore = stores.fullScans();
    bench = new TraceBench(stores.fresh());
    bench.requested(bench.asked().build());
  }

  @AfterEach
  void close() throws InterruptedException {
    bench.close();
    assertThat(stores.fullScans()).as("full scans").isEqualTo(scansBefore);
  }

  private Trace approved() {
    return bench.head().approveTrace(ApproveTraceRequest.newBuilder().setId(TRACE).build());
  }

  private static CallRecord.Builder record(String trunk) {
    return CallRecord.newBuilder()
        .setStartTime(at(call().plusSeconds(30)))
        .setClockOffsetSeconds(10)
        .setDurationSeconds(605)
        .setCalledNumber("0086" + CALLED)
        .setCallingNumberReceived("09990000110")
        .setIncoming(
            RouteLeg.newBuilder()
                .setTrunkGroup(trunk)
                .setCic(31)
                .setOpc(PointCode.newBuilder().setText("10-20-31"))
                .setDpc(PointCode.newBuilder().setText("660510").setBits(24)));
  }

  private HopAnswer upstream() {
    return HopAnswer.newBuilder()
        .setCode(HopCode.UPSTREAM)
        .setRecord(record("T-关口-7"))
        .setUpstream(Upstream.newBuilder().setInstitution(bench.second).setExchange("测试长途局"))
        .build();
  }

  private static HopAnswer landing() {
    return HopAnswer.newBuilder()
        .setCode(HopCode.LANDING)
        .setRecord(record("T-专线-1"))
        .setIpLeg(
            IpLeg.newBuilder()
                .setServerAddress("192.0.2.7:5060")
                .setHost("测试机房")
                .setTenant("测试租户公司"))
        .build();
  }

  private static AnswerHopRequest answering(int hop, HopAnswer answer) {
    return AnswerHopRequest.newBuilder().setId(TRACE).setHop(hop).setAnswer(answer).build();
  }

  private static AnswerHopRequest answering(int hop, HopCode code) {
    return answering(hop, HopAnswer.newBuilder().setCode(code).setReason("测试原因").build());
  }

  private static GetTraceRequest named() {
    return GetTraceRequest.newBuilder().setId(TRACE).build();
  }

  private static List<HopState> states(Trace trace) {
    return trace.getHopsList().stream().map(Hop::getState).toList();
  }

  private void on(String institution, Desk desk, String... tasks) {
    Eventually.holds("tasks of " + desk, () -> bench.on(institution, desk).equals(List.of(tasks)));
  }

  private static String hop(int number) {
    return "traces/" + TRACE + "/hops/" + number;
  }

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

  private static RecordSubjectsRequest subjects() {
    return RecordSubjectsRequest.newBuilder()
        .setId(TRACE)
        .addSubjects(
            TraceSubject.newBuilder()
                .setKind(ClueKind.CLUE_BANK_ACCOUNT)
                .setValue("9990010000000007")
                .setNote("租户收款账户（测试）"))
        .build();
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
  void anAnswerThatIsAnotherCallsIsRefused() {
    approved();
    var staff = bench.staff(bench.carrier);
    assertThat(refused(record("t").setCalledNumber("13999000002")))
        .isEqualTo("TRACE_NUMBER_DIFFERS");
    assertThat(refused(record("t").setStartTime(at(call().plusSeconds(400)))))
        .isEqualTo("TRACE_TIME_DIFFERS");
    assertThat(refused(record("t").setDurationSeconds(700))).isEqualTo("TRACE_DURATION_DIFFERS");
    assertThat(refused(record("t").clearStartTime())).isEqualTo("VALIDATION_FAILED");
    assertThat(
            refused(
                record("t")
                    .setOutgoing(
                        RouteLeg.newBuilder()
                            .setOpc(PointCode.newBuilder().setText("8-0-0").setBits(14)))))
        .isEqualTo("VALIDATION_FAILED");
    assertThat(reason(() -> staff.answerHop(answering(1, HopCode.LANDING))))
        .isEqualTo("VALIDATION_FAILED");
    HopAnswer nowhere =
        upstream().toBuilder()
            .setUpstream(Upstream.newBuilder().setInstitution(Ids.derived("nobody")))
            .build();
    assertThat(reason(() -> staff.answerHop(answering(1, nowhere))))
        .isEqualTo("INSTITUTION_UNKNOWN");
    assertThat(
            reason(
                () ->
                    staff.recordPreservation(
                        RecordPreservationRequest.newBuilder()
                            .setId(TRACE)
                            .setHop(1)
                            .setPreservation(
                                Preservation.newBuilder()
                                    .setPreserveTime(at(TraceBench.noon().plusSeconds(600))))
                            .build())))
        .isEqualTo("TRACE_TIME_IMPOSSIBLE");
    var machine =
        bench.stub(
            TestTokens.machine("oss", bench.carrier, TraceBench.REGION, Role.CARRIER_SYSTEM));
    assertThat(reason(() -> machine.answerHop(answering(1, upstream()))))
        .isEqualTo("VALIDATION_FAILED");
    HopAnswer signed =
        upstream().toBuilder().setOperator(TraceOperator.newBuilder().setName("测试值班员")).build();
    machine.answerHop(answering(1, signed));
    assertThat(reason(() -> staff.answerHop(answering(1, upstream()))))
        .isEqualTo("TRACE_HOP_WRONG_STATE");
    HopAnswer elsewhere =
        landing().toBuilder()
            .setRecord(record("t").setOutgoing(RouteLeg.newBuilder().setCic(32)))
            .build();
    assertThat(reason(() -> bench.staff(bench.second).answerHop(answering(2, elsewhere))))
        .isEqualTo("TRACE_ROUTE_DIFFERS");
    HopAnswer back =
        upstream().toBuilder()
            .setRecord(record("T-2"))
            .setUpstream(Upstream.newBuilder().setInstitution(bench.carrier))
            .build();
    bench.staff(bench.second).answerHop(answering(2, back));
    assertThat(reason(() -> staff.answerHop(answering(3, upstream())))).isEqualTo("TRACE_LOOP");
  }

  private String refused(CallRecord.Builder record) {
    HopAnswer answer = upstream().toBuilder().setRecord(record).build();
    return reason(() -> bench.staff(bench.carrier).answerHop(answering(1, answer)));
  }

  @Test
  void strangersLearnNothingAndThePoliceDoNotAnswerForACarrier() {
    approved();
    var stranger = bench.staff(bench.second);
    byte[] absent =
        bytes(
            () ->
                stranger.getTrace(GetTraceRequest.newBuilder().setId(Ids.derived("none")).build()));
    assertThat(bytes(() -> stranger.getTrace(named()))).isEqualTo(absent);
    assertThat(bytes(() -> stranger.answerHop(answering(1, landing())))).isEqualTo(absent);
    assertThat(bytes(() -> bench.staff(bench.carrier).answerHop(answering(2, landing()))))
        .isEqualTo(absent);
    assertThat(reason(() -> bench.officer().answerHop(answering(1, landing()))))
        .isEqualTo("TRACE_HOP_NOT_ON_PAPER");
    assertThat(reason(() -> bench.cyber().recordSubjects(subjects())))
        .isEqualTo("TRACE_NOT_LANDED");
  }

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
