package io.holdfast.casefile.grpc;

import static io.holdfast.casefile.desk.CaseBench.STATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.casefile.desk.CaseBench;
import io.holdfast.proto.access.v1.Role;
import io.holdfast.proto.casefile.v1.Case;
import io.holdfast.proto.casefile.v1.CasesGrpc;
import io.holdfast.proto.casefile.v1.CasesGrpc.CasesBlockingStub;
import io.holdfast.proto.casefile.v1.ContactKind;
import io.holdfast.proto.casefile.v1.RequestTraceRequest;
import io.holdfast.testkit.Refusals;
import io.holdfast.testkit.StoreExtension;
import io.holdfast.testkit.TestServer;
import io.holdfast.testkit.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Asking for a trace, behind the whole interceptor chain. */
class RequestTraceTest {
  @RegisterExtension final StoreExtension stores = new StoreExtension();

  private final CaseBench bench = new CaseBench(stores.fresh());
  private final TestServer server = new TestServer(bench.clock, bench.grpc());
  private final CasesBlockingStub officer =
      CasesGrpc.newBlockingStub(
          server.as(TestTokens.person("a", STATION, "999001", Role.STATION_OFFICER)));

  @AfterEach
  void close() throws InterruptedException {
    server.close();
    bench.close();
  }

  @Test
  void aCallIsAskedForOnceAndOnlyWhereItCanBeFollowed() {
    Case filed = officer.fileReport(CaseGrpcTest.request("r1").build());
    var asked =
        RequestTraceRequest.newBuilder()
            .setId(filed.getId())
            .setContact(1)
            .setCalledNumber("139-0000-0000")
            .setStartTime(filed.getReport().getReceiveTime())
            .setPaperNumber("测调证字1号");
    Case traced = officer.requestTrace(asked.setRequestId("t1").build());
    assertThat(traced.getTracesList()).hasSize(1);
    assertThat(traced.getTraces(0).getTrace()).hasSize(26);
    assertThat(traced.getTraces(0).getState()).isEmpty();
    assertThat(traced.getTimeline(traced.getTimelineCount() - 1).getKind())
        .isEqualTo("TRACE_REQUESTED");
    assertThat(officer.requestTrace(asked.build())).isEqualTo(traced);
    asked.clearRequestId();
    assertThat(Refusals.reason(() -> officer.requestTrace(asked.build())))
        .isEqualTo("TRACE_UNDER_WAY");
    assertThat(Refusals.reason(() -> officer.requestTrace(asked.setContact(9).build())))
        .isEqualTo("CONTACT_UNKNOWN");
    assertThat(
            Refusals.reason(
                () -> officer.requestTrace(asked.setContact(1).setCarrier(CaseBench.BANK).build())))
        .isEqualTo("INSTITUTION_UNKNOWN");
    var letter = CaseGrpcTest.request("r2");
    letter
        .getReportBuilder()
        .setImpersonatedIdentity("税务局")
        .getContactsBuilder(0)
        .setKind(ContactKind.MESSENGER);
    Case chatted = officer.fileReport(letter.build());
    assertThat(
            Refusals.reason(
                () -> officer.requestTrace(asked.clearCarrier().setId(chatted.getId()).build())))
        .isEqualTo("CONTACT_NOT_TRACEABLE");
  }
}
