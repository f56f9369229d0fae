package io.holdfast.casefile.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.casefile.report.Reports;
import io.holdfast.proto.access.v1.Role;
import io.holdfast.proto.casefile.v1.Advice;
import io.holdfast.proto.casefile.v1.FraudType;
import io.holdfast.proto.casefile.v1.GetAdviceRequest;
import io.holdfast.proto.casefile.v1.VictimAdviceGrpc;
import io.holdfast.proto.casefile.v1.VictimAdviceGrpc.VictimAdviceBlockingStub;
import io.holdfast.testkit.ManualClock;
import io.holdfast.testkit.Refusals;
import io.holdfast.testkit.TestServer;
import io.holdfast.testkit.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AdviceGrpcTest {
  private final TestServer server = new TestServer(new ManualClock(Reports.NOON), new AdviceGrpc());

  @AfterEach
  void close() throws InterruptedException {
    server.close();
  }

  @Test
  void everyTypeHasItsAdvice() {
    for (FraudType type : FraudType.values()) {
      if (type == FraudType.UNRECOGNIZED) {
        continue;
      }
      Advice advice = stub(Role.STATION_OFFICER).getAdvice(request(type));
      boolean typed = type != FraudType.FRAUD_TYPE_UNSPECIFIED;
      assertThat(advice.getVersion()).isEqualTo("2026-11");
      assertThat(advice.getZh().getForAllCount()).isPositive();
      assertThat(advice.getZh().getForTypeCount() > 0).isEqualTo(typed);
      assertThat(advice.getEn().getTitle().isEmpty()).isEqualTo(!typed);
      assertThat(advice.getZh().getSourcesList().toString()).contains("银发〔2016〕86号");
    }
    assertThat(
            stub(Role.BANK_BRANCH).getAdvice(request(FraudType.FALSE_AUTHORITY)).getZh().getTitle())
        .isEqualTo("冒充公检法及政府机关");
  }

  @Test
  void whoeverMeetsNoVictimIsRefusedAndATypeThatIsNoneToo() {
    assertThat(
            Refusals.reason(
                () -> stub(Role.CARRIER_STAFF).getAdvice(request(FraudType.OTHER_FRAUD))))
        .isEqualTo("ACCESS_DENIED");
    var unknown = GetAdviceRequest.newBuilder().setFraudTypeValue(99).build();
    assertThat(Refusals.reason(() -> stub(Role.STATION_OFFICER).getAdvice(unknown)))
        .isEqualTo("VALIDATION_FAILED");
  }

  private static GetAdviceRequest request(FraudType type) {
    return GetAdviceRequest.newBuilder().setFraudType(type).build();
  }

  private VictimAdviceBlockingStub stub(Role role) {
    return VictimAdviceGrpc.newBlockingStub(
        server.as(TestTokens.person("a", "0".repeat(26), "999001", role)));
  }
}
