package io.holdfast.casefile.grpc;

import static io.holdfast.casefile.desk.CaseBench.STATION;
import static io.holdfast.testkit.Refusals.reason;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.casefile.desk.CaseBench;
import io.holdfast.casefile.report.Reports;
import io.holdfast.proto.access.v1.Role;
import io.holdfast.proto.casefile.v1.CaseBinding;
import io.holdfast.proto.casefile.v1.CaseBindingsGrpc;
import io.holdfast.proto.casefile.v1.CaseBindingsGrpc.CaseBindingsBlockingStub;
import io.holdfast.proto.casefile.v1.GetCaseBindingRequest;
import io.holdfast.testkit.StoreExtension;
import io.holdfast.testkit.TestServer;
import io.holdfast.testkit.TestTokens;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What another service learns of a case before it binds something to it. */
class BindingsGrpcTest {
  @RegisterExtension final StoreExtension stores = new StoreExtension();

  private final CaseBench bench = new CaseBench(stores.fresh());
  private final TestServer server =
      new TestServer(bench.clock, new BindingsGrpc(bench.cases, bench.clock));

  @AfterEach
  void close() throws InterruptedException {
    server.close();
    bench.close();
  }

  @Test
  void aServiceLearnsWhoseCaseItIsAndNobodyElseAnything() {
    String id =
        bench
            .file(CaseBench.officer("a", STATION), Reports.report(List.of()), false, "", "r1")
            .id();
    var service = stub(TestTokens.machine("svc-freeze", "", "", Role.SERVICE));
    CaseBinding binding = service.getCaseBinding(asked(id));
    assertThat(binding.getCard().getStation()).isEqualTo(STATION);
    assertThat(binding.getCard().getPolicy()).isNotEmpty();
    assertThat(binding.hasSecondOfficerConfirmTime()).isFalse();
    assertThat(reason(() -> service.getCaseBinding(asked("0".repeat(26)))))
        .isEqualTo("ACCESS_DENIED");
    var officer = stub(TestTokens.person("a", STATION, "999001", Role.STATION_OFFICER));
    assertThat(reason(() -> officer.getCaseBinding(asked(id)))).isEqualTo("ACCESS_DENIED");
  }

  private CaseBindingsBlockingStub stub(String token) {
    return CaseBindingsGrpc.newBlockingStub(server.as(token));
  }

  private static GetCaseBindingRequest asked(String id) {
    return GetCaseBindingRequest.newBuilder().setCaseId(id).build();
  }
}
