package io.holdfast.liaison.trace.grpc;

import static io.holdfast.liaison.trace.grpc.TraceBench.TRACE;
import static io.holdfast.liaison.trace.grpc.TraceBench.at;
import static io.holdfast.liaison.trace.grpc.TraceBench.call;
import static io.holdfast.testkit.Refusals.bytes;
import static io.holdfast.testkit.Refusals.reason;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.StatusRuntimeException;
import io.holdfast.kit.id.Ids;
import io.holdfast.proto.access.v1.Role;
import io.holdfast.proto.liaison.v1.AnswerHopRequest;
import io.holdfast.proto.liaison.v1.CallRecord;
import io.holdfast.proto.liaison.v1.GetTraceRequest;
import io.holdfast.proto.liaison.v1.HopAnswer;
import io.holdfast.proto.liaison.v1.HopCode;
import io.holdfast.proto.liaison.v1.HopState;
import io.holdfast.proto.liaison.v1.IpLeg;
import io.holdfast.proto.liaison.v1.PointCode;
import io.holdfast.proto.liaison.v1.Preservation;
import io.holdfast.proto.liaison.v1.RecordPreservationRequest;
import io.holdfast.proto.liaison.v1.RouteLeg;
import io.holdfast.proto.liaison.v1.Trace;
import io.holdfast.proto.liaison.v1.TraceOperator;
import io.holdfast.proto.liaison.v1.Upstream;
import io.holdfast.testkit.TestTokens;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** What is refused, and who is refused everything. */
class TraceRefusalsTest extends OnTraceBench {
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
    HopAnswer named =
        landing().toBuilder().setIpLeg(IpLeg.newBuilder().setServerAddress("server.test")).build();
    assertThat(reason(() -> staff.answerHop(answering(1, named)))).isEqualTo("VALIDATION_FAILED");
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
  void ofManyAnswersAtOnceOneCounts() throws InterruptedException {
    approved();
    var staff = bench.staff(bench.carrier);
    var outcomes = new ConcurrentLinkedQueue<String>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 12; i++) {
        AnswerHopRequest answer = answering(1, i % 2 == 0 ? upstream() : landing());
        threads.execute(
            () -> {
              try {
                outcomes.add(staff.answerHop(answer).getId());
              } catch (StatusRuntimeException e) {
                outcomes.add(
                    reason(
                        () -> {
                          throw e;
                        }));
              }
            });
      }
    }
    assertThat(outcomes).hasSize(12).containsOnlyOnce(TRACE);
    assertThat(outcomes).contains("TRACE_HOP_WRONG_STATE");
    Trace after = bench.officer().getTrace(named());
    assertThat(after.getHops(0).getAnswersList()).hasSize(1);
    assertThat(states(after))
        .isIn(List.of(HopState.HOP_LANDED), List.of(HopState.HOP_ANSWERED, HopState.HOP_SENT));
  }
}
