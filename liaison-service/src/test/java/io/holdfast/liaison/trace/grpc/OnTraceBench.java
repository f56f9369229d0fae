package io.holdfast.liaison.trace.grpc;

import static io.holdfast.liaison.trace.grpc.TraceBench.CALLED;
import static io.holdfast.liaison.trace.grpc.TraceBench.TRACE;
import static io.holdfast.liaison.trace.grpc.TraceBench.at;
import static io.holdfast.liaison.trace.grpc.TraceBench.call;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.liaison.directory.Desk;
import io.holdfast.proto.casefile.v1.ClueKind;
import io.holdfast.proto.liaison.v1.AnswerHopRequest;
import io.holdfast.proto.liaison.v1.ApproveTraceRequest;
import io.holdfast.proto.liaison.v1.CallRecord;
import io.holdfast.proto.liaison.v1.GetTraceRequest;
import io.holdfast.proto.liaison.v1.Hop;
import io.holdfast.proto.liaison.v1.HopAnswer;
import io.holdfast.proto.liaison.v1.HopCode;
import io.holdfast.proto.liaison.v1.HopState;
import io.holdfast.proto.liaison.v1.IpLeg;
import io.holdfast.proto.liaison.v1.PointCode;
import io.holdfast.proto.liaison.v1.RecordSubjectsRequest;
import io.holdfast.proto.liaison.v1.RouteLeg;
import io.holdfast.proto.liaison.v1.Trace;
import io.holdfast.proto.liaison.v1.TraceSubject;
import io.holdfast.proto.liaison.v1.Upstream;
import io.holdfast.testkit.Eventually;
import io.holdfast.testkit.StoreExtension;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A fresh replica with one trace asked for, on a fresh database, and no query without an index. */
abstract class OnTraceBench {
  @RegisterExtension final StoreExtension stores = new StoreExtension();

  @SuppressWarnings("NullAway.Init")
  TraceBench bench;

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

  Trace approved() {
    return bench.head().approveTrace(ApproveTraceRequest.newBuilder().setId(TRACE).build());
  }

  static CallRecord.Builder record(String trunk) {
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

  HopAnswer upstream() {
    return HopAnswer.newBuilder()
        .setCode(HopCode.UPSTREAM)
        .setRecord(record("T-关口-7"))
        .setUpstream(Upstream.newBuilder().setInstitution(bench.second).setExchange("测试长途局"))
        .build();
  }

  static HopAnswer landing() {
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

  static AnswerHopRequest answering(int hop, HopAnswer answer) {
    return AnswerHopRequest.newBuilder().setId(TRACE).setHop(hop).setAnswer(answer).build();
  }

  static AnswerHopRequest answering(int hop, HopCode code) {
    return answering(hop, HopAnswer.newBuilder().setCode(code).setReason("测试原因").build());
  }

  static GetTraceRequest named() {
    return GetTraceRequest.newBuilder().setId(TRACE).build();
  }

  static List<HopState> states(Trace trace) {
    return trace.getHopsList().stream().map(Hop::getState).toList();
  }

  void on(String institution, Desk desk, String... tasks) {
    Eventually.holds("tasks of " + desk, () -> bench.on(institution, desk).equals(List.of(tasks)));
  }

  static String hop(int number) {
    return "traces/" + TRACE + "/hops/" + number;
  }

  static RecordSubjectsRequest subjects() {
    return RecordSubjectsRequest.newBuilder()
        .setId(TRACE)
        .addSubjects(
            TraceSubject.newBuilder()
                .setKind(ClueKind.CLUE_BANK_ACCOUNT)
                .setValue("9990010000000007")
                .setNote("租户收款账户（测试）"))
        .build();
  }
}
