package io.holdfast.casefile.grpc;

import static io.holdfast.casefile.desk.CaseBench.STATION;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import io.holdfast.casefile.desk.CaseBench;
import io.holdfast.proto.access.v1.Receiver;
import io.holdfast.proto.access.v1.Role;
import io.holdfast.proto.casefile.v1.AcceptCaseRequest;
import io.holdfast.proto.casefile.v1.Case;
import io.holdfast.proto.casefile.v1.CaseClock;
import io.holdfast.proto.casefile.v1.CaseClockState;
import io.holdfast.proto.casefile.v1.CaseEvent;
import io.holdfast.proto.casefile.v1.CasesGrpc;
import io.holdfast.proto.casefile.v1.CasesGrpc.CasesBlockingStub;
import io.holdfast.proto.casefile.v1.DeclineCaseRequest;
import io.holdfast.proto.casefile.v1.FileReportRequest;
import io.holdfast.proto.casefile.v1.GetCaseRequest;
import io.holdfast.proto.casefile.v1.NoticeDelivery;
import io.holdfast.proto.casefile.v1.RecordFilingNoticeRequest;
import io.holdfast.proto.casefile.v1.ReviewCaseRequest;
import io.holdfast.proto.event.v1.Event;
import io.holdfast.testkit.Eventually;
import io.holdfast.testkit.Refusals;
import io.holdfast.testkit.StoreExtension;
import io.holdfast.testkit.TestServer;
import io.holdfast.testkit.TestTokens;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a case owes by when: told in time, once, and met (demo policy: seconds for days). */
class FilingClocksTest {
  @RegisterExtension final StoreExtension stores = new StoreExtension();

  private final CaseBench bench = new CaseBench(stores.fresh());
  private final TestServer server = new TestServer(bench.clock, bench.grpc());
  private final CasesBlockingStub officer = stub("a", STATION, Role.STATION_OFFICER);
  private final CasesBlockingStub head = stub("h", CaseBench.COUNTY, Role.COUNTY_APPROVER);

  @AfterEach
  void close() throws InterruptedException {
    server.close();
    bench.close();
  }

  private CasesBlockingStub stub(String name, String institution, Role role) {
    return CasesGrpc.newBlockingStub(
        server.as(TestTokens.person(name, institution, "999001", role)));
  }

  private Case filed() {
    var request = FileReportRequest.newBuilder().setRequestId("r1");
    request.getReportBuilder().setNarrative("测试：没有转账");
    return officer.fileReport(request.build());
  }

  private Case get(String id) {
    return officer.getCase(GetCaseRequest.newBuilder().setId(id).build());
  }

  private static String clocks(Case seen) {
    return seen.getClocksList().stream()
        .map(clock -> clock.getName() + ' ' + clock.getState())
        .collect(Collectors.joining(", "));
  }

  /** What the desks were told, each once. */
  private List<String> told() {
    return bench.told(Receiver.LIAISON_SERVICE).stream().map(FilingClocksTest::word).toList();
  }

  private static String word(Event event) {
    try {
      CaseEvent data = event.getData().unpack(CaseEvent.class);
      return switch (data.getChangeCase()) {
        case CLOCK_WARNED -> "warned " + data.getClockWarned().getClock();
        case CLOCK_MISSED -> "missed " + data.getClockMissed().getClock();
        case CLOCK_MET -> "met " + data.getClockMet().getClock();
        case STOPS_REQUESTED,
            LOOKUPS_REQUESTED,
            RECEIVED,
            REVIEWED,
            ACCEPTED,
            DECLINED,
            TRACE_REQUESTED,
            SECOND_OFFICER_CONFIRMED,
            TRANSFERS_JOINED,
            PROTECTION_RELEASED,
            CHANGE_NOT_SET ->
            data.getChangeCase().name();
      };
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError(e);
    }
  }

  private void hears(String word) {
    Eventually.holds(word, () -> told().contains(word));
  }

  @Test
  void whatIsOwedIsToldOnceAndMetByDoingIt() {
    bench.startWorkers();
    Case filed = filed();
    assertThat(clocks(filed)).isEqualTo("entry CLOCK_RUNNING, filing-decision CLOCK_RUNNING");
    bench.clock.advance(Duration.ofSeconds(25));
    hears("warned entry");
    bench.clock.advance(Duration.ofSeconds(10));
    hears("missed entry");
    assertThat(get(filed.getId()).getTimelineList().toString()).contains("CLOCK_MISSED:entry");
    officer.reviewCase(ReviewCaseRequest.newBuilder().setId(filed.getId()).build());
    bench.clock.advance(Duration.ofSeconds(10));
    hears("warned filing-decision");
    Case declined =
        head.declineCase(
            DeclineCaseRequest.newBuilder().setId(filed.getId()).setReason("测试：事实不清").build());
    assertThat(clocks(declined))
        .isEqualTo("entry CLOCK_MET, filing-decision CLOCK_MET, filing-notice CLOCK_RUNNING");
    assertThat(declined.getClocksList()).extracting(CaseClock::getBasis).doesNotContain("");
    var early =
        RecordFilingNoticeRequest.newBuilder()
            .setId(filed.getId())
            .setNoticeNumber("测不立字1号")
            .setDelivery(NoticeDelivery.IN_PERSON);
    assertThat(
            Refusals.reason(
                () ->
                    officer.recordFilingNotice(
                        early
                            .clone()
                            .setDeliveryTime(Timestamp.newBuilder().setSeconds(1))
                            .build())))
        .isEqualTo("VALIDATION_FAILED");
    Case noticed = officer.recordFilingNotice(early.build());
    assertThat(noticed.getFilingNotice().getNoticeNumber()).isEqualTo("测不立字1号");
    hears("met filing-notice");
    Case accepted =
        head.acceptCase(
            AcceptCaseRequest.newBuilder().setId(filed.getId()).setReason("测试：新事实").build());
    assertThat(accepted.getDecision().getReason()).isEqualTo("测试：新事实");
    assertThat(accepted.getEarlierDecisions(0).getReason()).isEqualTo("测试：事实不清");
    assertThat(told()).doesNotHaveDuplicates().doesNotContain("missed filing-decision");
    assertThat(stores.fullScans()).isZero();
  }

  @Test
  void withoutSweepersEveryAnswerIsStillRight() {
    Case filed = filed();
    bench.clock.advance(Duration.ofSeconds(61));
    assertThat(clocks(get(filed.getId())))
        .isEqualTo("entry CLOCK_MISSED, filing-decision CLOCK_MISSED");
    assertThat(get(filed.getId()).getClocks(1).getState()).isEqualTo(CaseClockState.CLOCK_MISSED);
    assertThat(told()).isEmpty();
  }
}
