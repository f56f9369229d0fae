package io.holdfast.freezing;

import static io.holdfast.freezing.FreezeBench.ACCOUNT;
import static io.holdfast.testkit.Refusals.reason;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.proto.access.v1.Role;
import io.holdfast.proto.freezing.v1.ListStopOrdersRequest;
import io.holdfast.proto.freezing.v1.StopOrder;
import io.holdfast.proto.freezing.v1.StopState;
import io.holdfast.testkit.TestTokens;
import org.junit.jupiter.api.Test;

/** Who sees what of an order, and who must say who he is. */
class StopAccessTest extends OnBench {
  @Test
  void aForeignBankAndAForeignStationSeeNothing() {
    String id = bench.sent(ACCOUNT);
    var foreignBank =
        bench.stub(TestTokens.person("x", FreezeBench.OTHER_BANK, "530102", Role.BANK_LIAISON));
    var foreignStation =
        bench.stub(
            TestTokens.person(
                "y", io.holdfast.kit.id.Ids.derived("s2"), "530103", Role.STATION_OFFICER));
    assertThat(reason(() -> foreignBank.getStopOrder(StopLifeTest.named(id))))
        .isEqualTo("ACCESS_DENIED");
    assertThat(reason(() -> foreignStation.getStopOrder(StopLifeTest.named(id))))
        .isEqualTo("ACCESS_DENIED");
    var list = ListStopOrdersRequest.newBuilder().setCaseId(FreezeBench.CASE).build();
    assertThat(foreignBank.listStopOrders(list).getStopOrdersList()).isEmpty();
    assertThat(
            foreignStation
                .listStopOrders(ListStopOrdersRequest.getDefaultInstance())
                .getStopOrdersList())
        .isEmpty();
    assertThat(bench.officer().listStopOrders(list).getStopOrdersList()).hasSize(1);
    assertThat(
            bench
                .banker()
                .listStopOrders(ListStopOrdersRequest.getDefaultInstance())
                .getStopOrdersList())
        .hasSize(1);
    var auditor = bench.stub(TestTokens.person("a", FreezeBench.COUNTY, "530000", Role.AUDITOR));
    assertThat(
            auditor.listStopOrders(ListStopOrdersRequest.getDefaultInstance()).getStopOrdersList())
        .hasSize(1);
    StopOrder audited = auditor.getStopOrder(StopLifeTest.named(id));
    assertThat(audited.getAccountNumber()).isEmpty();
    assertThat(audited.getTransfers(0).getPayerAccountNumber()).isEmpty();
  }

  @Test
  void aMachineNamesItsOperator() {
    String id = bench.sent(ACCOUNT);
    var machine =
        bench.stub(TestTokens.machine("bank-core", FreezeBench.BANK, "530102", Role.BANK_SYSTEM));
    StopOrder unused = machine.acknowledgeStopOrder(StopLifeTest.acknowledge(id));
    assertThat(unused.getState()).isEqualTo(StopState.ACKNOWLEDGED);
    assertThat(reason(() -> machine.recordStop(StopLifeTest.stop(id, "m1").build())))
        .isEqualTo("VALIDATION_FAILED");
  }
}
